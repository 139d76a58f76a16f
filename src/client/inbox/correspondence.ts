// What a member writes and sends: a draft for each case, kept in this page's memory until it has left, and the order in which an
// answer leaves: what has just come, the server's day, the seal, the mailbox, then the association's own copy. It posts nothing that
// is not sealed.
import type { Day } from '../../protocol/day.ts'
import { MAX_MESSAGE_CHARS, SEALED_SIZES_BYTES } from '../../protocol/limits.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { Reply } from '../../protocol/shapes.ts'
import type { Addressee } from '../../sealing/cases.ts'
import { answerOf, type Draft, type UnsignedAnswer } from '../../sealing/unsigned-answer.ts'
import type { CallFault } from '../api.ts'
import type { WriteFault } from '../return/mailbox-line.ts'

export { answerOf, type Draft, type UnsignedAnswer } from '../../sealing/unsigned-answer.ts'

/** Both in base64: for the person's mailbox, and for the association's own inbox. */
export interface SealedAnswer {
  forAuthor: string
  copy: string
}

export type SealAnswerFault = 'too-long' | 'not-a-certificate'

/** What sending relies on. */
export interface Means {
  /** Reads what came since: a person may have changed their code, and the old one may be someone else's by now. */
  renew: () => Promise<Result<null, CallFault | 'broken'>>
  today: () => Promise<Result<Day, CallFault>>
  seal: (answer: UnsignedAnswer, reply: Reply) => Promise<Result<SealedAnswer, SealAnswerFault | 'broken'>>
  /** Leaves without the session: the server is not told who writes. */
  write: (reply: Reply, sealed: string) => Promise<Result<unknown, WriteFault>>
  keepCopy: (sealed: string) => Promise<Result<unknown, CallFault>>
}

export type AnswerFault =
  | 'empty'
  | 'no-association'
  | 'too-long'
  | 'unreachable'
  | 'full'
  | 'not-possible'
  | 'unexpected'

/** An answer that left in this session. `owed`: its copy, sealed, that the server has not kept yet. */
export interface SentAnswer {
  answer: UnsignedAnswer
  owed: string | null
}

/** Where something is typed in a case: its answer, or words that go with declining it. */
export type Box = 'answer' | 'declining'

export interface Correspondence {
  /** The draft that stands in one box of one case; what is written into it stays until it is sent. */
  draft: (caseId: string, box: Box) => Draft
  sent: (caseId: string) => readonly SentAnswer[]
  /** `addressee` is asked once what came is known; null when nobody can be answered. */
  send: (caseId: string, box: Box, addressee: () => Addressee | null) => Promise<Result<null, AnswerFault>>
  /** Tries again to keep the copies of a case that are owed; true when none is left. */
  keepCopies: (caseId: string) => Promise<boolean>
  /** Whether something was typed, or is owed, that would be lost with this page. */
  holdsAnything: () => boolean
}

interface Pending {
  answer: UnsignedAnswer
  sealed: SealedAnswer
}

const noDraft = (): Draft => ({ text: '', asking: 'nothing', to: '' })

const isEmpty = ({ text, asking }: Draft): boolean => text.trim() === '' && asking === 'nothing'

export function makeCorrespondence(association: string, means: Means): Correspondence {
  const drafts = new Map<string, Draft>()
  const sent = new Map<string, SentAnswer[]>()
  /** Sealed and perhaps on the wire already. Sent again it is the same message, which its reader then sees once. */
  const pending = new Map<string, Pending>()
  /** A letter that was left and opened again does not send a second time what is leaving. */
  const underWay = new Map<string, Promise<Result<null, AnswerFault>>>()

  const draft: Correspondence['draft'] = (caseId, box) => {
    const place = `${box} ${caseId}`
    const found = drafts.get(place) ?? noDraft()
    drafts.set(place, found)
    return found
  }
  const sealed = async (
    draftNow: Draft,
    to: Addressee,
    known: string,
  ): Promise<Result<Pending, AnswerFault>> => {
    const again = pending.get(known)
    if (again) return accept(again)
    const today = await means.today()
    if (!today.ok) return decline(faultOf(today.reason))
    const answer = answerOf(association, to.thread, draftNow, today.value)
    const made = await means.seal(answer, to.reply)
    if (!made.ok) return decline(faultOf(made.reason))
    if (!isSealed(made.value.forAuthor) || !isSealed(made.value.copy)) return decline('unexpected')
    return accept({ answer, sealed: made.value })
  }
  const keepOne = async (each: SentAnswer): Promise<void> => {
    if (each.owed !== null && (await means.keepCopy(each.owed)).ok) each.owed = null
  }

  const sendOne = async (
    caseId: string,
    box: Box,
    addressee: () => Addressee | null,
  ): Promise<Result<null, AnswerFault>> => {
    const now = { ...draft(caseId, box) }
    const lacking = faultIn(now)
    if (lacking) return decline(lacking)
    const renewed = await means.renew()
    if (!renewed.ok) return decline(faultOf(renewed.reason))
    const to = addressee()
    if (!to) return decline('not-possible')
    const known = JSON.stringify([caseId, to.thread, to.reply.mailbox, now])
    const made = await sealed(now, to, known)
    if (!made.ok) return made
    pending.set(known, made.value)
    const written = await means.write(to.reply, made.value.sealed.forAuthor)
    if (!written.ok) return decline(faultOf(written.reason))
    pending.delete(known)
    // What was typed meanwhile, in a box opened again, has not left.
    if (JSON.stringify(draft(caseId, box)) === JSON.stringify(now)) drafts.delete(`${box} ${caseId}`)
    const left: SentAnswer = { answer: made.value.answer, owed: made.value.sealed.copy }
    sent.set(caseId, [...(sent.get(caseId) ?? []), left])
    await keepOne(left)
    return accept(null)
  }

  return {
    draft,
    sent: (caseId) => sent.get(caseId) ?? [],
    send: (caseId, box, addressee) => {
      const place = `${box} ${caseId}`
      const asked =
        underWay.get(place) ?? sendOne(caseId, box, addressee).finally(() => underWay.delete(place))
      underWay.set(place, asked)
      return asked
    },
    keepCopies: async (caseId) => {
      const ofCase = sent.get(caseId) ?? []
      for (const each of ofCase) await keepOne(each)
      return ofCase.every(({ owed }) => owed === null)
    },
    holdsAnything: () =>
      [...drafts.values()].some((each) => !isEmpty(each)) ||
      [...sent.values()].flat().some(({ owed }) => owed !== null),
  }
}

function faultIn(draft: Draft): AnswerFault | null {
  if (isEmpty(draft)) return 'empty'
  if (draft.text.length > MAX_MESSAGE_CHARS) return 'too-long'
  return draft.asking === 'transfer' && draft.to === '' ? 'no-association' : null
}

const SEALED_CHARS: readonly number[] = SEALED_SIZES_BYTES.map((bytes) => Math.ceil(bytes / 3) * 4)

/** The last look before the wire, whatever the Worker answered. */
const isSealed = (text: string): boolean =>
  /^[A-Za-z0-9+/]+={0,2}$/.test(text) && SEALED_CHARS.includes(text.length)

/** Of all that may go wrong, what a member can act on. */
function faultOf(reason: WriteFault | SealAnswerFault | 'broken'): AnswerFault {
  switch (reason) {
    case 'too-long':
      return reason
    case 'unreachable':
    case 'unconfirmed':
      return 'unreachable'
    case 'mailbox-full':
      return 'full'
    case 'not-a-certificate':
    case 'not-yours':
    case 'wrong-recipient':
      return 'not-possible'
    default:
      return 'unexpected'
  }
}
