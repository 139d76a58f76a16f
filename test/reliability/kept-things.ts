// What was acknowledged to people while a server ran, and whether all of it is there afterwards, once, to whoever has its key. Envelopes, messages
// and parts of files, each made anew, by several people at once.
import { fromBase64, toHex } from '../../src/crypto/encoding.ts'
import { decryptWith } from '../../src/crypto/openpgp.ts'
import { randomBytes } from '../../src/crypto/random.ts'
import { unlockedKeyOf } from '../support/federation.ts'
import {
  bodyOf,
  sealedEnvelope,
  signIn,
  solvedProof,
  submit,
  wholeInbox,
} from '../support/servers/correspondence.ts'
import {
  leave,
  makeHolder,
  sealedMessage,
  wholeMailbox,
  type Holder,
} from '../support/servers/mailbox-correspondence.ts'
import { fetchPart, heldPart, type Part } from '../support/servers/part-sender.ts'
import type { RunningServer } from '../support/servers/running-server.ts'

/** What people were told. `written` are plaintexts in hexadecimal: what an association reads once it opens an envelope. */
export interface Told {
  written: string[]
  /** Of envelopes that were refused. */
  refused: string[]
  messages: { holder: Holder; sealed: string }[]
  parts: Part[]
  /** The longest that anyone waited for an answer. */
  longestMilliseconds: number
}

export const countOf = ({ written, messages, parts }: Told): number =>
  written.length + messages.length + parts.length

const PLAINTEXT_BYTES = 32

/** People who write until they are told to stop; what each is answered goes into `told`. A server that is gone answers nobody. */
export function writeAway(server: RunningServer, people: number): { told: Told; stop: () => Promise<void> } {
  const told: Told = { written: [], refused: [], messages: [], parts: [], longestMilliseconds: 0 }
  const associations = server.federation.associations.map(({ association }) => association)
  let stopping = false

  async function report(turn: number): Promise<void> {
    const plaintext = randomBytes(PLAINTEXT_BYTES)
    const envelope = await sealedEnvelope(server, associations[turn % associations.length] ?? '', plaintext)
    const answer = await submit(server, bodyOf(envelope), solvedProof(server))
    if (answer.status === 202) told.written.push(toHex(plaintext))
    else told.refused.push(toHex(plaintext))
  }
  async function write(): Promise<void> {
    const [holder, sealed] = [makeHolder(), await sealedMessage(server)]
    const answer = await leave(server, holder, sealed)
    if (answer.ok) told.messages.push({ holder, sealed: toHex(sealed) })
  }
  async function oneOf(turn: number): Promise<void> {
    if (turn % 8 === 3) await write()
    else if (turn % 8 === 7) told.parts.push(await heldPart(server, 3000))
    else await report(turn)
  }
  async function person(number: number): Promise<void> {
    for (let turn = number; !stopping; turn++) {
      // A server that is being destroyed: nothing was acknowledged.
      const since = performance.now()
      const isAnswered = await oneOf(turn).then(
        () => true,
        () => false,
      )
      if (isAnswered) told.longestMilliseconds = Math.max(told.longestMilliseconds, performance.now() - since)
      else await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const everyone = Array.from({ length: people }, (_, number) => person(number))
  return {
    told,
    stop: async () => {
      stopping = true
      await Promise.all(everyone)
    },
  }
}

/** The same lists as they are now. */
export const soFar = (told: Told): Told => ({
  ...told,
  written: [...told.written],
  refused: [...told.refused],
  messages: [...told.messages],
  parts: [...told.parts],
})

/** What is there, of what people were told before a moment, and of all that they were ever told. */
export async function findAgain(
  server: RunningServer,
  before: Told,
  all: Told,
): Promise<{ lost: number; duplicated: number; toldWrong: number }> {
  const found = new Map<string, number>()
  for (const holder of server.federation.associations) {
    const key = await unlockedKeyOf(holder)
    const cookie = await signIn(server, holder.association)
    for (const { sealed } of await wholeInbox(server, cookie)) {
      const opened = await decryptWith(key, fromBase64(sealed) ?? new Uint8Array())
      const plaintext = toHex((opened ?? new Uint8Array()).subarray(0, PLAINTEXT_BYTES))
      found.set(plaintext, (found.get(plaintext) ?? 0) + 1)
    }
  }
  let lost = before.written.filter((plaintext) => !found.has(plaintext)).length
  let duplicated = [...found.values()].filter((times) => times > 1).length
  for (const { holder, sealed } of before.messages) {
    const { items } = await wholeMailbox(server, holder)
    const same = items.filter((item) => toHex(item.sealed) === sealed).length
    if (same === 0) lost++
    if (items.length > 1) duplicated++
  }
  for (const part of before.parts) {
    const answer = await fetchPart(server, part)
    const bytes = Buffer.from(await answer.arrayBuffer())
    if (!answer.ok || !bytes.equals(part.bytes)) lost++
  }
  return { lost, duplicated, toldWrong: all.refused.filter((plaintext) => found.has(plaintext)).length }
}
