// What a code holds, put in order from what the server and the mailbox gave: stories put aside, one correspondence an association,
// and apart from them what nobody has proven. Pure: it fetches, opens and shows nothing.
import type { Offer } from '../report/worker-messages.ts'
import type { MailboxItem } from '../../crypto/mailbox-page.ts'
import type { Day } from '../../protocol/day.ts'
import type { EnvelopeStatus } from '../../protocol/envelope-status.ts'
import type { Asking, AssociationAnswer, Draft, Granting } from '../../protocol/thread.ts'
import type { OpenedMessage } from '../../sealing/open-mailbox.ts'
import type { OwnEnvelope } from './own-envelopes.ts'

/** A story put aside, and its message in the mailbox. */
export interface KeptDraft {
  id: string
  keptUntil: Day
  draft: Draft
}

/** One thing said. `who` is the author who reads this, or the association as a whole: never a person of it. */
export interface Said {
  who: 'you' | 'association'
  message: string
  day: Day
  text: string
  withdrew: boolean
  granting: Granting | null
  asking: Asking | null
  /** How many went with it; absent without any. */
  files?: number
}

export type Standing = EnvelopeStatus | 'withdrawn'

export interface Correspondence {
  association: string
  /** As the directory has it now; null when it is no longer there. */
  offer: Offer | null
  envelopes: readonly OwnEnvelope[]
  standing: Standing
  /** Something said later is still unopened. */
  lastWaiting: boolean
  talk: readonly Said[]
  /** Why there is no talk: nothing was answered yet, or nobody can know, because a change of code erases what was said. */
  silence: 'no-answer' | 'unknown' | null
}

export interface Holdings {
  drafts: readonly KeptDraft[]
  correspondences: readonly Correspondence[]
  /** The codes that this one began to move to, by the SHA-256 of their certificates. One, unless two phones began at once. */
  moving: readonly string[]
  /** Claims to be an answer to this author, and nothing proves it. */
  untrusted: readonly AssociationAnswer[]
  /** How many messages could not be opened. */
  damaged: number
  /** Of both, the messages in the mailbox: whoever can write there may have left them. */
  unproven: readonly string[]
}

export interface OpenedItem {
  item: MailboxItem
  opened: OpenedMessage
}

export interface Gathered {
  offers: readonly Offer[]
  envelopes: ReadonlyMap<string, readonly OwnEnvelope[]>
  items: readonly OpenedItem[]
}

/** Associations in the directory's order, then those that have left it. */
export function orderHoldings({ offers, envelopes, items }: Gathered): Holdings {
  const drafts: KeptDraft[] = []
  const untrusted: AssociationAnswer[] = []
  const moving = new Set<string>()
  const said = new Map<string, Map<string, Said>>()
  const unproven: string[] = []
  let damaged = 0
  const add = (association: string, each: Said): void => {
    const talk = said.get(association) ?? new Map<string, Said>()
    // A message that was kept twice, or shown again by someone, is one message; nobody's takes the place of another's.
    const name = `${each.who} ${each.message}`
    if (!talk.has(name)) talk.set(name, each)
    said.set(association, talk)
  }
  for (const { item, opened } of items) {
    if (opened === 'damaged' || (opened.kind === 'answer' && opened.trust === 'untrusted'))
      unproven.push(item.id)
    if (opened === 'damaged') damaged++
    else if (opened.kind === 'draft') {
      drafts.push({ id: item.id, keptUntil: item.keptUntil, draft: opened.contents })
    } else if (opened.kind === 'moving') moving.add(opened.contents.certificate)
    else if (opened.kind === 'copy') {
      const { association, message, writtenOn: day, text, granting = null, files, what } = opened.contents
      const withdrew = what === 'withdrawal'
      const attached = files ? { files } : {}
      add(association, { who: 'you', message, day, text, withdrew, granting, asking: null, ...attached })
    } else if (opened.trust === 'untrusted') {
      untrusted.push(opened.contents)
    } else {
      const { association, message, writtenOn: day, text, asking = null } = opened.contents
      add(association, { who: 'association', message, day, text, withdrew: false, granting: null, asking })
    }
  }
  const listed = offers.map(({ association }) => association)
  const others = [...envelopes.keys(), ...said.keys()].filter((association) => !listed.includes(association))
  const correspondences = [...new Set([...listed, ...others])]
    .filter((association) => envelopes.has(association) || said.has(association))
    .map((association) =>
      correspondence(
        association,
        offers.find((offer) => offer.association === association) ?? null,
        envelopes.get(association) ?? [],
        [...(said.get(association)?.values() ?? [])],
      ),
    )
  return { drafts, correspondences, moving: [...moving], untrusted, damaged, unproven }
}

