// One visit with one code: its keys, what they open, and the means to act on it. Everything is in memory. It reads what is there and
// never writes.
import type { Bytes } from '../../crypto/encoding.ts'
import type { MailboxItem } from '../../crypto/mailbox-page.ts'
import type { ReturnKeys } from '../../crypto/return-keys.ts'
import type { Day } from '../../protocol/day.ts'
import type { Erasure } from '../../protocol/envelope-status.ts'
import type { Keeping } from '../../protocol/mailbox.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { OpenedMessage } from '../../sealing/open-mailbox.ts'
import type { CallFault } from '../api.ts'
import { orderHoldings, type Holdings, type OpenedItem } from './holdings.ts'
import type { LineFault, WriteFault } from './mailbox-line.ts'
import type { Numbers, OwnEnvelope, OwnEnvelopes } from './own-envelopes.ts'
import type { ThreadMeans } from './thread-messages.ts'

/** The mailbox, the tokens and the inboxes, as they are reached over the network. */
export interface Network {
  read: (keys: ReturnKeys) => Promise<Result<MailboxItem[], LineFault>>
  write: (keys: ReturnKeys, sealed: string, keep: Keeping) => Promise<Result<null, WriteFault>>
  erase: (keys: ReturnKeys, messages: readonly string[] | 'all') => Promise<Result<null, LineFault>>
  find: (
    links: Bytes,
    associations: readonly string[],
    asked?: Numbers,
  ) => Promise<Result<Map<string, OwnEnvelope[]>, CallFault>>
  releaseFiles: (links: Bytes, which: OwnEnvelopes) => Promise<Result<null, CallFault>>
  eraseEnvelopes: (
    links: Bytes,
    which: OwnEnvelopes,
    only: Erasure['only'],
  ) => Promise<Result<null, CallFault>>
  moveEnvelopes: (oldLinks: Bytes, newLinks: Bytes, which: OwnEnvelopes) => Promise<Result<null, CallFault>>
  /** Of a submission. */
  challenge: () => Promise<Result<unknown, CallFault>>
  solve: (challenge: string) => Promise<string | null>
  post: (body: string, proof: string) => Promise<Result<unknown, CallFault>>
}

export interface Visit {
  keys: ReturnKeys
  means: { thread: ThreadMeans; network: Network }
}

export type LookFault = 'failed' | 'unreachable' | 'refused'
export type LookStage = 'looking' | 'unlocking'

/** All that a code opens now. */
export async function look(
  { keys, means: { thread, network } }: Visit,
  onStage: (stage: LookStage) => void = () => {},
  asked: Numbers = 'likely',
): Promise<Result<Holdings, LookFault>> {
  onStage('looking')
  const offers = await thread.offers()
  if (!offers) return decline('unreachable')
  const items = await network.read(keys)
  if (!items.ok) return decline(lookFault(items.reason))
  const envelopes = await network.find(
    keys.links,
    offers.map(({ association }) => association),
    asked,
  )
  if (!envelopes.ok) return decline(lookFault(envelopes.reason))
  onStage('unlocking')
  const opened = await openItems(items.value, { keys, means: { thread, network } })
  if (!opened) return decline('failed')
  return accept(orderHoldings({ offers, envelopes: envelopes.value, items: opened }))
}

/** What lies in the mailbox alone, now: no envelope is asked about. Null when it could not be read. */
export async function lookInMailbox(visit: Visit): Promise<Holdings | null> {
  const { keys, means } = visit
  const offers = await means.thread.offers()
  const items = offers && (await means.network.read(keys))
  const opened = items?.ok && (await openItems(items.value, visit))
  return offers && opened ? orderHoldings({ offers, envelopes: new Map(), items: opened }) : null
}

async function openItems(
  items: readonly MailboxItem[],
  { keys, means: { thread } }: Visit,
): Promise<OpenedItem[] | null> {
  const opened = await thread.open(
    items.map(({ sealed }) => sealed),
    keys,
  )
  return (
    opened &&
    items.map((item, place) => ({ item, opened: asOf(item.receivedOn, opened[place] ?? 'damaged') }))
  )
}

/** An answer by a key that was given up before it came in is nobody's. */
const asOf = (receivedOn: Day, opened: OpenedMessage): OpenedMessage =>
  opened !== 'damaged' && opened.kind === 'answer' && opened.until !== undefined && receivedOn > opened.until
    ? { ...opened, trust: 'untrusted' }
    : opened

const lookFault = (reason: LineFault): LookFault =>
  reason === 'unreachable' ? 'unreachable' : reason === 'no-proof' ? 'failed' : 'refused'
