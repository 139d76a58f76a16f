// What a command asks the server about cases: sealed files, the record, copies of answers, the server's day. It tells why something did not
// come by its code, so that whoever asked can try again, and says it in words at the end.
import * as v from 'valibot'
import { CasePage, type CasePost, type SealedRecord } from '../protocol/case-file.ts'
import type { Day } from '../protocol/day.ts'
import type { CallFault } from '../protocol/error-codes.ts'
import type { OwnCopyEnvelope } from '../protocol/inbox.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import { ChallengeAnswer } from '../protocol/submission.ts'
import type { Session } from './inbox-session.ts'
import { refused, type Refusal } from './outcome.ts'
import { wordsOfRefusal } from './refusal-words.ts'
import { codeIn, exchange, parseAnswer, unreachable, type Request, type Server } from './server-connection.ts'

async function call(
  server: Server,
  path: `/${string}`,
  request: Request,
): Promise<Result<unknown, CallFault>> {
  const answer = await exchange(server, path, request)
  if (answer.lost) return decline('unreachable')
  return answer.response.ok
    ? accept(parseAnswer(answer.bytes) ?? null)
    : decline(codeIn(answer.bytes) ?? 'unreachable')
}

async function read<Schema extends v.GenericSchema>(
  schema: Schema,
  asked: Promise<Result<unknown, CallFault>>,
): Promise<Result<v.InferOutput<Schema>, CallFault>> {
  const answer = await asked
  if (!answer.ok) return answer
  const parsed = v.safeParse(schema, answer.value)
  return parsed.success ? accept(parsed.output) : decline('unexpected')
}

const post = ({ server, cookie }: Session, path: `/${string}`, body: object) =>
  call(server, path, { method: 'POST', headers: { Cookie: cookie }, body: JSON.stringify(body) })

/** By case, those after one; null for the first page. */
export const fetchCases = ({ server, cookie }: Session, after: string | null) =>
  read(
    CasePage,
    call(server, `/api/cases${after === null ? '' : `?after=${after}`}`, { headers: { Cookie: cookie } }),
  )

/** After the last case there can be: an empty page, with what the next record follows. */
const BEYOND = String(Number.MAX_SAFE_INTEGER)

export async function fetchHead(session: Session): Promise<Result<CasePage['head'], CallFault>> {
  const page = await fetchCases(session, BEYOND)
  return page.ok ? accept(page.value.head) : page
}

export const postCase = (session: Session, next: CasePost) => post(session, '/api/cases', next)

export const postRecord = (session: Session, record: SealedRecord) =>
  post(session, '/api/records', { version: 1, record })

/** `sealed` is base64. */
export const postCopy = (session: Session, sealed: string) =>
  post(session, '/api/copies', { version: 1, sealed } satisfies OwnCopyEnvelope)

/** This machine's clock may be off, and others read the day. */
export async function serverDay(server: Server): Promise<Result<Day, CallFault>> {
  const answer = await read(ChallengeAnswer, call(server, '/api/mailbox-challenge', {}))
  return answer.ok ? accept(answer.value.today) : answer
}

export const wordsOfFault = (server: Server, fault: CallFault): Refusal =>
  fault === 'unreachable' ? unreachable(server) : refused(wordsOfRefusal({ error: fault }) ?? '')
