// What an association sees of a conversation: only what its author is proven to have said counts. Anyone who has read an envelope can
// write the next one, send an old one again, or lay hands on a code that was replaced.
import { describe, expect, it } from 'vitest'
import { utf8 } from '../../src/crypto/encoding.ts'
import { threadOf } from '../../src/crypto/links.ts'
import { encryptTo, readSecretKey } from '../../src/crypto/openpgp.ts'
import { padText } from '../../src/crypto/padding.ts'
import { randomHex } from '../../src/crypto/random.ts'
import type { ReturnKeys } from '../../src/crypto/return-keys.ts'
import { addDays } from '../../src/protocol/day.ts'
import type { EnvelopeContents } from '../../src/protocol/envelope.ts'
import type { Granting, InboxContents } from '../../src/protocol/thread.ts'
import { addressReport } from '../../src/sealing/address-report.ts'
import { openEnvelope } from '../../src/sealing/open-envelope.ts'
import { replyOf } from '../../src/sealing/reply.ts'
import { signContents } from '../../src/sealing/sign-contents.ts'
import { readThreads, type OpenedItem, type Thread } from '../../src/sealing/thread.ts'
import { makeAuthor } from '../support/authors.ts'
import { consentsTo } from '../support/consents.ts'
import { makeHolder } from '../support/openpgp-keys.ts'

const US = 'ecoute-sud'
const us = await makeHolder(US)
const others = await makeHolder('droits-nord')
const MONDAY = '2026-11-23'
const TUESDAY = addDays(MONDAY, 1)
const WEDNESDAY = addDays(MONDAY, 2)
const THURSDAY = addDays(MONDAY, 3)

const ana = await makeAuthor()
const anaAgain = await makeAuthor()
const thief = await makeAuthor()

async function reportOf(
  author: ReturnKeys | null,
  narrative = 'Ils étaient trois.',
): Promise<EnvelopeContents> {
  const [consent] = consentsTo({ association: US, fingerprint: 'A'.repeat(40) })
  if (!consent) throw new Error('one consent')
  const report = { locale: 'fr', account: {}, narrative, identifiers: [] } as const
  const code = author && { reply: replyOf(author), links: author.links }
  return addressReport({ ...report, identifiers: [] }, consent, MONDAY, code)
}

type Told = { text?: string; message?: string; thread?: string; association?: string; granting?: Granting }

async function signedBy<Kind extends 'follow-up' | 'withdrawal' | 'new-code'>(
  author: ReturnKeys,
  kind: Kind,
  { association = US, message = randomHex(16), thread, ...rest }: Told & { next?: unknown } = {},
): Promise<InboxContents> {
  const key = await readSecretKey(author.secretKey)
  if (!key) throw new Error('an author has a key')
  const contents = {
    kind,
    version: 1,
    thread: thread ?? (await threadOf(author.links, US)),
    message,
    writtenOn: TUESDAY,
    locale: 'fr',
    association,
    ...rest,
  }
  return (await signContents(key, contents)) as unknown as InboxContents
}

const more = (author: ReturnKeys, text: string, told: Told = {}) =>
  signedBy(author, 'follow-up', { text, ...told })

const newCode = async (from: ReturnKeys, to: ReturnKeys, told: Told = {}) =>
  signedBy(from, 'new-code', { next: { thread: await threadOf(to.links, US), reply: replyOf(to) }, ...told })

async function answerFrom(holder: typeof us, text: string, thread: string): Promise<InboxContents> {
  const contents = { kind: 'answer', version: 1, association: US, thread, message: randomHex(16) } as const
  return (await signContents(holder.key, { ...contents, writtenOn: TUESDAY, text })) as InboxContents
}

let numbered = 0
/** As it comes out of the inbox: through JSON, sealed and opened. */
async function arrived(contents: InboxContents, receivedOn = TUESDAY): Promise<OpenedItem> {
  const sealed = await encryptTo(us.certificate, padText(utf8(JSON.stringify(contents))) ?? new Uint8Array())
  const opened = await openEnvelope(sealed, us.key, US)
  if (!opened.ok) throw new Error(opened.reason)
  return { id: String(++numbered), receivedOn, contents: opened.value }
}

