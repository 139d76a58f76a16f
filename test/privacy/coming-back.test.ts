// What the store knows of someone who comes back: a mailbox is nowhere before its first message, and no value but a day stands both
// beside a mailbox and beside an envelope, nor beside two envelopes.
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fromBase64, toHex } from '../../src/crypto/encoding.ts'
import { tokenOf } from '../../src/crypto/links.ts'
import { replyOf } from '../../src/sealing/reply.ts'
import { holdersAt, makeHolder } from '../support/code-holders.ts'
import { startDemonstration, type RunningDemonstration } from '../support/demonstration.ts'
import { bytesBelow } from '../support/sentinels.ts'
import { queryFile } from '../support/servers/node-process.ts'

const LISTENERS = 'demo-ecoute'
const LAWYERS = 'demo-droits'

let demonstration: RunningDemonstration
const { sendReport, answer, putAside } = holdersAt(() => demonstration)

beforeAll(async () => {
  demonstration = await startDemonstration()
})
afterAll(() => demonstration.stop())

const rowsOf = (table: string) =>
  queryFile(join(demonstration.dataDir, 'envelopes.db'), `select * from ${table}`)

/** Values that could tell two rows to belong together: not days, not small counts, not what every row of an association has. */
const tellingValues = (row: Record<string, unknown>): string[] =>
  Object.entries(row)
    .filter(
      ([column, value]) => value !== null && !/_on$|_until$|^association$|^key_fingerprint$/.test(column),
    )
    .map(([, value]) => (value instanceof ArrayBuffer ? toHex(new Uint8Array(value)) : String(value)))
    .filter((value) => value.length > 3)

async function holds(...needles: readonly (string | Uint8Array)[]): Promise<boolean[]> {
  const files = [...(await bytesBelow(demonstration.dataDir))].filter(([file]) => /\.db/.test(file))
  return needles.map((needle) => files.some(([, bytes]) => Buffer.from(bytes).includes(Buffer.from(needle))))
}

it('a mailbox is nowhere in the files until its first message, and shares nothing with the envelopes that led to it', async () => {
  const holder = await makeHolder()
  const { mailbox } = holder.keys
  await sendReport(holder, LISTENERS, LAWYERS)
  expect(await rowsOf('mailbox_cells')).toEqual([])
  expect(await holds(mailbox)).toEqual([false])

  await answer(holder, LISTENERS, 'Bonjour.')
  await answer(holder, LAWYERS, 'Bonsoir.')
  await putAside(holder, 'month')
  expect(await holds(mailbox)).toEqual([true])
  const envelopes = (await rowsOf('envelopes')).map(tellingValues)
  const cells = (await rowsOf('mailbox_cells')).map(tellingValues)
  expect([envelopes.length, cells.length]).toEqual([2, 3])
  const [one = [], other = []] = envelopes
  expect(one.filter((value) => other.includes(value))).toEqual([])
  const inMailbox = new Set(cells.flat())
  expect(envelopes.flat().filter((value) => inMailbox.has(value))).toEqual([])
})

it('no key of a code, no capability and no token is in the files or in the log, whatever was done with it', async () => {
  const holder = await makeHolder()
  await sendReport(holder, LISTENERS)
  await answer(holder, LISTENERS, 'Encore.')
  const { auth, write, links, secretKey } = holder.keys
  const token = await tokenOf(links, LISTENERS, 0)
  const secrets = [auth.secret, write, links, secretKey, fromBase64(replyOf(holder.keys).write) ?? write]
  expect(await holds(...secrets, ...secrets.map(toHex), token, replyOf(holder.keys).auth)).toEqual(
    Array.from({ length: 2 * secrets.length + 2 }, () => false),
  )
  const logs = demonstration.logs()
  expect([token, holder.keys.mailbox, ...secrets.map(toHex)].filter((each) => logs.includes(each))).toEqual(
    [],
  )
})
