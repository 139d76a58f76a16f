// What the page that one comes back to and its thread Worker say to one another. Plain data only; no answer holds a secret.
import type { Bytes } from '../../crypto/encoding.ts'
import type { ReturnKeys } from '../../crypto/return-keys.ts'
import type { Result } from '../../protocol/result.ts'
import type { FollowUp, NewCode, Withdrawal } from '../../protocol/thread.ts'
import type { OpenedMessage } from '../../sealing/open-mailbox.ts'
import type { UnprovenCopy, UnprovenDraft, UnprovenMoving } from '../../sealing/seal-own.ts'
import type { SealedSubmission } from '../../sealing/seal-report.ts'
import type { Unsigned } from '../../sealing/sign-contents.ts'
import type { Offer } from '../report/worker-messages.ts'

/** What of a return code's keys the Worker is lent for one request. It keeps none of them, and never sees those of the mailbox. */
export type LentKeys = Pick<ReturnKeys, 'certificate' | 'secretKey' | 'links'>

/** What the page asks of the Worker, whoever stands for it. Null: it failed, or did not come. */
export interface ThreadMeans {
  /** The associations of its directory. */
  offers: () => Promise<readonly Offer[] | null>
  /** The same, of the directory of the day. */
  restart: () => Promise<readonly Offer[] | null>
  /** What sealed messages say, in their order. */
  open: (sealed: readonly Bytes[], keys: LentKeys) => Promise<OpenedMessage[] | null>
  /** Signs it and seals it to the association it names: the request to post. `token` is of this envelope. */
  seal: (
    unsigned: Unsigned<FollowUp | Withdrawal | NewCode>,
    keys: LentKeys,
    token: string,
  ) => Promise<Result<SealedSubmission, ThreadFault>>
  /** What an author keeps for themselves, for the mailbox of these keys: base64. */
  sealOwn: (
    own: UnprovenCopy | UnprovenDraft | UnprovenMoving,
    keys: LentKeys,
  ) => Promise<Result<string, ThreadFault>>
}

export type ThreadWork = { keys: LentKeys } & (
  | { type: 'open'; sealed: readonly Bytes[] }
  /** `token` is of the envelope that will carry it. A new code is signed and announced with the old one's keys. */
  | { type: 'seal'; unsigned: Unsigned<FollowUp | Withdrawal | NewCode>; token: string }
  | { type: 'seal-own'; own: UnprovenCopy | UnprovenDraft | UnprovenMoving }
)

/** `turn` numbers a request and comes back in its answer. */
export type ThreadRequest = ThreadWork & { turn: number }

/** `no-such-recipient`: the association is no longer in the directory. `failed`: the Worker threw, fell silent, or never came. */
export type ThreadFault = 'too-long' | 'no-such-recipient' | 'failed'

/** `opened` is in the order asked; `own` is base64, for the author's own mailbox. */
export type ThreadOutcome =
  | { type: 'opened'; opened: OpenedMessage[] }
  | ({ type: 'sealed' } & SealedSubmission)
  | { type: 'sealed-own'; own: string }
  | { type: 'failed'; reason: ThreadFault }

export type ThreadAnswer = ThreadOutcome & { turn: number }
