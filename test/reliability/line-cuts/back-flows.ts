// Someone who comes back with eight words, and each thing that they may do then, at the real page.
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { DRAFT, holdersAt, makeHolder, type Holder } from '../../support/code-holders.ts'
import {
  firstSeen,
  touch,
  within,
  writeOnce,
  type Flow,
  type House,
  type Journey,
  type Leg,
  type Trouble,
} from './journey.ts'
import { emptyStore, openOver, query } from './open-over.ts'
import { chooseOnce, opening } from './report-flows.ts'

const LISTENERS = 'demo-ecoute'
const LAWYERS = 'demo-droits'
const PHOTOGRAPH = fileURLToPath(new URL('../../fixtures/files/camera-6.jpg', import.meta.url))
const HERE = '[data-view="here"]'
const CARD = `[data-correspondences] [data-association="${LISTENERS}"]`
const WRITE = `${CARD} [data-write]`

const TROUBLES: readonly Trouble[] = [
  {
    said: '[data-fault="unreachable"], [data-fault="failed"]',
    press: '[data-view="typing"] [data-code-open]',
  },
  { said: '[data-opening-fault]', press: '[data-open-again]' },
  ...(['unreachable', 'unconfirmed', 'refused', 'files', 'not-sealed'] as const).map((kind) => ({
    said: `${WRITE} [data-sending] [data-one="${kind}"]`,
    press: `${WRITE} button[type=submit]`,
  })),
  ...(['nothing', 'half'] as const).map((kind) => ({
    said: `${CARD} [data-withdrawing] [data-one="${kind}"]`,
    press: `${CARD} [data-withdraw] [data-yes]`,
  })),
  { said: '[data-no-words]', press: '[data-new-words]' },
  { said: '[data-view="change"] [data-failed]', press: '[data-change-again]' },
  { said: '[data-erase-failed]', press: '[data-view="erase"] [data-yes]' },
  { said: '[data-resume-failed]', press: '[data-resume]' },
  { said: '[data-not-erased]', press: '.draft [data-yes]' },
  { said: 'span[data-not-filled]', press: '[data-refill]' },
]

interface Acting {
  house: House
  holder: Holder
  words: string
}

interface Act {
  legs: (acting: Acting) => Leg[]
  /** Before they come back, besides the report that they sent. */
  before?: (acting: Acting) => Promise<void>
  missing?: (acting: Acting) => (page: Page) => Promise<string | null>
  copies: (acting: Acting, page: Page) => Promise<readonly number[]>
  goal: 0 | 1
  /** Typing the words is itself what is cut. */
  fromTheStart?: boolean
}

const cameBack = ({ house, holder }: Acting): Leg[] => [
  opening(house.demonstration.origin, '/fr/revenir', '[data-view="typing"] [data-with-script]'),
  {
    goOn: async (page) => {
      if (!(await firstSeen(page, ['#typed-code']))) return
      await within(
        page,
        `(() => {
        const field = document.querySelector('#typed-code')
        if (field.value !== '') return
        field.value = ${JSON.stringify(holder.code.fr.join(' '))}
        field.dispatchEvent(new Event('input', { bubbles: true }))
      })()`,
      )
      if (!(await firstSeen(page, ['[data-code-fault]'])))
        await touch(page, '[data-view="typing"] [data-code-open]')
    },
    done: HERE,
  },
]

async function back(house: House, act: Act): Promise<Journey> {
  await emptyStore(house)
  const acting = { house, holder: await makeHolder(), words: `Je me souviens. ${randomUUID()}` }
  await holdersAt(() => house.demonstration).sendReport(acting.holder, LISTENERS, LAWYERS)
  await act.before?.(acting)
  return {
    ...(await openOver(house)),
    cutFrom: act.fromTheStart ? 0 : 2,
    legs: [...cameBack(acting), ...act.legs(acting)],
    troubles: TROUBLES,
    secrets: () => [acting.words, ...acting.holder.code.fr.map((word) => ` ${word} `)],
    missing: act.missing?.(acting) ?? (async () => null),
    copies: (page) => act.copies(acting, page),
    goal: act.goal,
  }
}

