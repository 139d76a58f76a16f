// People who hold a return code, and what they send an association after their report, as it would be stored.
import { deriveReturnKeys, type ReturnKeys } from '../../src/crypto/return-keys.ts'
import { threadOf } from '../../src/crypto/links.ts'
import { randomBytes, randomHex } from '../../src/crypto/random.ts'
import { sha256 } from '../../src/crypto/sha256.ts'
import type { Bytes } from '../../src/crypto/encoding.ts'
import type { Day } from '../../src/protocol/day.ts'
import type { FollowUp, NewCode, Withdrawal } from '../../src/protocol/thread.ts'
import { replyOf } from '../../src/sealing/reply.ts'
import { sealFollowUp } from '../../src/sealing/seal-follow-up.ts'
import type { Recipient } from '../../src/sealing/seal-report.ts'
import { reportOf, seedIn, seedOf, type Seed } from './inbox-seeds.ts'

export interface Author {
  keys: ReturnKeys
  /** A report to one association. */
  report: (narrative: string, receivedOn: Day) => Promise<Seed>
  followUp: (text: string, receivedOn: Day, rest?: Partial<FollowUp>) => Promise<Seed>
  withdrawal: (receivedOn: Day) => Promise<Seed>
  newCode: (next: Author, receivedOn: Day) => Promise<Seed>
}

/** Someone with a code of their own, which costs nothing to derive here. They write to `recipient` alone. */
export async function makeAuthor(recipient: Recipient): Promise<Author> {
  const keys = await deriveReturnKeys(randomBytes(10), async (secret) => sha256(secret) as Bytes)
  return authorWith(keys, recipient)
}

/** Whoever signs with these keys; `links` of another's would write into their thread. */
export async function authorWith(keys: ReturnKeys, recipient: Recipient): Promise<Author> {
  const { association } = recipient
  const thread = await threadOf(keys.links, association)
  const base = (writtenOn: Day) => ({
    version: 1 as const,
    thread,
    message: randomHex(16),
    writtenOn,
    locale: 'fr' as const,
    association,
  })
  const seal = async (unsigned: Parameters<typeof sealFollowUp>[0], receivedOn: Day): Promise<Seed> => {
    const sealed = await sealFollowUp(unsigned, keys.secretKey, recipient, randomHex(32))
    if (!sealed.ok) throw new Error(sealed.reason)
    return seedIn(sealed.value, receivedOn)
  }
  return {
    keys,
    report: (narrative, receivedOn) =>
      seedOf(reportOf(narrative), recipient, receivedOn, {
        code: { reply: replyOf(keys), links: keys.links },
      }),
    followUp: (text, on, rest) =>
      seal({ kind: 'follow-up', ...base(on), text, ...rest } satisfies Omit<FollowUp, 'signature'>, on),
    withdrawal: (on) => seal({ kind: 'withdrawal', ...base(on) } satisfies Omit<Withdrawal, 'signature'>, on),
    newCode: async (next, on) => {
      const nextThread = await threadOf(next.keys.links, association)
      const unsigned: Omit<NewCode, 'signature'> = {
        kind: 'new-code',
        ...base(on),
        next: { thread: nextThread, reply: replyOf(next.keys) },
      }
      return seal(unsigned, on)
    },
  }
}
