// The letter to the prosecutor: every answer has its words, and what could harm the person who signs it is never in it.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadPages, renderPage } from '../../src/build/render-pages.ts'
import { ADDED, composeLines, isNamedMotive, type Added } from '../../src/client/more/complaint-lines.ts'
import { LETTER } from '../../src/i18n/fr/complaint-letter.ts'
import { LANGUAGES } from '../../src/i18n/locales.ts'
import { MESSAGES } from '../../src/i18n/messages.ts'
import { QUESTION_NAMES, questionOf } from '../../src/protocol/questions.ts'
import type { Account } from '../../src/protocol/report.ts'
import { anyAccount } from '../support/any-account.ts'
import { makeFederation } from '../support/federation.ts'

/** Stands for French words, and is no code. */
const wordOf = (field: string, code: string): string => `«${field}/${code.toUpperCase()}»`

const sent = QUESTION_NAMES.filter((name) => !questionOf(name).kept)

const any = anyAccount(['Un tchat', 'minor'])
const anyAdded = fc.subarray([...ADDED])

const placesOf = (html: string): string[] =>
  [...html.matchAll(/<p[^>]* data-line="(\w+)"/g)].flatMap(([, name]) => name ?? [])

describe('the letter of complaint', () => {
  it('tells every account without one code, one empty line or one answer that says nothing', () => {
    fc.assert(
      fc.property(any, anyAdded, (account, added) => {
        for (const [field, line] of Object.entries(composeLines(account, added, wordOf))) {
          const codes = [account[field as keyof Account] ?? []].flat()
          const told = line.split('\u00a0; ')
          const expected = codes.map((code) => wordOf(field, code))
          expect(told.length).toBeGreaterThan(0)
          expect(told.filter((words) => !expected.includes(words))).toEqual([])
          expect(line).not.toMatch(/UNKNOWN|NOT-SAID/)
        }
      }),
    )
  })

  it('never says who anyone claimed to be, any age, what is needed, what holds back, nor who knows', () => {
    fc.assert(
      fc.property(any, anyAdded, (account, added) => {
        const lines = composeLines(account, added, wordOf)
        const never = ['lure', 'attackerAges', 'role', 'personKnows', 'needs', 'barriers']
        expect(Object.keys(lines).filter((field) => never.includes(field))).toEqual([])
        const { platform: _, ...answered } = lines
        expect(JSON.stringify(answered)).not.toMatch(/MINOR|PAEDOPHILE|ADULTS/)
      }),
    )
  })

  it('adds nothing that was not ticked', () => {
    fc.assert(
      fc.property(any, (account) => {
        const lines = composeLines(account, [], wordOf)
        const asked = ['departement', 'channel', 'platform', 'trust', 'bias', 'biasIndicators']
        expect(Object.keys(lines).filter((field) => asked.includes(field))).toEqual([])
        expect(JSON.stringify(lines)).not.toMatch(/OUTING-THREAT|OUTED|HOUSING|SENT-TO-RELATIVES/)
      }),
    )
  })

  it('changes only what is ticked when something is added', () => {
    fc.assert(
      fc.property(any, anyAdded, (account, added) => {
        const bare = composeLines(account, [], wordOf)
        const lines = composeLines(account, added, wordOf)
        // A private part adds words to lines that are there without it; every other part adds lines.
        if (!added.includes('private')) expect(lines).toMatchObject(bare)
        expect(Object.keys(lines)).toEqual(expect.arrayContaining(Object.keys(bare)))
      }),
    )
  })

  it('says what was answered, in the order of the letter', () => {
    const account: Account = {
      role: 'victim',
      month: '2026-10-01',
      channel: 'gay-dating-app',
      acts: ['insults', 'theft', 'unknown'],
      evidence: ['gone', 'screenshots'],
      complaint: 'considered',
      bias: ['orientation'],
      biasIndicators: ['paedophile-pretext', 'words-said'],
      departement: '59',
      harms: ['injuries', 'outed'],
    }
    const all: Added[] = ['reason', 'departement', 'contact', 'private']
    expect(composeLines(account, all, wordOf)).toEqual({
      month: '«month/2026-10-01»',
      departement: '«departement/59»',
      channel: '«channel/GAY-DATING-APP»',
      acts: '«acts/INSULTS»\u00a0; «acts/THEFT»',
      harms: '«harms/INJURIES»\u00a0; «harms/OUTED»',
      evidence: '«evidence/SCREENSHOTS»',
      bias: '«bias/ORIENTATION»',
      biasIndicators: '«biasIndicators/WORDS-SAID»',
    })
  })

  it('cites the article on the motive only for the motives it names', () => {
    expect(isNamedMotive({ bias: ['orientation', 'money'] })).toBe(true)
    expect(isNamedMotive({ bias: ['gender-identity'] })).toBe(true)
    expect(isNamedMotive({ bias: ['money', 'unknown'] })).toBe(false)
    expect(isNamedMotive({})).toBe(false)
  })

  it('leaves out an answer whose words the page does not have', () => {
    expect(
      composeLines({ acts: ['theft'], place: 'street' }, [], (field) => (field === 'acts' ? '' : 'x')),
    ).toEqual({
      place: 'x',
    })
  })

  it('names no offence, no age and no profile in its own words', () => {
    const own = JSON.stringify(LETTER)
    expect(own).not.toMatch(/mineur|majeur|guet-apens|extorsion|séquestration|chantage|viol|vol\b|profil/i)
    expect(own.match(/article [\d‑]+/g)).toEqual(['article 10‑2', 'article 132‑77'])
  })
})