const at = ({ house }: Acting) => holdersAt(() => house.demonstration)
const kindsAt = async (acting: Acting, association: string): Promise<string[]> =>
  (await at(acting).threadAt(association, acting.holder)).map(({ kind }) => kind)
const countOf = (kinds: readonly string[], kind: string): number =>
  kinds.filter((each) => each === kind).length
/** Messages that lie in any mailbox. */
const messages = async ({ house }: Acting): Promise<number> =>
  (await query(house, 'select distinct mailbox, message from mailbox_cells')).length

/** What is touched one after the other, each as soon as it is there. */
const touching =
  (...marks: string[]) =>
  async (page: Page): Promise<void> => {
    for (const mark of marks) if (await touch(page, mark)) return
  }

const SENT = `:is(${['received', 'not-kept'].map((kind) => `${WRITE} [data-sending] [data-one="${kind}"]`).join()})`

function writing({ words }: Acting, withFile: boolean): Leg {
  const send = writeOnce({
    field: `${WRITE} textarea`,
    button: `${WRITE} button[type=submit]`,
    words,
    unless: ['[data-looking]', `${WRITE} [data-sending] [data-one]`],
  })
  let attached = !withFile
  return {
    goOn: async (page) => {
      if (attached) return send(page)
      attached = (await firstSeen(page, [`${WRITE} [data-tray-files] > li`])) !== null
      if (attached || (await firstSeen(page, ['[data-looking]']))) return
      await touch(page, `${WRITE} [data-attach]`)
      if (await firstSeen(page, [`${WRITE} [data-tray]`]))
        await chooseOnce(page, `${WRITE} [data-tray]`, PHOTOGRAPH)
    },
    done: SENT,
  }
}

const writtenStays =
  ({ words }: Acting) =>
  async (page: Page): Promise<string | null> => {
    const field = page.locator(`${WRITE} textarea`)
    return (await field.count()) > 0 && (await field.inputValue()) !== words ? 'what was written' : null
  }

const READ: Act = {
  legs: () => [],
  copies: async (acting) => [countOf(await kindsAt(acting, LISTENERS), 'report')],
  goal: 1,
  fromTheStart: true,
}

const WRITTEN: Act = {
  legs: (acting) => [writing(acting, false)],
  missing: writtenStays,
  copies: async (acting, page) => {
    const perhaps = await firstSeen(page, [`${WRITE} [data-sending] [data-one="not-kept"]`])
    const kept = await messages(acting)
    const told = countOf(await kindsAt(acting, LISTENERS), 'follow-up')
    return perhaps && kept === 0 ? [told] : [told, kept]
  },
  goal: 1,
}

const FILE_ADDED: Act = {
  legs: (acting) => [writing(acting, true)],
  missing: writtenStays,
  copies: async (acting) => {
    const thread = await at(acting).threadAt(LISTENERS, acting.holder)
    const told = thread.filter((each) => each.kind === 'follow-up')
    return [told.length, told.flatMap(({ attachments }) => attachments?.files ?? []).length]
  },
  goal: 1,
}

/** The association is told; what it had not opened is gone; the other keeps what it has. */
const WITHDRAWN: Act = {
  legs: () => [
    {
      goOn: async (page) => {
        if (await firstSeen(page, [`${CARD} [data-withdrawing] [data-one]`])) return
        await touching(`${CARD} [data-withdraw] [data-yes]`, `${CARD} [data-withdraw] [data-ask]`)(page)
      },
      done: `:is(${['received', 'not-kept'].map((kind) => `${CARD} [data-withdrawing] [data-one="${kind}"]`).join()})`,
    },
  ],
  copies: async (acting) => {
    const [kinds, others] = [await kindsAt(acting, LISTENERS), await kindsAt(acting, LAWYERS)]
    return [countOf(kinds, 'withdrawal'), countOf(others, 'report')]
  },
  goal: 1,
}

