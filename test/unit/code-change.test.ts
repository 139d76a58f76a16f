// Changing a code when an association cannot be told, or when the site fails in between: what is moved, what is announced, and how often.
import { beforeEach, describe, expect, it } from 'vitest'
import { CodeChange } from '../../src/client/return/code-change.ts'
import type { OwnEnvelope, OwnEnvelopes } from '../../src/client/return/own-envelopes.ts'
import type { Visit } from '../../src/client/return/visit.ts'
import type { Offer } from '../../src/client/report/worker-messages.ts'
import { toBase64, utf8 } from '../../src/crypto/encoding.ts'
import { digestHex } from '../../src/crypto/digest.ts'
import type { ReturnKeys } from '../../src/crypto/return-keys.ts'
import { SEALED_SIZES_BYTES } from '../../src/protocol/limits.ts'
import { accept, decline } from '../../src/protocol/result.ts'
import type { MailboxItem } from '../../src/crypto/mailbox-page.ts'
import { look } from '../../src/client/return/visit.ts'
import type { OpenedMessage } from '../../src/sealing/open-mailbox.ts'
import type { UnprovenCopy, UnprovenDraft, UnprovenMoving } from '../../src/sealing/seal-own.ts'
import type { Unsigned } from '../../src/sealing/sign-contents.ts'
import type { FollowUp, NewCode, Withdrawal } from '../../src/protocol/thread.ts'
import { makeAuthor } from '../support/authors.ts'
import { makeOffer } from '../support/offer.ts'

type Sent = Unsigned<FollowUp | Withdrawal | NewCode>

let offers: Offer[]
let envelopes: Map<string, OwnEnvelope[]>
let announced: Sent[]
let posted: string[]
let moved: OwnEnvelopes[]
let erased: string[]
/** What lies in the old mailbox. */
let opened: OpenedMessage[]
let kept: (UnprovenCopy | UnprovenDraft | UnprovenMoving)[]
let log: string[]
/** How many postings the network still loses. */
let lost: number
let old: ReturnKeys
let next: ReturnKeys

const itemOf = (_: OpenedMessage, place: number): MailboxItem => ({
  id: String(place),
  receivedOn: '2026-03-02',
  keptUntil: '2026-05-31',
  sealed: new Uint8Array(),
})

const moving = async ({ certificate }: ReturnKeys): Promise<OpenedMessage> => ({
  kind: 'moving',
  contents: {
    kind: 'moving',
    version: 1,
    writtenOn: '2026-03-02',
    certificate: await digestHex(certificate),
    mac: '',
  },
})

const answered = (text: string, message: string): OpenedMessage => ({
  kind: 'answer',
  trust: 'signed',
  contents: {
    kind: 'answer',
    version: 1,
    association: 'ecoute',
    thread: '0'.repeat(32),
    message,
    writtenOn: '2026-03-02',
    text,
    signature: '',
  },
})

const STORY: OpenedMessage = {
  kind: 'draft',
  contents: {
    kind: 'draft',
    version: 1,
    writtenOn: '2026-03-02',
    locale: 'fr',
    step: 'words',
    fields: [],
    identifiers: [],
    mac: '',
  },
}