describe('the page of the letter', () => {
  const pages = new Map<string, string>()

  beforeAll(async () => {
    const { directory } = await makeFederation({ associations: ['ecoute-sud'] })
    const report = (await loadPages()).find(({ paths }) => paths.fr === '/fr/ecrire/suite')
    if (!report) throw new Error('the site has a page to write on')
    const style = { path: '/report.css', integrity: '' }
    for (const { locale, html } of await renderPage(report, { script: null, style }, directory, LANGUAGES)) {
      pages.set(locale, html)
    }
  })

  it.each(['fr', 'en'])('in %s has a place for every line that can be told, in French', (locale) => {
    const html = pages.get(locale) ?? ''
    const letter = html.slice(
      html.indexOf('data-paper'),
      html.indexOf('</article>', html.indexOf('data-paper')),
    )
    const whole = Object.fromEntries(
      sent.map((name) => [
        name,
        questionOf(name).answers === 'several' ? questionOf(name).values : questionOf(name).values.at(-1),
      ]),
    ) as Account
    const lines = Object.keys(composeLines({ ...whole, platform: 'x', month: '2026-10-01' }, ADDED, wordOf))
    expect(placesOf(letter).toSorted()).toEqual([...lines, 'narrative', 'motive'].toSorted())
    for (const { title } of LETTER.parts) expect(letter).toContain(title)
    expect(html.slice(html.indexOf('class="paper"'), html.indexOf('data-paper'))).toContain('lang="fr"')
  })

  it('in English brings the French words of every answer the letter tells', () => {
    const html = pages.get('en') ?? ''
    const { vocabulary } = MESSAGES.fr
    for (const name of ['acts', 'losses', 'place', 'bias', 'identifierType'] as const) {
      for (const words of Object.values(vocabulary[name])) expect(html).toContain(words)
    }
    for (const group of ['needs', 'lure', 'barriers', 'attackerAges']) {
      expect(html).not.toContain(`data-words="${group}"`)
    }
  })

  it('preselects nothing to add', () => {
    for (const html of pages.values()) {
      expect(html.match(/<input type="checkbox" name="letter"[^>]*>/g)).toHaveLength(ADDED.length)
      expect(html).not.toMatch(/<input[^>]*name="letter"[^>]*checked/)
    }
  })
})
