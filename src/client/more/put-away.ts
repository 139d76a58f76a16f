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

/** What left for a mailbox and was not heard of. It is ciphertext, and the digest of what was asked. */
interface Unheard {
  asked: string
  mailbox: string
  sealed: string
}

export class PuttingAway {
  readonly #means: Means
  /** The same again is one message to the server; what was changed since takes its place. */
  #unheard: readonly Unheard[] = []

  constructor(means: Means) {
    this.#means = means
  }

  /** The answer is the last day on which it is kept. */
  async put(
    draftOf: (today: Day) => UnprovenDraft,
    keep: Keeping,
    keys: ReturnKeys,
  ): Promise<Result<Day, PutAwayFault>> {
    const today = await serverDay()
    if (today === null) return decline('unreachable')
    const draft = draftOf(today)
    const asked = await digestHex(utf8(JSON.stringify([draft, keep])))
    const sealed = await this.#seal(draft, asked, keys)
    if (!sealed.ok) return decline(sealed.reason === 'too-long' ? 'too-long' : 'refused')
    const line = lineMeans(keys, this.#means)
    const written = await writeMailbox(addressOf(keys), sealed.value, keep, line)
    if (!written.ok) return decline(written.reason === 'unreachable' ? 'unreachable' : 'refused')
    const others = await this.perhapsThere(keys, sealed.value)
    this.wipe()
    if (others.length > 0) await eraseMailbox(keys, others, line)
    return accept(lastDay(keep, today))
  }

  /** The messages that may lie in this mailbox though nobody was told so, but for one. */
  perhapsThere({ mailbox }: ReturnKeys, but = ''): Promise<string[]> {
    const others = this.#unheard.filter((each) => each.mailbox === mailbox && each.sealed !== but)
    return Promise.all(others.map(({ sealed }) => messageId(mailbox, fromBase64(sealed) ?? new Uint8Array())))
  }

  wipe(): void {
    this.#unheard = []
  }

  async #seal(draft: UnprovenDraft, asked: string, keys: ReturnKeys): Promise<Result<string, DeskFault>> {
    const { certificate, links, mailbox } = keys
    const again = this.#unheard.find((each) => each.asked === asked && each.mailbox === mailbox)
    if (again) return accept(again.sealed)
    const sealed = await this.#means.desk.sealDraft(draft, certificate, links)
    if (sealed.ok) this.#unheard = [...this.#unheard, { asked, mailbox, sealed: sealed.value }]
    return sealed
  }
}

/** The last day on which it is kept. */
const lastDay = (keep: Keeping, today: Day): Day =>
  keep === 'month' || keep === 'half-year' || keep === 'year'
    ? addMonths(today, KEEP_MONTHS[keep])
    : addDays(today, PAUSE_DAYS)

/** Lets go of a story that was put away before. When it does not work, it goes by itself at the end of its time. */
export const letGo = (messages: readonly string[], keys: ReturnKeys, means: LineDesks): Promise<unknown> =>
  eraseMailbox(keys, messages, lineMeans(keys, means))

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
