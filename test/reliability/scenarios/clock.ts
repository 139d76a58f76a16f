// The clock of the server is set back an hour while people write, set right, runs an hour ahead through a purge, and is set right again.
import { addDays, dayOf } from '../../../src/protocol/day.ts'
import {
  asAnother,
  bodyOf,
  holderOf,
  postJson,
  signIn,
  signInBody,
  solvedProof,
  submit,
} from '../../support/servers/correspondence.ts'
import { Account, crowd } from '../account.ts'
import { KINDS, newDeed, stockFor, WORKING, WRITTEN_TO, type Stock } from '../deeds.ts'
import { NodeHouse } from '../node-house.ts'
import type { Outcome, Scenario } from '../scenario.ts'
import { asServer } from '../served.ts'

const HOUR_MILLISECONDS = 60 * 60 * 1000
/** Members are not among them: one whose session was last seen by a clock that was behind signs in again. */
const VICTIMS = [...KINDS, ...KINDS]
/** Of a proof that somebody took their time with, in seconds: it can be used for so long still. */
const NEARLY_OVER = 10 * 60

/** What must be, and how often it was not. */
class Expectations {
  broken = 0

  hold(what: string, isSo: boolean): void {
    if (isSo) return
    this.broken++
    process.stderr.write(`the clock: ${what}\n`)
  }
}

async function setBack(times: number): Promise<Outcome> {
  const house = await NodeHouse.make()
  const account = new Account()
  const expected = new Expectations()
  try {
    await house.start()
    for (let time = 0; time < times; time++) {
      const stock = await stockFor(house)
      await backWhileWriting(house, account, stock)
      await aheadThroughAPurge(house, account, expected)
    }
    const { toldWrong, ...outcome } = account.outcome(4 * times, `${VICTIMS.length} people at once, Node`)
    return { ...outcome, toldWrong: toldWrong + expected.broken }
  } finally {
    await house.remove()
  }
}

/** Challenges, sessions and permits of before serve on, and those of meanwhile too. */
async function backWhileWriting(house: NodeHouse, account: Account, stock: Stock): Promise<void> {
  const people = crowd(account, house, stock, VICTIMS)
  await people.served(VICTIMS.length)
  for (const ahead of [-HOUR_MILLISECONDS, 0]) {
    await house.setClock(ahead)
    await account.serveNext(house, stock, Date.now())
    await people.served(VICTIMS.length)
  }
  await people.leave()
  await account.settle(house)
}

async function aheadThroughAPurge(house: NodeHouse, account: Account, expected: Expectations): Promise<void> {
  const server = asServer(house)
  const stock = await stockFor(house)
  const body = (): string => bodyOf(asAnother(stock.envelope))
  const [mine, proof] = [body(), solvedProof(server, NEARLY_OVER)]
  const cardProof = solvedProof(server, NEARLY_OVER, 0, 'card')
  const [card, otherCard] = [
    newDeed(house, stock, 'card', cardProof),
    newDeed(house, stock, 'card', cardProof),
  ]
  const kept = await submit(server, mine, proof)
  expected.hold('a report is kept', kept.status === 202)
  await account.try(house, card)
  const signedIn = await signInBody(server, holderOf(server, WORKING))
  const signingIn = () => postJson(server, '/api/session', signedIn)
  expected.hold('a member signs in', (await signingIn()).status === 204)
  const inbox = async (): Promise<number> =>
    (await fetch(`${house.origin}/api/inbox`, { headers: { Cookie: stock.cookie } })).status
  expected.hold('a session lives', (await inbox()) === 200)
  const endings = await layOut(house)

  await house.end('SIGTERM')
  await house.setClock(HOUR_MILLISECONDS)
  await house.start()
  await house.heard(/^purged /m)
  expected.hold('a session that nobody used for an hour is over', (await inbox()) === 401)
  expected.hold('what is due goes', (await endings.left('due')) === 0)

  await house.setClock(0)
  const endedAt = Date.now()
  await account.serveNext(house, stock, endedAt)
  expected.hold('nothing goes before its day', (await endings.left('not-due')) === endings.laid)
  expected.hold('a session that is over stays over', (await inbox()) === 401)
  expected.hold('a proof counts once', (await told(submit(server, body(), proof))) === '409 proof-spent')
  expected.hold('whoever lost the answer hears it', (await submit(server, mine, proof)).status === 202)
  expected.hold('a card’s proof counts once', (await told(otherCard.send(house))) === '409 proof-spent')
  expected.hold('a challenge signs in once', (await signingIn()).status !== 204)
  const members = await signIn(server, WORKING)
  expected.hold('a member signs in again', members !== stock.cookie)
  const [late] = await house.query('select max(received_on) as day from envelopes')
  expected.hold('no day is after the latest the clock has shown', String(late?.['day']) <= dayOf(Date.now()))
  await account.settle(house)
}

const told = async (answer: Promise<Response>): Promise<string> => {
  const { status, json } = await answer.then(async (each) => ({
    status: each.status,
    json: (await each.json()) as object,
  }))
  return `${status} ${'error' in json ? String(json.error) : 'accepted'}`
}

/** Envelopes that nobody opened and messages, on their last day and the day after it, by the latest that the clock will show. */
async function layOut(house: NodeHouse) {
  const today = dayOf(Date.now() + HOUR_MILLISECONDS)
  const day = { due: addDays(today, -1), 'not-due': today } as const
  for (const [which, last] of Object.entries(day)) {
    await house.query(
      'insert into envelopes values (abs(random()) % 9007199254740991, ?, ?, ?, hex(randomblob(32)), ?, null, null, null)',
      [WRITTEN_TO, `${which}-${last}`, new Uint8Array(8), addDays(last, -90)],
    )
    await house.query(
      'insert into mailbox_cells values (abs(random()) % 9007199254740991, ?, 1, 0, 1, ?, ?, ?)',
      [which, addDays(last, -90), last, new Uint8Array(8)],
    )
  }
  const laid = { due: 0, 'not-due': 0 }
  const left = async (which: keyof typeof day): Promise<number> => {
    const [envelopes] = await house.query('select count(*) as n from envelopes where key_fingerprint = ?', [
      `${which}-${day[which]}`,
    ])
    const [messages] = await house.query('select count(*) as n from mailbox_cells where mailbox = ?', [which])
    return Number(envelopes?.['n']) + Number(messages?.['n'])
  }
  for (const which of ['due', 'not-due'] as const) laid[which] = await left(which)
  return { left, laid: laid['not-due'] }
}

export const clockSetBack: Scenario = {
  name: 'the clock of the server is set back an hour, set right, runs an hour ahead through a purge, and is set right',
  times: { test: 1, quick: 1, whole: 8 },
  run: setBack,
}
