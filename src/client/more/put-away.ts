// Puts the story away: seals it to its author's own key and posts it to their own mailbox. Nothing else is sent, and nothing counts
// as kept unless the server answers with our own digest. However often it is tried over a line that is lost, it is there once.
import { digestHex } from '../../crypto/digest.ts'
import { fromBase64, utf8, type Bytes } from '../../crypto/encoding.ts'
import { messageId } from '../../crypto/message-key.ts'
import type { ReturnKeys } from '../../crypto/return-keys.ts'
import { addDays, addMonths, isDay, type Day } from '../../protocol/day.ts'
import { KEEP_MONTHS, PAUSE_DAYS } from '../../protocol/limits.ts'
import type { Keeping } from '../../protocol/mailbox.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { call } from '../api.ts'
import type { UnprovenDraft } from '../../sealing/seal-own.ts'
import type { DeskFault } from '../report/worker-messages.ts'
import { addressOf, eraseMailbox, writeMailbox } from '../return/mailbox-line.ts'

/** What can be done about it differs: wait and try again, shorten, or try later. */
export type PutAwayFault = 'unreachable' | 'too-long' | 'refused'

/** What the Workers of the page do. */
interface LineDesks {
  codes: { sign: (keys: Pick<ReturnKeys, 'auth'>, statement: string) => Promise<string | null> }
  prover: { solve: (challenge: string, onSolved: (solved: number) => void) => Promise<string | null> }
}

interface Means extends LineDesks {
  desk: {
    sealDraft: (draft: UnprovenDraft, certificate: Bytes, links: Bytes) => Promise<Result<string, DeskFault>>
  }
}

/** A message that is, or may be, in a mailbox. It is ciphertext, and the digest of what was asked; empty where it was read from there. */
export interface Left {
  asked: string
  keys: ReturnKeys
  sealed: string
  id: string
}

export interface PutAway {
  /** The last day on which it is kept. */
  until: Day
  /** False while an older text of it may still be in a mailbox: no erasure of it was answered. */
  alone: boolean
}

export class PuttingAway {
  readonly #means: Means
  /** The same again is one message to the server; what was changed since takes its place. Forgotten only once it is known to be gone. */
  #left: readonly Left[] = []

  constructor(means: Means) {
    this.#means = means
  }

  /** This story came from there: the next text of it takes the place of that one. */
  cameFrom(keys: ReturnKeys, id: string): void {
    this.#left = [...this.#left, { asked: '', keys, sealed: '', id }]
  }

  async put(
    draftOf: (today: Day) => UnprovenDraft,
    keep: Keeping,
    keys: ReturnKeys,
  ): Promise<Result<PutAway, PutAwayFault>> {
    const today = await serverDay()
    if (today === null) return decline('unreachable')
    const draft = draftOf(today)
    const asked = await digestHex(utf8(JSON.stringify([draft, keep])))
    const sealed = await this.#seal(draft, asked, keys)
    if (!sealed.ok) return decline(sealed.reason === 'too-long' ? 'too-long' : 'refused')
    const line = lineMeans(keys, this.#means)
    const written = await writeMailbox(addressOf(keys), sealed.value.sealed, keep, line)
    if (!written.ok) return decline(written.reason === 'unreachable' ? 'unreachable' : 'refused')
    const alone = await this.#clearAllBut(sealed.value.id)
    return accept({ until: lastDay(keep, today), alone })
  }

  /** All that may be in mailboxes of this story, whether somebody was told so or not. */
  get left(): readonly Left[] {
    return this.#left
  }

  wipe(): void {
    this.#left = []
  }

  async #clearAllBut(kept: string): Promise<boolean> {
    const others = this.#left.filter(({ id }) => id !== kept)
    const gone = await letGo(others, this.#means)
    this.#left = this.#left.filter((each) => !gone.includes(each))
    return gone.length === others.length
  }

  async #seal(draft: UnprovenDraft, asked: string, keys: ReturnKeys): Promise<Result<Left, DeskFault>> {
    const { certificate, links, mailbox } = keys
    const again = this.#left.find((each) => each.asked === asked && each.keys.mailbox === mailbox)
    if (again) return accept(again)
    const sealed = await this.#means.desk.sealDraft(draft, certificate, links)
    if (!sealed.ok) return sealed
    const id = await messageId(mailbox, fromBase64(sealed.value) ?? new Uint8Array())
    const left = { asked, keys, sealed: sealed.value, id }
    this.#left = [...this.#left, left]
    return accept(left)
  }
}

/** The last day on which it is kept. */
const lastDay = (keep: Keeping, today: Day): Day =>
  keep === 'month' || keep === 'half-year' || keep === 'year'
    ? addMonths(today, KEEP_MONTHS[keep])
    : addDays(today, PAUSE_DAYS)

/** How often an erasure is asked for that is not answered. */
const ERASURE_TRIES = 3

/** Erases these, each from its mailbox. Answers those that are known to be gone; the others go by themselves at the end of their time. */
export async function letGo(left: readonly Left[], means: LineDesks): Promise<readonly Left[]> {
  const gone: Left[] = []
  for (const keys of new Set(left.map((each) => each.keys))) {
    const theirs = left.filter((each) => each.keys === keys)
    const ids = theirs.map(({ id }) => id)
    const line = lineMeans(keys, means)
    let erased = false
    for (let tries = 0; !erased && tries < ERASURE_TRIES; tries++)
      erased = (await eraseMailbox(keys, ids, line)).ok
    if (erased) gone.push(...theirs)
  }
  return gone
}

const lineMeans = (keys: ReturnKeys, { codes, prover }: LineDesks) => ({
  sign: (statement: string) => codes.sign(keys, statement),
  solve: (challenge: string) => prover.solve(challenge, () => {}),
})

async function serverDay(): Promise<Day | null> {
  const answer = await call('/api/mailbox-challenge')
  if (!answer.ok) return null
  const { today } = (answer.value ?? {}) as { today?: unknown }
  return typeof today === 'string' && isDay(today) ? today : null
}