const read = (...items: OpenedItem[]) =>
  readThreads(items, { association: US, certificates: [us.certificate], entries: [] })

const said = (thread: Thread | undefined) =>
  (thread?.messages ?? []).map(({ contents, trust }) => [
    'text' in contents ? contents.text : contents.kind,
    trust,
  ])

const anaReport = await arrived(await reportOf(ana), MONDAY)
const anaThread = await threadOf(ana.links, US)
const nextThread = await threadOf(anaAgain.links, US)

describe('a conversation', () => {
  it('is the report, and below it what its author and the association said, by day', async () => {
    const threads = await read(
      await arrived(await more(ana, 'Il m’a réécrit.'), WEDNESDAY),
      await arrived(await answerFrom(us, 'Nous vous lisons.', anaThread), TUESDAY),
      anaReport,
    )
    expect(threads).toHaveLength(1)
    expect(threads[0]).toMatchObject({
      thread: anaThread,
      reply: replyOf(ana),
      disputed: false,
      withdrawnOn: null,
    })
    expect(threads[0]?.reports.map(({ contents }) => contents.narrative)).toEqual(['Ils étaient trois.'])
    expect(said(threads[0])).toEqual([
      ['Nous vous lisons.', 'trusted'],
      ['Il m’a réécrit.', 'trusted'],
    ])
  })

  it('is one for each person: nobody’s words stand in another’s', async () => {
    const threads = await read(
      anaReport,
      await arrived(await reportOf(thief, 'Autre chose.'), MONDAY),
      await arrived(await more(thief, 'Encore autre chose.')),
      await arrived(await more(ana, 'Il m’a réécrit.')),
    )
    expect(threads.map(said)).toEqual([
      [['Il m’a réécrit.', 'trusted']],
      [['Encore autre chose.', 'trusted']],
    ])
  })

  it('cannot be answered when its author took no code', async () => {
    const contents = await reportOf(null)
    const [thread] = await read(
      await arrived(contents, MONDAY),
      await arrived(await more(ana, 'C’est moi.', { thread: contents.thread })),
    )
    expect(thread?.reply).toBeNull()
    expect(said(thread)).toEqual([['C’est moi.', 'forged']])
  })

  it('cannot be answered when what the author gave is no certificate', async () => {
    const report = await reportOf(ana)
    const reply = { ...replyOf(ana), certificate: 'AAAA' }
    const [thread] = await read(
      await arrived({ ...report, reply }, MONDAY),
      await arrived(await more(ana, 'Moi.')),
    )
    expect(thread?.reply).toBeNull()
    expect(said(thread)).toEqual([['Moi.', 'forged']])
  })

  it('shows everything once, however often it was sent', async () => {
    const words = await more(ana, 'Il m’a réécrit.', { message: 'c'.repeat(32) })
    const signedAfresh = await more(ana, 'Il m’a réécrit.', { message: 'c'.repeat(32) })
    const items = [
      anaReport,
      await arrived(anaReport.contents, WEDNESDAY),
      await arrived(words),
      await arrived(words, WEDNESDAY),
      await arrived(signedAfresh, WEDNESDAY),
    ]
    const [thread] = await read(...items)
    expect(said(thread)).toEqual([['Il m’a réécrit.', 'trusted']])
    expect(thread?.messages[0]?.ids.toSorted()).toEqual(items.slice(2).map(({ id }) => id))
    expect(thread?.messages[0]?.receivedOn).toBe(TUESDAY)
    expect(thread?.reports.map(({ ids }) => ids)).toEqual([items.slice(0, 2).map(({ id }) => id)])
  })

  it('is the same in whatever order the envelopes are given', async () => {
    const items = [
      anaReport,
      await arrived(await more(ana, 'Un.'), TUESDAY),
      await arrived(await newCode(ana, anaAgain), WEDNESDAY),
      await arrived(await more(anaAgain, 'Deux.'), THURSDAY),
      await arrived(await more(thief, 'Trois.', { thread: anaThread }), THURSDAY),
    ]
    expect(await read(...items.toReversed())).toEqual(await read(...items))
  })
})

