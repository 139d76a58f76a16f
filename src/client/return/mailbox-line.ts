// The phone's line to a mailbox: reads it page by page, writes to one, empties it. Each request has a proof of its own; a signature
// serves one request. It opens nothing and keeps nothing.
import { digestHex } from '../../crypto/digest.ts'
import { toBase64, toHex, utf8, type Bytes } from '../../crypto/encoding.ts'
import {
  cursorAfter,
  joinCells,
  readPage,
  type MailboxCell,
  type MailboxItem,
} from '../../crypto/mailbox-page.ts'
import { MAILBOX_PAGE_CELLS, MAX_MAILBOX_CELLS } from '../../protocol/limits.ts'
import type { Keeping, MailboxErasure, MailboxMessage, MailboxRead } from '../../protocol/mailbox.ts'
import {
  erasureDetail,
  mailboxStatement,
  readDetail,
  writeDetail,
  type MailboxAction,
} from '../../protocol/mailbox-statement.ts'
import { PROOF_FAULTS } from '../../protocol/error-codes.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { Reply } from '../../protocol/shapes.ts'
import { call, callBytes, type CallFault } from '../api.ts'

/** What of a return code's keys this line needs: 32 bytes each. */
export interface LineKeys {
  auth: { public: Bytes }
  write: Bytes
  mailbox: string
}

/** How a mailbox is written to: what an association finds in a report. */
export type MailboxAddress = Pick<Reply, 'mailbox' | 'auth' | 'write'>

/** `solve` gives the `Proof` header for a challenge, `sign` a signature of the code's `auth` key in base64; null when it fails. */
export interface LineMeans {
  solve: (challenge: string) => Promise<string | null>
  sign: (statement: string) => Promise<string | null>
}

/** `sign` for whatever is not kept as a `message`; without it nothing else is written. */
export type WriteMeans = Pick<LineMeans, 'solve'> & Partial<Pick<LineMeans, 'sign'>>

export type LineFault = CallFault | 'no-proof'

/** `unconfirmed`: an answer came that is no receipt of what was sent. */
export type WriteFault = LineFault | 'unconfirmed'

const PROOFS_A_REQUEST = 3
const ERASED_AT_ONCE = 64
/** A mailbox that filled up while it was read ends one page later. */
const MOST_PAGES = MAX_MAILBOX_CELLS / MAILBOX_PAGE_CELLS + 1

/** One's own mailbox, to write to oneself. */
export const addressOf = ({ mailbox, auth, write }: LineKeys): MailboxAddress => ({
  mailbox,
  auth: toBase64(auth.public),
  write: toBase64(write),
})

/** Every message, oldest day first. What a page says is `unreachable` when it is not our server's. */
export async function readMailbox(
  keys: LineKeys,
  means: LineMeans,
): Promise<Result<MailboxItem[], LineFault>> {
  const cells: MailboxCell[] = []
  let after: string | null = null
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const asked: Pick<MailboxRead, 'after'> = { after }
    const answer = await signed(keys, means, 'read', readDetail(asked), (shown, proof) =>
      callBytes('/api/mailbox-reads', posting({ ...shown, ...asked } satisfies MailboxRead, proof)),
    )
    if (!answer.ok) return answer
    const page = readPage(answer.value)
    const last = page?.cells.at(-1)
    if (!page || (page.more && !last)) return decline('unreachable')
    cells.push(...page.cells)
    if (!page.more || !last) return accept(joinCells(cells))
    after = cursorAfter(last)
  }
  return decline('unreachable')
}

/**
 * Leaves one sealed message (base64) in a mailbox. When the answer is lost the same bytes go once more under the same proof: the server
 * keeps them once. Whoever holds `write` may leave a `message`; any other keeping is signed by the mailbox's owner.
 */
