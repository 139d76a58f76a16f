// Coming back with eight words: what is there is shown, what is not looks like what never was, and nothing leaves unless it is sent.
import { describe, expect, test } from 'vitest'
import { containsCode } from '../../src/crypto/return-code.ts'
import { expectAccessible } from '../support/accessible.ts'
import { demonstration, page, phone, phoneForEachTest, setStage, withPhone } from '../support/stage.ts'
import {
  answer,
  BACK,
  card,
  comeBack,
  DRAFT,
  LAWYERS,
  LISTENERS,
  makeHolder,
  opens,
  putAside,
  sendReport,
  threadAt,
  typeWords,
  view,
} from './back-visit.ts'
import { everythingOnPage, fitsInWidth, storedEntries } from './report-visit.ts'

setStage()
phoneForEachTest()

describe('someone who comes back', () => {
  test('sees where each envelope stands, and what was answered, in the association’s name', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS, LAWYERS)
    await opens(LISTENERS, holder)
    await answer(holder, LISTENERS, 'Bonjour. Nous vous avons lu.\nVoici une permanence.')
    await comeBack(page, holder.code.fr)
    const listeners = card(page, LISTENERS)
    expect(await listeners.locator('[data-standing]').innerText()).toContain('Ouvert par l’association')
    expect(await listeners.locator('.said').allInnerTexts()).toEqual([
      expect.stringMatching(/^Écoute[\s\S]*le \d+[\s\S]*Nous vous avons lu\.\nVoici une permanence\.$/),
    ])
    expect(await card(page, LAWYERS).locator('[data-standing]').innerText()).toContain('Pas encore ouvert')
    expect(await card(page, LAWYERS).locator('.said').count()).toBe(0)
    expect(await page.locator('[data-nothing]').isVisible()).toBe(false)
  })

  test('opens the same with the English words, on the English page', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await comeBack(page, holder.code.en, '/en/return')
    expect(await card(page, LISTENERS).locator('[data-standing]').innerText()).toContain('Not opened yet')
  })

  test('finds nothing of a message that no key vouches for among the answers, but apart and folded', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await answer(holder, LISTENERS, 'Retrouvez-nous ce soir sur le parking.', { signedBy: LAWYERS })
    await comeBack(page, holder.code.fr)
    expect(await card(page, LISTENERS).innerText()).not.toContain('parking')
    const apart = page.locator('.untrusted')
    expect(await apart.innerText()).toContain('Rien ne prouve')
    expect(await apart.getByText('parking').isVisible()).toBe(false)
    await apart.locator('summary').click()
    expect(await apart.getByText('parking').isVisible()).toBe(true)
    expect(await page.locator('.view a[href*="parking"]').count()).toBe(0)
  })

  test('may clear what nothing proves; what is proven stays', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await answer(holder, LISTENERS, 'Une vraie réponse.')
    await answer(holder, LISTENERS, 'Un faux.', { signedBy: LAWYERS })
    await comeBack(page, holder.code.fr)
    const clearing = page.locator('[data-unproven]')
    await clearing.locator('[data-ask]').click()
    await expectAccessible(page)
    await page.route('**/api/mailbox-erasures', (route) => route.abort(), { times: 1 })
    await clearing.locator('[data-yes]').click()
    await clearing.locator('[data-not-cleared]').waitFor()
    expect(await page.locator('.untrusted').count()).toBe(1)
    await clearing.locator('[data-yes]').click()
    await page.locator('[data-refreshed] [data-one="cleared"]').waitFor()
    await comeBack(page, holder.code.fr)
    expect(await page.locator('.untrusted, [data-unproven] *').count()).toBe(0)
    expect(await card(page, LISTENERS).innerText()).toContain('Une vraie réponse.')
  })

  test('reads that an association is working on it, then that it is done, and may still write', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await opens(LISTENERS, holder, 'accepted')
    await comeBack(page, holder.code.fr)
    const told = card(page, LISTENERS).locator('[data-standing]')
    expect(await told.innerText()).toBe('L’association s’occupe de votre récit.')
    await opens(LISTENERS, holder, 'done')
    await page.locator('[data-refresh]').click()
    await expect.poll(() => told.innerText()).toContain('L’association a terminé.')
    expect(await card(page, LISTENERS).locator('textarea').isVisible()).toBe(true)
    await expectAccessible(page)
  })

  test('reads kindly that an association declines, and where else help is', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LAWYERS)
    await opens(LAWYERS, holder, 'declined')
    await comeBack(page, holder.code.fr)
    const told = card(page, LAWYERS).locator('[data-standing]')
    expect(await told.innerText()).toContain('Ce n’est pas à cause de vous')
    expect(await told.locator('a:visible').getAttribute('href')).toBe('/fr/aide')
  })

  test('may still write to an association that declined, without being invited to', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LAWYERS)
    await opens(LAWYERS, holder, 'declined')
    await comeBack(page, holder.code.fr)
    const field = card(page, LAWYERS).locator('textarea')
    expect(await field.isVisible()).toBe(false)
    await card(page, LAWYERS).locator('[data-anyway] summary').click()
    expect(await card(page, LAWYERS).innerText()).toContain('Elle lira peut-être')
    await field.fill('Une précision.')
    await card(page, LAWYERS).locator('[data-write] button[type=submit]').click()
    await card(page, LAWYERS).locator('[data-write] [data-one="received"]').waitFor()
  })

  test('never reads “not opened yet” above an answer, confirmed or not', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await answer(holder, LISTENERS, 'Bonjour.')
    await comeBack(page, holder.code.fr)
    expect(await card(page, LISTENERS).locator('[data-standing]').innerText()).toBe(
      'Ouvert par l’association.',
    )
  })

  test('who is asked for files learns where they can be attached', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await answer(holder, LISTENERS, 'Auriez-vous une image ?', { asking: { for: 'files' } })
    await comeBack(page, holder.code.fr)
    expect(await card(page, LISTENERS).locator('[data-files]').innerText()).toContain(
      'en joindre plus bas, ou dire non',
    )
    expect(await card(page, LISTENERS).locator('[data-attach]').isVisible()).toBe(true)
  })

  test('with words nobody ever used, and with those of an empty mailbox, sees the same page', async () => {
    const [unknown, emptied] = [await makeHolder(), await makeHolder()]
    await putAside(emptied, 'pause')
    await comeBack(page, emptied.code.fr)
    await page.locator('.draft [data-ask]').click()
    await page.locator('.draft [data-yes]').click()
    await page.locator('[data-refreshed] [data-one="erased"]').waitFor()
    const seen: string[] = []
    const asked: string[][] = []
    for (const { code } of [emptied, unknown]) {
      const before = phone.sent.length
      await comeBack(page, code.fr)
      seen.push(await view(page, 'here').innerText())
      const requests = phone.sent.slice(before).filter(({ url }) => url.includes('/api/'))
      asked.push(requests.map(({ method, url, body }) => `${method} ${url} ${body.length}`))
    }
    expect(seen[0]).toContain('Rien pour le moment')
    expect(seen[1]).toBe(seen[0])
    expect(asked[0]?.length).toBeGreaterThan(2)
    expect(asked[1]).toEqual(asked[0])
  })

  test('asks again whether there is anything new; nothing is asked by itself', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await comeBack(page, holder.code.fr)
    await answer(holder, LISTENERS, 'Une réponse arrivée entre-temps.')
    const before = phone.sent.length
    expect(await card(page, LISTENERS).innerText()).not.toContain('entre-temps')
    expect(phone.sent.length).toBe(before)
    await card(page, LISTENERS).locator('textarea').fill('Pas encore envoyé.')
    await page.locator('[data-refresh]').click()
    await card(page, LISTENERS).getByText('entre-temps').waitFor()
    await page.locator('[data-refreshed] [data-one="done"]').waitFor()
    expect(await card(page, LISTENERS).locator('textarea').inputValue()).toBe('Pas encore envoyé.')
    expect(await page.locator('[data-refresh]:focus').count()).toBe(1)
  })

  test('may type other words in their place', async () => {
    const [one, other] = [await makeHolder(), await makeHolder()]
    await putAside(other, 'month')
    await comeBack(page, one.code.fr)
    await page.locator('[data-nothing] [data-other-words]').click()
    expect(await page.locator('#typed-code').inputValue()).toBe('')
    await typeWords(page, other.code.fr)
    await page.locator('.draft').waitFor()
  })
})