const genuine = await more(ana, 'Il m’a réécrit.', { message: 'd'.repeat(32) })

describe('a message that its author is not proven to have written', () => {
  const forgeries: [string, () => Promise<InboxContents>][] = [
    ['is not signed', async () => ({ ...genuine, signature: '' }) as InboxContents],
    ['is signed by another code', () => more(thief, 'C’est moi.', { thread: anaThread })],
    ['has other words than were signed', async () => ({ ...genuine, text: 'C’est moi.' }) as InboxContents],
    [
      'wears the number of a genuine one',
      async () => ({ ...genuine, text: 'Retirez tout.', message: 'd'.repeat(32) }) as InboxContents,
    ],
    [
      'has its words in another order',
      async () => {
        const { version, ...rest } = genuine
        return { version, ...rest } as InboxContents
      },
    ],
  ]

  it.each(forgeries)('%s, and is flagged beside the conversation', async (_, forge) => {
    const [thread, ...rest] = await read(
      anaReport,
      await arrived(genuine),
      await arrived(await forge(), WEDNESDAY),
    )
    expect(rest).toEqual([])
    expect(thread?.messages.map(({ trust }) => trust)).toEqual(['trusted', 'forged'])
    expect(said(thread)[0]).toEqual(['Il m’a réécrit.', 'trusted'])
  })

  it('cannot hide a genuine one by coming first', async () => {
    const forged = { ...genuine, text: 'Oubliez-moi.' } as InboxContents
    const [thread] = await read(anaReport, await arrived(forged, MONDAY), await arrived(genuine))
    expect(said(thread)).toEqual([
      ['Oubliez-moi.', 'forged'],
      ['Il m’a réécrit.', 'trusted'],
    ])
  })

  it('is its own words to another thread', async () => {
    const threads = await read(
      anaReport,
      await arrived(await reportOf(thief), MONDAY),
      await arrived(await more(ana, 'Chez elle.', { thread: await threadOf(thief.links, US) })),
    )
    expect(threads.map(said)).toEqual([[], [['Chez elle.', 'forged']]])
  })

  it('is its own words to another association', async () => {
    const toOthers = await more(ana, 'Pour eux seuls.', { association: 'droits-nord' })
    await expect(arrived(toOthers)).rejects.toThrow('damaged')
    const [thread] = await read(anaReport, { id: '1', receivedOn: TUESDAY, contents: toOthers })
    expect(said(thread)).toEqual([['Pour eux seuls.', 'forged']])
  })

  it('is put apart when the report it speaks of is not here', async () => {
    const threads = await read(await arrived(genuine), await arrived(await more(ana, 'Encore.'), WEDNESDAY))
    expect(threads).toHaveLength(1)
    expect(threads[0]).toMatchObject({ reports: [], reply: null })
    expect(threads[0]?.messages.map(({ trust }) => trust)).toEqual(['forged', 'forged'])
  })
})