const ERASED: Act = {
  before: (acting) => at(acting).putAside(acting.holder, 'month'),
  legs: () => [
    {
      goOn: touching('[data-view="erase"] [data-yes]', '[data-view="erase"] [data-ask]', '[data-to="erase"]'),
      done: '[data-view="erased"]',
    },
  ],
  copies: async (acting) => [
    (await kindsAt(acting, LISTENERS)).length,
    (await kindsAt(acting, LAWYERS)).length,
    await messages(acting),
  ],
  goal: 0,
}

/** With a story put aside, which moves too. */
const CHANGED: Act = {
  before: (acting) => at(acting).putAside(acting.holder, 'month'),
  legs: () => {
    let words: string[] = []
    return [
      {
        goOn: async (page) => {
          if (await firstSeen(page, ['[data-view="change"] [data-one="under-way"]'])) return
          const shown = await within<string[]>(
            page,
            `[...document.querySelectorAll('[data-view="change"] [data-code-words] li')].map((each) => each.textContent)`,
          )
          if (shown?.length === 8) words = shown
          await answerBack(page, words)
          await touching(
            '[data-view="change"] [data-code-check]',
            '[data-view="change"] [data-words-noted]',
            '[data-view="change"] [data-new-words]',
            '[data-to="change"]',
          )(page)
        },
        done: '[data-view="changed"]',
      },
    ]
  },
  copies: async (acting) => {
    const both = [await kindsAt(acting, LISTENERS), await kindsAt(acting, LAWYERS)]
    return [
      ...both.flatMap((kinds) => [countOf(kinds, 'report'), countOf(kinds, 'new-code')]),
      await messages(acting),
    ]
  },
  goal: 1,
}

/** The two words that are asked back. */
const answerBack = (page: Page, words: readonly string[]): Promise<unknown> =>
  within(
    page,
    `(() => {
      const words = ${JSON.stringify(words)}
      for (const place of ['first', 'second']) {
        const [asked, field] = [document.querySelector('[data-code-back] [data-text="' + place + '"]'), document.querySelector('#code-back-' + place)]
        if (asked?.checkVisibility() && field) field.value = (words[Number(asked.textContent) - 1] ?? '').slice(0, 4)
      }
    })()`,
  )

const RESUMED: Act = {
  before: (acting) => at(acting).putAside(acting.holder, 'pause'),
  legs: () => [{ goOn: touching('[data-resume]'), done: '[data-resumed]' }],
  missing: () => async (page) => {
    if ((await firstSeen(page, ['[data-resume]'])) || !(await firstSeen(page, ['[data-step]']))) return null
    const told = await within<string>(page, `document.querySelector('#narrative')?.value ?? ''`)
    return told === '' || told === DRAFT.fields[0]?.[1] ? null : 'the story'
  },
  copies: async (acting) => [await messages(acting)],
  goal: 1,
}

const STORY_ERASED: Act = {
  before: (acting) => at(acting).putAside(acting.holder, 'year'),
  legs: () => [
    {
      goOn: async (page) => {
        if (!(await firstSeen(page, ['[data-not-erased]'])))
          await touching('.draft [data-yes]', '.draft [data-ask]')(page)
      },
      done: '[data-refreshed] [data-one="erased"]',
    },
  ],
  copies: async (acting) => [await messages(acting)],
  goal: 0,
}

const flow = (name: string, act: Act): Flow => ({ name, begin: (house) => back(house, act) })

export const COME_BACK: Flow = flow('coming back with a code', READ)
export const WRITE_MORE: Flow = flow('writing to an association', WRITTEN)
export const ADD_FILE: Flow = flow('adding a file', FILE_ADDED)
export const WITHDRAW: Flow = flow('taking an agreement back', WITHDRAWN)
export const ERASE: Flow = flow('erasing everything', ERASED)
export const CHANGE_CODE: Flow = flow('changing the code', CHANGED)
export const RESUME: Flow = flow('going on with a story put aside', RESUMED)
export const ERASE_STORY: Flow = flow('erasing a story put aside', STORY_ERASED)