describe('a story put aside', () => {
  test('says until when it stays, and goes only when that was asked twice', async () => {
    const holder = await makeHolder()
    await putAside(holder, 'year')
    await comeBack(page, holder.code.fr)
    const draft = page.locator('.draft')
    expect(await draft.innerText()).toContain('4 octobre 2026')
    await draft.locator('[data-ask]').click()
    await draft.locator('[data-no]').click()
    await page.locator('[data-refresh]').click()
    await page.locator('[data-refreshed] [data-one="done"]').waitFor()
    await draft.locator('[data-ask]').click()
    await draft.locator('[data-yes]').click()
    await draft.waitFor({ state: 'detached' })
    await comeBack(page, holder.code.fr)
    await page.locator('[data-nothing]').waitFor()
  })

  test('goes on in the form, at the step and with the words where it was left', async () => {
    const holder = await makeHolder()
    await putAside(holder, 'pause')
    await comeBack(page, holder.code.fr)
    await page.locator('[data-resume]').click()
    await page.locator('[data-step="words"]').waitFor()
    expect(await page.locator('#narrative').inputValue()).toBe(DRAFT.fields[0]?.[1])
    expect(new URL(page.url()).pathname).toBe('/fr/ecrire')
    expect(phone.complaints).toEqual([])
  })
})