describe('a withdrawal', () => {
  it('counts from the day it came', async () => {
    const [thread] = await read(anaReport, await arrived(await signedBy(ana, 'withdrawal'), WEDNESDAY))
    expect(thread?.withdrawnOn).toBe(WEDNESDAY)
  })

  it('does not count when it is forged', async () => {
    const forged = await signedBy(thief, 'withdrawal', { thread: anaThread })
    const withdrawal = await signedBy(ana, 'withdrawal')
    const [thread] = await read(
      anaReport,
      await arrived(forged),
      await arrived({ ...withdrawal, signature: '' } as InboxContents),
    )
    expect(thread?.messages.map(({ trust }) => trust)).toEqual(['forged', 'forged'])
    expect(thread?.withdrawnOn).toBeNull()
  })

  it('counts when the code it is signed with was changed that day', async () => {
    const [thread] = await read(
      anaReport,
      await arrived(await newCode(ana, anaAgain), TUESDAY),
      await arrived(await signedBy(ana, 'withdrawal'), TUESDAY),
    )
    expect(said(thread)).toEqual([
      ['new-code', 'trusted'],
      ['withdrawal', 'that-day'],
    ])
    expect(thread).toMatchObject({ withdrawnOn: TUESDAY, disputed: false })
  })

  it('does not count when two different new codes came that day', async () => {
    const [thread] = await read(
      anaReport,
      await arrived(await newCode(ana, anaAgain), TUESDAY),
      await arrived(await newCode(ana, thief), TUESDAY),
      await arrived(await signedBy(ana, 'withdrawal'), TUESDAY),
    )
    expect(said(thread).at(-1)).toEqual(['withdrawal', 'disputed'])
    expect(thread?.withdrawnOn).toBeNull()
  })
})

describe('a yes to a request of that very day', () => {
  it('stands after the request, and before what follows it', async () => {
    const request = await answerFrom(us, 'Pouvons-nous transmettre ?', anaThread)
    if (request.kind !== 'answer') throw new Error('a request is an answer')
    const granting = { message: request.message, to: 'droits-nord', answer: 'yes' as const }
    const [thread] = await read(
      anaReport,
      await arrived(await more(ana, 'Oui.', { granting })),
      await arrived(await more(ana, 'Il m’a réécrit.')),
      await arrived(await newCode(ana, anaAgain)),
      await arrived(request),
    )
    expect(said(thread)).toEqual([
      ['Il m’a réécrit.', 'that-day'],
      ['Pouvons-nous transmettre ?', 'trusted'],
      ['Oui.', 'that-day'],
      ['new-code', 'trusted'],
    ])
  })
})