export async function writeMailbox(
  { mailbox, auth, write }: MailboxAddress,
  sealed: string,
  keep: Keeping,
  means: WriteMeans,
): Promise<Result<null, WriteFault>> {
  let digest = ''
  const answer = await proven(means, async (challenge, proof) => {
    const detail = writeDetail({ keep }, await digestHex(utf8(sealed)))
    const sign = async () =>
      (await means.sign?.(mailboxStatement('write', mailbox, challenge, detail))) ?? null
    const signature = keep === 'message' ? null : await orNull(sign)
    if (keep !== 'message' && signature === null) return decline('no-proof')
    const message: MailboxMessage = { version: 1, mailbox, auth, write, keep, sealed, signature }
    const body = JSON.stringify(message)
    digest = await digestHex(utf8(body))
    const post = () => call('/api/mailbox-messages', postingText(body, proof))
    const first = await post()
    return !first.ok && first.reason === 'unreachable' ? post() : first
  })
  if (!answer.ok) return answer
  const { accepted } = (answer.value ?? {}) as { accepted?: unknown }
  return accepted === digest ? accept(null) : decline('unconfirmed')
}

/** Deletes these messages, or all. Erasing what is gone already does no harm. */
export async function eraseMailbox(
  keys: LineKeys,
  messages: readonly string[] | 'all',
  means: LineMeans,
): Promise<Result<null, LineFault>> {
  for (const some of messages === 'all' ? (['all'] as const) : inLots(messages)) {
    const asked: Pick<MailboxErasure, 'messages'> = { messages: some }
    const answer = await signed(keys, means, 'erase', erasureDetail(asked), (shown, proof) =>
      call('/api/mailbox-erasures', posting({ ...shown, ...asked } satisfies MailboxErasure, proof)),
    )
    if (!answer.ok) return answer
  }
  return accept(null)
}

const inLots = (messages: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(messages.length / ERASED_AT_ONCE) }, (_, lot) =>
    messages.slice(lot * ERASED_AT_ONCE, (lot + 1) * ERASED_AT_ONCE),
  )

type Shown = Omit<MailboxRead, 'after'>

/** Posts what is signed over the very challenge it is paid with. */
async function signed<Answer>(
  { mailbox, auth, write }: LineKeys,
  { solve, sign }: LineMeans,
  action: Exclude<MailboxAction, 'write'>,
  detail: string,
  post: (shown: Shown, proof: string) => Promise<Result<Answer, CallFault>>,
): Promise<Result<Answer, LineFault>> {
  const writeHash = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', write)))
  return proven({ solve }, async (challenge, proof) => {
    const signature = await orNull(() => sign(mailboxStatement(action, mailbox, challenge, detail)))
    if (signature === null) return decline('no-proof')
    return post({ version: 1, mailbox, auth: toBase64(auth.public), writeHash, signature }, proof)
  })
}

/** Asks for a challenge, solves it and posts; with another challenge when the proof was refused. */
async function proven<Answer>(
  { solve }: Pick<LineMeans, 'solve'>,
  post: (challenge: string, proof: string) => Promise<Result<Answer, LineFault>>,
): Promise<Result<Answer, LineFault>> {
  for (let proofs = 1; ; proofs++) {
    const asked = await call('/api/mailbox-challenge')
    if (!asked.ok) return asked
    const { challenge } = (asked.value ?? {}) as { challenge?: unknown }
    if (typeof challenge !== 'string') return decline('unreachable')
    const proof = await orNull(() => solve(challenge))
    if (proof === null) return decline('no-proof')
    const answer = await post(challenge, proof)
    if (answer.ok || proofs === PROOFS_A_REQUEST || !PROOF_FAULTS.includes(answer.reason)) return answer
  }
}

/** What `work` answers, or null when it throws: a Worker may be gone. */
async function orNull(work: () => Promise<string | null>): Promise<string | null> {
  try {
    return await work()
  } catch {
    return null
  }
}

const posting = (body: object, proof: string) => postingText(JSON.stringify(body), proof)

const postingText = (body: string, proof: string) =>
  ({ method: 'POST', headers: { Proof: proof }, body, timeoutMs: POST_TIMEOUT_MS }) as const

/** The largest message on a line of 10 kbit/s. */
const POST_TIMEOUT_MS = 120_000