describe('a form that does not arrive', () => {
  test('leaves everything as it was, words being written too, and comes when asked again', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await putAside(holder, 'pause')
    await comeBack(page, holder.code.fr)
    const title = await page.title()
    await card(page, LISTENERS).locator('textarea').fill('Pas encore envoyé.')
    await page.route('**/a/report.*.js', (route) => route.abort(), { times: 1 })
    await page.locator('[data-resume]').focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-resume-failed]:visible').waitFor()
    expect(await page.locator('[data-resume]:focus').count()).toBe(1)
    expect(new URL(page.url()).pathname).toBe(BACK)
    expect(await page.title()).toBe(title)
    expect(await card(page, LISTENERS).locator('textarea').inputValue()).toBe('Pas encore envoyé.')
    await page.locator('[data-resume]').click()
    await page.locator('[data-step="words"]').waitFor()
    expect(await page.locator('#narrative').inputValue()).toBe(DRAFT.fields[0]?.[1])
  })
})

describe('what is written to an association', () => {
  test('arrives signed in its thread, and is still there when one comes back', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await comeBack(page, holder.code.fr)
    await card(page, LISTENERS).locator('textarea').fill('J’ai retrouvé une capture. 💔 שלום')
    await card(page, LISTENERS).locator('[data-write] button[type=submit]').click()
    await card(page, LISTENERS).locator('[data-write] [data-one="received"]').waitFor()
    expect(await card(page, LISTENERS).locator('textarea').inputValue()).toBe('')
    expect(await threadAt(LISTENERS, holder)).toContainEqual(
      expect.objectContaining({ kind: 'follow-up', text: 'J’ai retrouvé une capture. 💔 שלום' }),
    )
    await comeBack(page, holder.code.fr)
    expect(await card(page, LISTENERS).locator('.said').innerText()).toContain('J’ai retrouvé une capture')
  })

  test('report contains its own code: is not sent when it is empty or holds the code, and stays where it was typed', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await comeBack(page, holder.code.fr)
    const [field, send] = [
      card(page, LISTENERS).locator('textarea'),
      card(page, LISTENERS).locator('[data-write] button[type=submit]'),
    ]
    await send.click()
    await card(page, LISTENERS).locator('[data-kind-word] [data-one="empty"]').waitFor()
    const told = `Mes mots sont : ${holder.code.fr.join(', ').toUpperCase()}`
    await field.fill(told)
    await send.click()
    await card(page, LISTENERS).locator('[data-kind-word] [data-one="holds-code"]').waitFor()
    expect(await field.inputValue()).toBe(told)
    expect(phone.sent.filter(({ url }) => url.endsWith('/api/submissions'))).toEqual([])
  })

  test('is sent once, however often it is tried after a lost answer', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await comeBack(page, holder.code.fr)
    let lost = 0
    await page.route('**/api/submissions', async (route) => {
      if (lost++ > 0) return route.fallback()
      await route.fetch()
      return route.abort()
    })
    await card(page, LISTENERS).locator('textarea').fill('Une seule fois.')
    await card(page, LISTENERS).locator('[data-write] button[type=submit]').click()
    await card(page, LISTENERS).locator('[data-write] [data-one="unreachable"]').waitFor()
    expect(await card(page, LISTENERS).locator('textarea').inputValue()).toBe('Une seule fois.')
    await card(page, LISTENERS).locator('[data-write] button[type=submit]').click()
    await card(page, LISTENERS).locator('[data-write] [data-one="received"]').waitFor()
    const thread = await threadAt(LISTENERS, holder)
    expect(thread.filter((each) => each.kind === 'follow-up')).toHaveLength(1)
  })

  test('changed after a lost answer is another message, and neither is lost', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await comeBack(page, holder.code.fr)
    let lost = 0
    await page.route('**/api/submissions', async (route) => {
      if (lost++ > 0) return route.fallback()
      await route.fetch()
      return route.abort()
    })
    const field = card(page, LISTENERS).locator('textarea')
    for (const [words, outcome] of [
      ['Premiers mots.', 'unreachable'],
      ['Autres mots.', 'received'],
    ] as const) {
      await field.fill(words)
      await card(page, LISTENERS).locator('[data-write] button[type=submit]').click()
      await card(page, LISTENERS).locator(`[data-write] [data-one="${outcome}"]`).waitFor()
    }
    const texts = (await threadAt(LISTENERS, holder)).map((each) => ('text' in each ? each.text : ''))
    expect(texts).toEqual(expect.arrayContaining(['Premiers mots.', 'Autres mots.']))
  })

  test('says that it arrived and is not kept here, when only the copy failed', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await comeBack(page, holder.code.fr)
    await page.route('**/api/mailbox-messages', (route) => route.abort())
    await card(page, LISTENERS).locator('textarea').fill('Sans copie.')
    await card(page, LISTENERS).locator('[data-write] button[type=submit]').click()
    await card(page, LISTENERS).locator('[data-write] [data-one="not-kept"]').waitFor()
    expect(await threadAt(LISTENERS, holder)).toHaveLength(2)
  })
})