function visit(): Visit {
  const sealed = toBase64(new Uint8Array(SEALED_SIZES_BYTES[0]))
  return {
    keys: old,
    means: {
      thread: {
        offers: async () => offers,
        restart: async () => offers,
        open: async (messages) => messages.flatMap((_, place) => opened[place] ?? []),
        seal: async (unsigned, _keys, tokenHash) => {
          announced.push(unsigned)
          const { association } = unsigned
          const keyFingerprint = offers.find((each) => each.association === association)?.fingerprint
          const envelope = { association, keyFingerprint, sealed, tokenHash }
          const body = JSON.stringify({ version: 1, envelopes: [envelope] })
          return accept({ body, digest: await digestHex(utf8(body)) })
        },
        sealOwn: async (own) => {
          kept.push(own)
          return accept(sealed)
        },
      },
      network: {
        read: async ({ mailbox }) => accept(mailbox === old.mailbox ? opened.map(itemOf) : []),
        write: async (_keys, _sealed, keep) => {
          log.push(`write ${keep}`)
          return accept(null)
        },
        erase: async ({ mailbox }) => {
          erased.push(mailbox)
          return accept(null)
        },
        find: async (_links, asked) =>
          accept(new Map([...envelopes].filter(([association]) => asked.includes(association)))),
        eraseEnvelopes: async () => accept(null),
        releaseFiles: async () => accept(null),
        moveEnvelopes: async (_old, _next, which) => {
          moved.push(which)
          return accept(null)
        },
        challenge: async () => accept({ challenge: 'c', today: '2026-03-02' }),
        solve: async () => 'proof',
        post: async (body) => {
          posted.push(body)
          log.push('post')
          if (lost-- > 0) return decline('unreachable')
          return accept({ accepted: await digestHex(utf8(body)) })
        },
      },
    },
  }
}

beforeEach(async () => {
  offers = [makeOffer('ecoute'), makeOffer('droits', { status: 'paused' })]
  envelopes = new Map([
    ['ecoute', [{ number: 0, status: 'opened' }]],
    ['droits', [{ number: 0, status: 'waiting' }]],
  ])
  announced = []
  posted = []
  moved = []
  erased = []
  lost = 0
  opened = []
  kept = []
  log = []
  old = await makeAuthor()
  next = await makeAuthor()
})

const numbersMoved = (association: string): number[] =>
  moved.flatMap((which) => (which.get(association) ?? []).map(({ number }) => number))