describe('a new code', () => {
  it('speaks from then on, and is where answers go', async () => {
    const threads = await read(
      anaReport,
      await arrived(await more(ana, 'Avant.'), TUESDAY),
      await arrived(await newCode(ana, anaAgain), WEDNESDAY),
      await arrived(await more(anaAgain, 'Après.'), THURSDAY),
      await arrived(await answerFrom(us, 'Bien noté.', nextThread), THURSDAY),
    )
    expect(threads).toHaveLength(1)
    expect(threads[0]).toMatchObject({ thread: nextThread, reply: replyOf(anaAgain), disputed: false })
    expect(said(threads[0])).toEqual([
      ['Avant.', 'trusted'],
      ['new-code', 'trusted'],
      ['Après.', 'trusted'],
      ['Bien noté.', 'trusted'],
    ])
  })

  it('may be followed by another, and another', async () => {
    const third = await makeAuthor()
    const [thread] = await read(
      await arrived(await signedBy(third, 'withdrawal'), THURSDAY),
      await arrived(await newCode(anaAgain, third), WEDNESDAY),
      await arrived(await newCode(ana, anaAgain), TUESDAY),
      anaReport,
    )
    expect(thread).toMatchObject({ reply: replyOf(third), withdrawnOn: THURSDAY })
  })

  it('ends the old one: what the old one says later is not believed', async () => {
    const [thread] = await read(
      anaReport,
      await arrived(await newCode(ana, anaAgain), TUESDAY),
      await arrived(await more(ana, 'J’ai trouvé ce code.'), WEDNESDAY),
      await arrived(await signedBy(ana, 'withdrawal'), WEDNESDAY),
    )
    expect(said(thread).slice(1)).toEqual([
      ['J’ai trouvé ce code.', 'forged'],
      ['withdrawal', 'forged'],
    ])
    expect(thread).toMatchObject({ withdrawnOn: null, reply: replyOf(anaAgain) })
  })

  it('leaves believed what the old code said that day, and marks it', async () => {
    const words = await more(ana, 'Juste avant.', { message: 'e'.repeat(32) })
    const signedAfresh = await more(ana, 'Juste avant.', { message: 'e'.repeat(32) })
    const [thread] = await read(
      anaReport,
      await arrived(words, TUESDAY),
      await arrived(await newCode(ana, anaAgain), WEDNESDAY),
      await arrived(signedAfresh, WEDNESDAY),
      await arrived(await more(ana, 'Le jour même.'), WEDNESDAY),
      await arrived(await more(anaAgain, 'Après.'), WEDNESDAY),
    )
    expect(said(thread).filter(([, trust]) => trust === 'that-day')).toEqual([['Le jour même.', 'that-day']])
    expect(said(thread)).toHaveLength(4)
    expect(thread).toMatchObject({ disputed: false, reply: replyOf(anaAgain) })
  })

  it('leaves believed what was said before it, even when someone sends it again later', async () => {
    const before = await more(ana, 'Avant.')
    const [thread] = await read(
      anaReport,
      await arrived(before, MONDAY),
      await arrived(await newCode(ana, anaAgain), TUESDAY),
      await arrived(before, WEDNESDAY),
    )
    expect(said(thread)).toEqual([
      ['Avant.', 'trusted'],
      ['new-code', 'trusted'],
    ])
  })

  it('is not followed when someone else announces it', async () => {
    const stolen = await newCode(thief, thief, { thread: anaThread })
    const [thread, ...rest] = await read(
      anaReport,
      await arrived(stolen),
      await arrived(await more(thief, 'Moi.')),
    )
    expect(thread).toMatchObject({ thread: anaThread, reply: replyOf(ana), disputed: false })
    expect(said(thread)).toEqual([['new-code', 'forged']])
    expect(rest.map(said)).toEqual([[['Moi.', 'forged']]])
  })

  it('sent twice is one', async () => {
    const [thread] = await read(
      anaReport,
      await arrived(await newCode(ana, anaAgain), TUESDAY),
      await arrived(await newCode(ana, anaAgain), WEDNESDAY),
    )
    expect(thread).toMatchObject({ disputed: false, reply: replyOf(anaAgain) })
  })

  it('does not lead into somebody else’s conversation', async () => {
    const bilal = await makeAuthor()
    const threads = await read(
      anaReport,
      await arrived(await reportOf(bilal, 'Bilal.'), MONDAY),
      await arrived(await newCode(ana, bilal), TUESDAY),
      await arrived(await more(bilal, 'De Bilal.'), WEDNESDAY),
    )
    expect(threads[1]?.reports.map(({ contents }) => contents.narrative)).toEqual(['Bilal.'])
    expect(threads[1]).toMatchObject({ disputed: false, reply: replyOf(bilal) })
    expect(said(threads[1])).toEqual([['De Bilal.', 'trusted']])
    expect(threads[0]).toMatchObject({ disputed: true, reply: null })
    expect(said(threads[0])).toEqual([['new-code', 'disputed']])
  })

  it('may begin a report of its own, from the day it is announced', async () => {
    const threads = await read(
      anaReport,
      await arrived(await newCode(ana, anaAgain), TUESDAY),
      await arrived(await reportOf(anaAgain, 'Encore eux.'), TUESDAY),
    )
    expect(threads.map(({ disputed, reply }) => [disputed, reply])).toEqual([
      [false, replyOf(anaAgain)],
      [false, replyOf(anaAgain)],
    ])
  })
})