describe('an association that asks to pass the story on', () => {
  test('gets the answer that was chosen, and none is chosen beforehand', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    const message = await answer(holder, LISTENERS, 'Une avocate pourrait vous aider.', {
      asking: { for: 'transfer', to: LAWYERS },
    })
    await comeBack(page, holder.code.fr)
    const question = card(page, LISTENERS).locator('[data-transfer]')
    expect(await question.locator('input:checked').count()).toBe(0)
    await question.locator('button[type=submit]').click()
    await question.locator('[data-missing]').waitFor()
    expect(phone.sent.filter(({ url }) => url.endsWith('/api/submissions'))).toEqual([])
    await question.locator('input[value="no"]').check()
    await question.locator('button[type=submit]').click()
    await question.waitFor({ state: 'detached' })
    expect(await threadAt(LISTENERS, holder)).toContainEqual(
      expect.objectContaining({ granting: { message, to: LAWYERS, answer: 'no' } }),
    )
    await comeBack(page, holder.code.fr)
    expect(await card(page, LISTENERS).locator('[data-transfer]').count()).toBe(0)
    expect(await card(page, LISTENERS).innerText()).toContain('Vous avez dit non à la transmission')
  })
})

describe('the page', () => {
  test.each([
    ['light', BACK, 'fr'],
    ['dark', '/en/return', 'en'],
  ] as const)(
    'in %s colours, %s can be read by everyone, narrow and filled',
    async (colorScheme, path, lang) => {
      const holder = await makeHolder()
      await sendReport(holder, LISTENERS, LAWYERS)
      await putAside(holder, 'half-year')
      await answer(holder, LISTENERS, 'Bonjour.', { asking: { for: 'transfer', to: LAWYERS } })
      await answer(holder, LISTENERS, 'Auriez-vous une image ?', { asking: { for: 'files' } })
      await answer(holder, LAWYERS, 'Faux.', { signedBy: LISTENERS })
      await withPhone({ colorScheme, viewport: { width: 320, height: 640 } }, async ({ page: narrow }) => {
        await narrow.goto(`${demonstration.origin}${path}`)
        await expectAccessible(narrow)
        await typeWords(narrow, holder.code[lang])
        for (const ask of await narrow.locator('[data-view="here"] [data-ask]').all()) await ask.click()
        await expectAccessible(narrow)
        expect(await fitsInWidth(narrow)).toBe(true)
        for (const beside of ['change', 'erase']) {
          await narrow.locator(`[data-to="${beside}"]`).click()
          await expectAccessible(narrow)
          expect(await fitsInWidth(narrow)).toBe(true)
          await narrow.goBack()
          await view(narrow, 'here').waitFor()
        }
        expect(await storedEntries(narrow)).toEqual([0, 0, 0, 0, 0, 0])
      })
    },
  )

  test('with large text on a small screen breaks no word of what a withdrawal does', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await withPhone({ viewport: { width: 320, height: 640 } }, async ({ page: narrow }) => {
      await narrow.goto(`${demonstration.origin}${BACK}`)
      await typeWords(narrow, holder.code.fr)
      await narrow.evaluate(`document.documentElement.style.setProperty('font-size', '200%')`)
      await narrow.locator('[data-withdraw] [data-ask]').click()
      const broken = await narrow.evaluate<string[]>(`(() => {
        const found = []
        for (const line of document.querySelectorAll('[data-correspondences] [data-sure] li')) {
          const text = line.firstChild
          for (const { index, 0: word } of text.data.matchAll(/[^ \u00a0\u202f]+/g)) {
            const range = document.createRange()
            range.setStart(text, index)
            range.setEnd(text, index + word.length)
            if (range.getClientRects().length > 1) found.push(word)
          }
        }
        return found
      })()`)
      expect(broken).toEqual([])
      expect(await narrow.locator('[data-correspondences] [data-sure] li').count()).toBeGreaterThan(3)
      expect(await fitsInWidth(narrow)).toBe(true)
    })
  })

  test('is used by keyboard alone, from the words to a message sent', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await page.goto(`${demonstration.origin}${BACK}`)
    await page.locator('#typed-code').focus()
    await page.keyboard.type(holder.code.fr.join(' '))
    const reach = async (selector: string): Promise<void> => {
      for (let tabs = 0; tabs < 40; tabs++) {
        if (await page.locator(`${selector}:focus`).count()) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`${selector} is not reached by keyboard`)
    }
    await page.keyboard.press('Enter')
    await view(page, 'here').waitFor()
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Vos messages')
    await reach('[data-write] textarea')
    await page.keyboard.type('Au clavier.')
    await reach('[data-write] button[type=submit]')
    await page.keyboard.press('Enter')
    await card(page, LISTENERS).locator('[data-write] [data-one="received"]').waitFor()
  })

  test('holds no word, no message and no key once it is left fast', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await answer(holder, LISTENERS, 'Mot témoin.')
    await page.goto(`${demonstration.origin}${BACK}`)
    // The page has words of its own, and a code may hold one of them.
    const bare = await everythingOnPage(page)
    const words = holder.code.fr.filter((word) => !bare.includes(word))
    expect(words.length).toBeGreaterThan(2)
    await typeWords(page, holder.code.fr)
    await card(page, LISTENERS).locator('textarea').fill('Autre témoin.')
    await page.evaluate(`dispatchEvent(new PageTransitionEvent('pagehide'))`)
    const left = await everythingOnPage(page)
    expect(['témoin', ...words].filter((witness) => left.includes(witness))).toEqual([])
  })

  test('tells a browser that is too old so, kindly, and asks for nothing', async () => {
    await phone.context.addInitScript({ content: 'delete Array.prototype.toSorted' })
    await page.goto(`${demonstration.origin}${BACK}`)
    await page.locator('[data-too-old]').waitFor()
    expect(await page.locator('textarea:visible').count()).toBe(0)
    expect(await page.locator('[data-too-old] a[href^="tel:"]').count()).toBeGreaterThan(1)
  })

  test('without JavaScript says so honestly, and gives the numbers', async () => {
    await withPhone({ javaScriptEnabled: false }, async ({ page: plain }) => {
      await plain.goto(`${demonstration.origin}${BACK}`)
      await plain.locator('[data-without-script]').waitFor()
      expect(await plain.locator('a[href^="tel:"]:visible').count()).toBeGreaterThan(2)
      expect(await plain.locator('button:visible, textarea:visible').count()).toBe(0)
    })
  })

  test('never sends the code, and carries no cookie', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await comeBack(page, holder.code.fr)
    const sent = phone.sent
      .map(({ url, body, headers }) => `${url} ${body} ${JSON.stringify(headers)}`)
      .join('\n')
    expect(containsCode(holder.code.fr.join('&'), holder.code)).toBe(true)
    expect(containsCode(sent, holder.code)).toBe(false)
    expect(phone.sent.filter(({ headers }) => headers['cookie'])).toEqual([])
    expect(phone.complaints).toEqual([])
    expect(phone.foreign).toEqual([])
  })
})