export const holdsNothing = ({ drafts, correspondences, moving, untrusted, damaged }: Holdings): boolean =>
  drafts.length + correspondences.length + moving.length + untrusted.length + damaged === 0

export function correspondence(
  association: string,
  offer: Offer | null,
  envelopes: readonly OwnEnvelope[],
  talk: readonly Said[],
): Correspondence {
  const statuses = envelopes.map(({ status }) => status)
  const told: EnvelopeStatus =
    (['accepted', 'declined', 'done', 'opened', 'waiting', 'ended', 'expired'] as const).find((status) =>
      statuses.includes(status),
    ) ?? 'none'
  const answered = talk.some(({ who }) => who === 'association')
  const withdrawn = talk.some(({ withdrew }) => withdrew)
  const standing = withdrawn ? 'withdrawn' : answered ? READ_BY_NOW[told] : told
  return {
    association,
    offer,
    envelopes,
    standing,
    lastWaiting: standing !== 'waiting' && standing !== 'withdrawn' && isLastWaiting(envelopes, talk),
    talk: inOrder(talk),
    silence: talk.length > 0 ? null : isUntouched(envelopes) ? 'no-answer' : 'unknown',
  }
}

/** An association that answered has read something, whatever it confirmed. */
const READ_BY_NOW: Readonly<Record<EnvelopeStatus, EnvelopeStatus>> = {
  waiting: 'opened',
  opened: 'opened',
  accepted: 'accepted',
  declined: 'declined',
  done: 'done',
  ended: 'ended',
  expired: 'none',
  none: 'none',
}

/** The report alone. A change of code leaves an announcement beside it, and so does each message. */
const isUntouched = (envelopes: readonly OwnEnvelope[]): boolean =>
  envelopes.length === 1 && envelopes[0]?.number === 0

/** Of the last envelopes, as many as there are messages of which a copy was kept: an announced code is no message. */
function isLastWaiting(envelopes: readonly OwnEnvelope[], talk: readonly Said[]): boolean {
  const own = talk.filter(({ who }) => who === 'you')
  const lastDay = own
    .map(({ day }) => day)
    .toSorted()
    .at(-1)
  if (lastDay === undefined || talk.some(({ who, day }) => who === 'association' && day > lastDay))
    return false
  return envelopes
    .toSorted((one, other) => one.number - other.number)
    .slice(-own.length)
    .some(({ status }) => status === 'waiting')
}

/** By day; and what answers a request never stands before it, whatever days the two were given. */
function inOrder(talk: readonly Said[]): Said[] {
  const ordered = talk.toSorted(byDay)
  for (const said of talk.filter(({ granting }) => granting !== null)) {
    const place = ordered.indexOf(said)
    const request = ordered.findIndex(
      ({ who, message }) => who === 'association' && message === said.granting?.message,
    )
    if (request <= place) continue
    ordered.splice(place, 1)
    ordered.splice(request, 0, said)
  }
  return ordered
}

/** Days are all that is known. Within one, an answer stands before what its reader may have said back. */
const byDay = (one: Said, other: Said): number =>
  one.day === other.day ? rank(one) - rank(other) : one.day < other.day ? -1 : 1

const rank = ({ who, withdrew }: Said): number => (withdrew ? 2 : who === 'you' ? 1 : 0)

/** What was asked and not yet answered, oldest first; nothing once the agreement was taken back. */
export function openQuestions({ standing, talk }: Correspondence): Said[] {
  if (standing === 'withdrawn') return []
  const answered = talk.map(({ granting }) => granting?.message)
  return talk.filter(({ asking, message }) => asking?.for === 'transfer' && !answered.includes(message))
}