describe('two different new codes of one old code', () => {
  it.each([
    ['the same day', WEDNESDAY, 'disputed'],
    ['a day apart', THURSDAY, 'trusted'],
  ])('are disputed when they come %s: neither is followed, nothing is answered', async (_, second, one) => {
    const threads = await read(
      anaReport,
      await arrived(await more(ana, 'Avant.'), TUESDAY),
      await arrived(await newCode(ana, anaAgain), WEDNESDAY),
      await arrived(await newCode(ana, thief), second),
      await arrived(await more(anaAgain, 'Moi, Ana.'), THURSDAY),
      await arrived(await signedBy(thief, 'withdrawal'), THURSDAY),
    )
    expect(threads).toHaveLength(1)
    expect(threads[0]).toMatchObject({ thread: anaThread, disputed: true, reply: null, withdrawnOn: null })
    const [before, ...rest] = said(threads[0])
    expect(before).toEqual(['Avant.', 'trusted'])
    expect(rest.map(([, trust]) => trust)).toEqual([one, 'disputed', 'disputed', 'disputed'])
  })

  it('do not undo a withdrawal that was believed before the second came, nor what was said by then', async () => {
    const [thread] = await read(
      anaReport,
      await arrived(await newCode(ana, anaAgain), TUESDAY),
      await arrived(await more(anaAgain, 'Moi, Ana.'), WEDNESDAY),
      await arrived(await signedBy(anaAgain, 'withdrawal'), WEDNESDAY),
      await arrived(await newCode(ana, thief), THURSDAY),
      await arrived(await more(anaAgain, 'Trop tard.'), THURSDAY),
    )
    expect(thread).toMatchObject({ disputed: true, reply: null, withdrawnOn: WEDNESDAY })
    expect(said(thread)).toEqual([
      ['new-code', 'trusted'],
      ['Moi, Ana.', 'trusted'],
      ['withdrawal', 'trusted'],
      ['Trop tard.', 'disputed'],
      ['new-code', 'disputed'],
    ])
  })

  it('let nothing of the second be believed, even what it said before it was announced', async () => {
    const [thread] = await read(
      anaReport,
      await arrived(await newCode(ana, anaAgain), TUESDAY),
      await arrived(await signedBy(thief, 'withdrawal'), TUESDAY),
      await arrived(await newCode(ana, thief), THURSDAY),
      await arrived(await newCode(thief, anaAgain), THURSDAY),
      await arrived(await more(anaAgain, 'Moi, Ana.'), WEDNESDAY),
    )
    expect(thread?.withdrawnOn).toBeNull()
    expect(said(thread).slice(0, 3)).toEqual([
      ['new-code', 'trusted'],
      ['withdrawal', 'disputed'],
      ['Moi, Ana.', 'trusted'],
    ])
  })

  it('are one when only the order of their fields differs', async () => {
    const { certificate, mailbox, auth, write } = replyOf(anaAgain)
    const next = { reply: { write, auth, mailbox, certificate }, thread: nextThread }
    const [thread] = await read(
      anaReport,
      await arrived(await newCode(ana, anaAgain), TUESDAY),
      await arrived(await signedBy(ana, 'new-code', { next }), WEDNESDAY),
    )
    expect(thread).toMatchObject({ disputed: false, reply: replyOf(anaAgain) })
  })

  it('stay disputed through every code that follows', async () => {
    const last = await makeAuthor()
    const [thread] = await read(
      anaReport,
      await arrived(await newCode(ana, anaAgain), TUESDAY),
      await arrived(await newCode(ana, thief), TUESDAY),
      await arrived(await newCode(thief, last), WEDNESDAY),
      await arrived(await more(last, 'Moi.'), THURSDAY),
    )
    expect(thread).toMatchObject({ disputed: true, reply: null })
    expect(new Set(said(thread).map(([, trust]) => trust))).toEqual(new Set(['disputed']))
  })

  it('are not made of one that leads back', async () => {
    const [thread] = await read(
      anaReport,
      await arrived(await newCode(ana, anaAgain), TUESDAY),
      await arrived(await newCode(anaAgain, ana), WEDNESDAY),
    )
    expect(thread).toMatchObject({ disputed: true, reply: null })
  })

  it('are not needed: one whose key cannot be read is not followed either', async () => {
    const next = { thread: nextThread, reply: { ...replyOf(anaAgain), certificate: 'AAAA' } }
    const [thread] = await read(anaReport, await arrived(await signedBy(ana, 'new-code', { next })))
    expect(thread).toMatchObject({ disputed: true, reply: null })
    expect(said(thread)).toEqual([['new-code', 'disputed']])
  })
})

