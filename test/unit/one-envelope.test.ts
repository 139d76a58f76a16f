// Two phones that hold one code, at the same moment: each message arrives under a number of its own, or is said not to have arrived.
import { beforeEach, expect, it } from 'vitest'
import type { FilesStop, Holder } from '../../src/client/files/files-for.ts'
import { OneEnvelope } from '../../src/client/return/one-envelope.ts'
import type { OwnEnvelope } from '../../src/client/return/own-envelopes.ts'
import type { Visit } from '../../src/client/return/visit.ts'
import { digestHex } from '../../src/crypto/digest.ts'
import { toBase64, utf8 } from '../../src/crypto/encoding.ts'
import { holdOf, tokenOf } from '../../src/crypto/links.ts'
import { randomBytes } from '../../src/crypto/random.ts'
import type { ReturnKeys } from '../../src/crypto/return-keys.ts'
import type { Attachments } from '../../src/protocol/attachment.ts'
import { SEALED_SIZES_BYTES } from '../../src/protocol/limits.ts'
import { accept, decline, type Result } from '../../src/protocol/result.ts'
import type { Submission } from '../../src/protocol/submission.ts'
import { makeAuthor } from '../support/authors.ts'
import { makeOffer } from '../support/offer.ts'

const FINGERPRINT = 'A'.repeat(40)

let keys: ReturnKeys
/** What the server keeps: token → the sealed bytes, and the message in them. */
let kept: Map<string, { sealed: string; message: string }>
/** Bytes → message, as only the association could tell. */
let inside: Map<string, string>
let proofs: string[]
let postings: number
/** What other phones do between this one’s look and its posting, once each. */
let meanwhile: (() => Promise<void>)[]

beforeEach(async () => {
  keys = await makeAuthor()
  kept = new Map()
  inside = new Map()
  proofs = []
  postings = 0
  meanwhile = []
})

const take = async (number: number): Promise<void> =>
  void kept.set(await tokenOf(keys.links, 'ecoute', number), { sealed: 'another phone’s', message: 'other' })

/** Every number that is taken, as the server tells it by its token. */
async function numbers(): Promise<OwnEnvelope[]> {
  const tokens = await Promise.all([0, 1, 2, 3, 4, 5].map((number) => tokenOf(keys.links, 'ecoute', number)))
  return tokens.flatMap((token, number) => (kept.has(token) ? [{ number, status: 'waiting' as const }] : []))
}

function visit(): Visit {
  const unused = async () => accept(null)
  return {
    keys,
    means: {
      thread: {
        offers: async () => [makeOffer('ecoute')],
        restart: async () => [makeOffer('ecoute')],
        open: async () => [],
        seal: async ({ association, message }, _keys, tokenHash) => {
          const sealed = toBase64(randomBytes(SEALED_SIZES_BYTES[0]))
          inside.set(sealed, message)
          const envelope = { association, keyFingerprint: FINGERPRINT, sealed, tokenHash }
          const body = JSON.stringify({ version: 1, envelopes: [envelope] })
          return accept({ body, digest: await digestHex(utf8(body)) })
        },
        sealOwn: async () => decline('failed'),
      },
      network: {
        read: async () => accept([]),
        write: unused,
        erase: unused,
        eraseEnvelopes: unused,
        moveEnvelopes: unused,
        releaseFiles: unused,
        find: async () => accept(new Map([['ecoute', await numbers()]])),
        challenge: async () => accept({ challenge: 'c', today: '2026-03-02' }),
        solve: async () => `proof ${proofs.push('solved')}`,
        post: async (body) => {
          postings++
          await meanwhile.shift()?.()
          const [envelope] = (JSON.parse(body) as Submission).envelopes
          const { tokenHash = '', sealed = '' } = envelope ?? {}
          const there = kept.get(tokenHash)
          if (there && there.sealed !== sealed) return decline('token-taken')
          kept.set(tokenHash, { sealed, message: inside.get(sealed) ?? '' })
          return accept({ accepted: await digestHex(utf8(body)) })
        },
      },
    },
  }
}

type Attach = (holder: Holder) => Promise<Result<Attachments | null, FilesStop>>

const envelope = (text: string, attach?: Attach): OneEnvelope =>
  new OneEnvelope({
    visit: visit(),
    association: 'ecoute',
    locale: 'fr',
    write: (common) => ({ kind: 'follow-up', ...common, text }),
    ...(attach ? { attach } : {}),
  })

const holdsOf = (...ofNumbers: number[]): Promise<string[]> =>
  Promise.all(ofNumbers.map((number) => holdOf(keys.links, 'ecoute', number)))

const isKept = (message: string): boolean => [...kept.values()].some((each) => each.message === message)

it('of two phones that took one number, the slower looks again, seals anew, and both messages arrive', async () => {
  await take(0)
  meanwhile = [() => take(1)]
  const outcome = await envelope('La seconde.').send()
  expect(outcome).toMatchObject({ kind: 'received', number: 2 })
  expect(outcome.kind === 'received' && isKept(outcome.message)).toBe(true)
  expect(await numbers()).toHaveLength(3)
})

it('a number refused is not taken again, and the proof that was not spent serves', async () => {
  await take(0)
  meanwhile = [() => take(1)]
  await envelope('Une fois.').send()
  expect([postings, proofs.length]).toEqual([2, 1])
})

it('a third phone that is faster again is not chased: the refusal is told, and trying again sends it', async () => {
  await take(0)
  meanwhile = [() => take(1), () => take(2)]
  const slow = envelope('Toujours la mienne.')
  expect(await slow.send()).toEqual({ kind: 'refused' })
  expect(postings).toBe(2)
  expect(await slow.send()).toMatchObject({ kind: 'received', number: 3 })
})

it('files are held for the number that arrives: again under the next where another phone was faster', async () => {
  await take(0)
  meanwhile = [() => take(1)]
  const holds: string[] = []
  const outcome = await envelope('Avec un fichier.', async ({ hold }) => {
    holds.push(hold)
    return accept(null)
  }).send()
  expect(outcome).toMatchObject({ kind: 'received', number: 2 })
  expect(holds).toEqual(await holdsOf(1, 2))
})

it('a message whose files could not be held is not posted, and looks for its number again before they are', async () => {
  await take(0)
  const holds: string[] = []
  const waiting = envelope('Avec un fichier.', async ({ hold }) => {
    holds.push(hold)
    return holds.length === 1 ? decline('files') : accept(null)
  })
  expect(await waiting.send()).toEqual({ kind: 'files' })
  expect(postings).toBe(0)
  await take(1)
  expect(await waiting.send()).toMatchObject({ kind: 'received', number: 2 })
  expect(holds).toEqual(await holdsOf(1, 2))
})

it('a message that was dropped while its files were held is neither sealed nor posted', async () => {
  const dropped = envelope('Avec un fichier.', async () => {
    dropped.cancel()
    return accept(null)
  })
  expect(await dropped.send()).toEqual({ kind: 'cancelled' })
  expect([inside.size, postings]).toEqual([0, 0])
})