describe('a change of code', () => {
  it('tells who can be told, names who cannot, and moves the envelopes of both', async () => {
    const outcome = await new CodeChange(visit(), next, 'fr', null).run(() => {})
    expect(outcome).toMatchObject({ kind: 'done', untold: [{ association: 'droits' }] })
    expect(announced.map(({ association, kind }) => [association, kind])).toEqual([['ecoute', 'new-code']])
    expect(numbersMoved('ecoute')).toEqual([0, 1])
    expect(numbersMoved('droits')).toEqual([0])
    expect(erased).toEqual([old.mailbox])
  })

  it('announces one code once: tried again after a lost answer, the same envelope leaves', async () => {
    lost = 1
    const change = new CodeChange(visit(), next, 'fr', null)
    expect(await change.run(() => {})).toEqual({ kind: 'midway' })
    expect(erased).toEqual([])
    expect(await change.run(() => {})).toMatchObject({ kind: 'done' })
    expect(posted).toHaveLength(2)
    expect(posted[1]).toBe(posted[0])
    expect(new Set(announced.map(({ message }) => message)).size).toBe(1)
  })

  it('tells no association whose copy has expired, and moves what is known of it', async () => {
    envelopes = new Map([['ecoute', [{ number: 0, status: 'expired' }]]])
    expect(await new CodeChange(visit(), next, 'fr', null).run(() => {})).toEqual({
      kind: 'done',
      untold: [],
      came: [],
    })
    expect(posted).toEqual([])
    expect(numbersMoved('ecoute')).toEqual([0])
  })

  it('looks for every number of every association: nothing is left to the old code', async () => {
    const visited = visit()
    const { find } = visited.means.network
    const depths: unknown[] = []
    visited.means.network.find = (links, asked, numbers) => {
      depths.push([asked.length, numbers])
      return find(links, asked, numbers)
    }
    await new CodeChange(visited, next, 'fr', null).run(() => {})
    expect(depths).toContainEqual([2, 'all'])
  })

  it('has changed nothing when the site does not say which day it is', async () => {
    const visited = visit()
    visited.means.network.challenge = async () => decline('unreachable')
    expect(await new CodeChange(visited, next, 'fr', null).run(() => {})).toEqual({ kind: 'before' })
    expect([...posted, ...erased, ...moved]).toEqual([])
  })

  it('says which code it moves to, in the old mailbox, before anyone is told', async () => {
    await new CodeChange(visit(), next, 'fr', null).run(() => {})
    const certificate = await digestHex(next.certificate)
    expect(kept).toEqual([{ kind: 'moving', version: 1, writtenOn: '2026-03-02', certificate }])
    expect(log).toEqual(['write year', 'post'])
  })

  it('tells nobody when that could not be left there', async () => {
    const visited = visit()
    visited.means.network.write = async () => decline('unreachable')
    expect(await new CodeChange(visited, next, 'fr', null).run(() => {})).toEqual({ kind: 'midway' })
    expect([...posted, ...moved, ...erased]).toEqual([])
  })

  it('carries a story once: tried again after a lost answer, the same bytes leave', async () => {
    opened = [STORY]
    const visited = visit()
    const { write } = visited.means.network
    const written: string[] = []
    visited.means.network.write = async (keys, sealed, keep) => {
      if (keys.mailbox === next.mailbox) written.push(sealed)
      return written.length === 1 ? decline('unreachable') : write(keys, sealed, keep)
    }
    let sealings = 0
    visited.means.thread.sealOwn = async (own) => {
      kept.push(own)
      return accept(`${own.kind} ${++sealings}`)
    }
    const change = new CodeChange(visited, next, 'fr', null)
    expect(await change.run(() => {})).toEqual({ kind: 'midway' })
    expect(await change.run(() => {})).toMatchObject({ kind: 'done' })
    expect(written).toEqual(['draft 1', 'draft 1'])
    expect(kept.filter(({ kind }) => kind === 'draft')).toHaveLength(1)
  })

  it('to another code than the one that was begun changes nothing', async () => {
    opened = [await moving(await makeAuthor())]
    expect(await new CodeChange(visit(), next, 'fr', null).run(() => {})).toEqual({ kind: 'begun' })
    expect([...posted, ...moved, ...erased, ...kept]).toEqual([])
  })

  it('that was begun is gone on with by its own code, and says so no second time', async () => {
    opened = [await moving(next)]
    expect(await new CodeChange(visit(), next, 'fr', null).run(() => {})).toMatchObject({ kind: 'done' })
    expect(kept).toEqual([])
    expect(announced.map(({ association }) => association)).toEqual(['ecoute'])
    expect(erased).toEqual([old.mailbox])
  })

  it('hands over the answers that came after it had stopped, and were not read', async () => {
    opened = [answered('Lue.', 'a'.repeat(32))]
    const shown = await look(visit())
    lost = 1
    const change = new CodeChange(visit(), next, 'fr', shown.ok ? shown.value : null)
    expect(await change.run(() => {})).toEqual({ kind: 'midway' })
    opened.push(answered('Pas encore lue.', 'b'.repeat(32)))
    const outcome = await change.run(() => {})
    expect(outcome).toMatchObject({ kind: 'done', came: [{ association: 'ecoute' }] })
    expect(outcome.kind === 'done' && outcome.came.map(({ said }) => said.text)).toEqual(['Pas encore lue.'])
    expect(erased).toEqual([old.mailbox])
  })

  it('erases nothing when what came cannot be read', async () => {
    const visited = visit()
    const { read } = visited.means.network
    let reads = 0
    visited.means.network.read = async (keys) => (++reads > 1 ? decline('unreachable') : read(keys))
    expect(await new CodeChange(visited, next, 'fr', null).run(() => {})).toEqual({ kind: 'midway' })
    expect(erased).toEqual([])
  })

  it('keeps that an agreement was taken back as long as a mailbox keeps anything', async () => {
    opened = [
      {
        kind: 'copy',
        contents: {
          kind: 'copy',
          version: 1,
          what: 'withdrawal',
          association: 'ecoute',
          message: 'c'.repeat(32),
          writtenOn: '2026-03-02',
          text: '',
          mac: '',
        },
      },
    ]
    await new CodeChange(visit(), next, 'fr', null).run(() => {})
    expect(kept.map(({ kind }) => kind)).toEqual(['moving', 'copy'])
    expect(log).toEqual(['write year', 'write year'])
  })
})