describe('a second report in one thread', () => {
  it('stands beside the first when it is answered the same way', async () => {
    const [thread, ...rest] = await read(
      anaReport,
      await arrived(await reportOf(ana, 'Encore eux.'), TUESDAY),
    )
    expect(rest).toEqual([])
    expect(thread?.reports.map(({ contents }) => contents.narrative)).toEqual([
      'Ils étaient trois.',
      'Encore eux.',
    ])
    expect(thread?.reply).toEqual(replyOf(ana))
  })

  const lateness = (thread: Thread | undefined) =>
    thread?.reports.map(({ contents, late }) => [contents.narrative, late])

  it('is marked from the day that its code was replaced, and changes nothing else', async () => {
    const [thread, ...rest] = await read(
      anaReport,
      await arrived(await newCode(ana, anaAgain), TUESDAY),
      await arrived(await reportOf(ana, 'Le jour même.'), TUESDAY),
      await arrived(await reportOf(ana, 'Le lendemain.'), WEDNESDAY),
    )
    expect(rest).toEqual([])
    expect(lateness(thread)).toEqual([
      ['Ils étaient trois.', false],
      ['Le jour même.', true],
      ['Le lendemain.', true],
    ])
    expect(thread).toMatchObject({ disputed: false, reply: replyOf(anaAgain) })
  })

  it('is not what the first one is when its author changes their code the same day', async () => {
    const [thread] = await read(anaReport, await arrived(await newCode(ana, anaAgain), MONDAY))
    expect(lateness(thread)).toEqual([['Ils étaient trois.', false]])
  })

  it('whose reply has its fields in another order is answered as the first', async () => {
    const { certificate, mailbox, auth, write } = replyOf(ana)
    const copied = { ...(await reportOf(ana)), reply: { write, auth, mailbox, certificate } }
    const [thread] = await read(anaReport, { id: '0', receivedOn: TUESDAY, contents: copied })
    expect(thread).toMatchObject({ disputed: false, reply: replyOf(ana) })
  })

  it('cannot draw the answers into another mailbox', async () => {
    const copied = await reportOf(ana, 'Encore moi.')
    const { mailbox, auth, write } = replyOf(thief)
    const elsewhere = { ...copied, reply: { ...replyOf(ana), mailbox, auth, write } }
    const [thread] = await read(await arrived(elsewhere, MONDAY), anaReport)
    expect(thread).toMatchObject({ disputed: true, reply: null })
  })

  it('is a conversation of its own when its key is another', async () => {
    const contents = { ...(await reportOf(thief, 'Faux.')), thread: anaThread }
    const threads = await read(
      anaReport,
      await arrived(contents, TUESDAY),
      await arrived(await more(thief, 'Faux aussi.', { thread: anaThread }), WEDNESDAY),
    )
    expect(threads.map(said)).toEqual([[], [['Faux aussi.', 'trusted']]])
    expect(threads[0]?.reply).toEqual(replyOf(ana))
  })
})

describe('an answer in the inbox', () => {
  it('is ours when our key signed it; anyone else’s is flagged', async () => {
    const ours = await answerFrom(us, 'De nous.', anaThread)
    const theirs = await answerFrom(others, 'D’une autre association.', anaThread)
    const [thread] = await read(
      anaReport,
      await arrived(ours, TUESDAY),
      await arrived(theirs, WEDNESDAY),
      await arrived({ ...ours, text: 'Changé.' } as InboxContents, THURSDAY),
    )
    expect(said(thread)).toEqual([
      ['De nous.', 'trusted'],
      ['D’une autre association.', 'forged'],
      ['Changé.', 'forged'],
    ])
  })
})

describe('an inbox of many', () => {
  it('is put together in the time of a breath', async () => {
    const items = Array.from({ length: 3000 }, (_, place) => ({
      id: String(place),
      receivedOn: MONDAY,
      contents: {
        ...anaReport.contents,
        thread: place.toString(16).padStart(32, '0'),
        reply: null,
      } as InboxContents,
    }))
    // Time of its own: what else the machine does meanwhile is not its affair.
    const before = process.cpuUsage()
    expect(await read(...items)).toHaveLength(3000)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(3000)
  })
})
