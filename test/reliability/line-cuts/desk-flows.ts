// A member at their association's workspace: signing in and reading, answering, declining, working on a case, at the real page.
import { randomUUID } from 'node:crypto'
import { visitLetter } from '../../browser/inbox-visit.ts'
import { holdersAt, makeHolder } from '../../support/code-holders.ts'
import { memberOf } from '../../support/demonstration.ts'
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
import { opening } from './report-flows.ts'

const LISTENERS = 'demo-ecoute'
const LETTER = 'article.letter'
const part = (name: string): string => `[data-part="${name}"]`
/** It is there all along, and has words only while there is something to say. */
const said = (name: string): string => `${part(name)}:not(:empty)`

const TROUBLES: readonly Trouble[] = [
  { said: `${part('ways')} ${said('fault')}`, press: part('submit') },
  { said: part('paused'), press: part('resume') },
  { said: said('answer-fault'), press: part('answer-submit') },
  { said: part('copy-owed'), press: part('keep-copy') },
  { said: said('decline-fault'), press: part('decline-confirm') },
  { said: said('case-fault'), press: `${part('add-note')} button` },
]

interface Acting {
  house: House
  /** The report that is read, and what is written about it. */
  told: string
  words: string
}

interface Act {
  legs: (acting: Acting) => Leg[]
  missing?: string
  copies: (acting: Acting) => Promise<readonly number[]>
  fromTheStart?: boolean
}

const signingIn = (house: House): Leg[] => {
  const { secretKey, passphrase } = memberOf(house.demonstration, LISTENERS)
  const file = { name: 'cle.asc', mimeType: 'application/pgp-keys', buffer: Buffer.from(secretKey) }
  return [
    opening(house.demonstration.origin, '/fr/association', part('ways')),
    {
      goOn: async (page) => {
        if (!(await firstSeen(page, [part('submit-ready')]))) return
        const chosen = await within<number>(page, `document.querySelector('#key-file').files.length`)
        if (chosen === 0) await page.locator('#key-file').setInputFiles(file)
        await page.locator('#passphrase').fill(passphrase)
        if (!(await firstSeen(page, [`${part('ways')} ${said('fault')}`]))) await touch(page, part('submit'))
      },
      done: `${part('inbox')}:has(${part('progress')}[hidden]) button.row`,
    },
    { goOn: async (page) => void (await touch(page, 'button.row')), done: LETTER },
  ]
}

async function desk(house: House, act: Act): Promise<Journey> {
  await emptyStore(house)
  const acting = { house, told: `Le récit ${randomUUID()}`, words: `Nous vous croyons. ${randomUUID()}` }
  const author = await makeHolder()
  await holdersAt(() => house.demonstration).sendReport(author, LISTENERS)
  const { passphrase, secretKey } = memberOf(house.demonstration, LISTENERS)
  return {
    ...(await openOver(house)),
    cutFrom: act.fromTheStart ? 0 : 3,
    legs: [...signingIn(house), ...act.legs(acting)],
    troubles: TROUBLES,
    secrets: () => [acting.words, passphrase, secretKey.slice(400, 460)],
    missing: async (page) => {
      if (act.missing === undefined || !(await firstSeen(page, [`${act.missing}`]))) return null
      const typed = await page.locator(act.missing).inputValue()
      return typed === acting.words ? null : 'what was written'
    },
    copies: () => act.copies(acting),
    goal: 1,
  }
}

const count = async (house: House, sql: string): Promise<number> => (await query(house, sql)).length
const messages = ({ house }: Acting) => count(house, 'select distinct message from mailbox_cells')
const envelopes = (house: House) => count(house, 'select 1 from envelopes')
/** What lies in the inbox besides the report: copies of what was answered. */
const copiesKept = async ({ house }: Acting) => (await envelopes(house)) - 1

/** Reading neither loses the report nor makes another. */
const OPENED: Act = {
  legs: () => [],
  copies: async ({ house }) => [await envelopes(house)],
  fromTheStart: true,
}

const ANSWERED: Act = {
  legs: ({ words }) => [
    {
      goOn: writeOnce({
        field: '#answer-text',
        button: part('answer-submit'),
        words,
        unless: [part('answer-sent'), said('answer-fault')],
      }),
      done: part('answer-sent'),
    },
  ],
  copies: async (acting) => [await messages(acting), await copiesKept(acting)],
}

const DECLINED: Act = {
  legs: ({ words }) => {
    const decline = writeOnce({
      field: '#decline-words',
      button: part('decline-confirm'),
      words,
      unless: [part('declined'), said('decline-fault')],
    })
    return [
      {
        goOn: async (page) => {
          if (await firstSeen(page, ['#decline-words', part('declined')])) return decline(page)
          await touch(page, '.decline summary')
        },
        done: part('declined'),
      },
    ]
  },
  copies: async (acting) => [
    await messages(acting),
    await copiesKept(acting),
    await count(acting.house, `select 1 from envelopes where standing = 'declined'`),
  ],
}

const COMES_WITHIN_MS = 5000

/** A note is looked for by another visit: what the page shows is not yet what the store has. */
const NOTED: Act = {
  legs: ({ words }) => {
    const write = writeOnce({
      field: '#case-note',
      button: `${part('add-note')} button`,
      words,
      unless: [said('case-saved'), said('case-fault')],
    })
    return [
      {
        goOn: async (page) => {
          if (await firstSeen(page, ['#case-note'])) return write(page)
          await touch(page, `${part('case-work')} summary`)
        },
        done: said('case-saved'),
      },
    ]
  },
  missing: '#case-note',
  copies: async ({ house, words }) => {
    const visit = await visitLetter({ ...house, association: LISTENERS }, 'Le récit.')
    try {
      await visit.page.locator(`${part('case-work')} summary`).click()
      const notes = visit.page.locator(`${part('notes')} .person`)
      // Files of cases come in after the letters.
      await notes
        .first()
        .waitFor({ timeout: COMES_WITHIN_MS })
        .catch(() => {})
      return [await notes.filter({ hasText: words }).count()]
    } finally {
      await visit.close()
    }
  },
}

const flow = (name: string, act: Act): Flow => ({ name, begin: (house) => desk(house, act) })

export const SIGN_IN: Flow = flow('signing in and reading a case', OPENED)
export const ANSWER: Flow = flow('answering a person', ANSWERED)
export const DECLINE: Flow = flow('declining a case', DECLINED)
export const NOTE: Flow = flow('writing a note about a case', NOTED)
