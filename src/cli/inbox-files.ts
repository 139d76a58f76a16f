// The files of a pulled envelope: fetched part by part, checked, opened and written beside its JSON. What is not byte for byte what the
// envelope tells of is never written, and what is not of the kind it says gets a name that opens nothing.
import type { Bytes } from '../crypto/encoding.ts'
import { HEAD_BYTES, recogniseFile } from '../domain/recognise-file.ts'
import type { Attachment } from '../protocol/attachment.ts'
import type { InboxContents } from '../protocol/thread.ts'
import { isPart, openAttachment } from '../sealing/open-attachment.ts'
import { hashOfFile, writeNew } from './files.ts'
import { done, remark, type Outcome } from './outcome.ts'
import { exchange, parseAnswer, refusalIn, unreachable, type Server } from './server-connection.ts'

export interface FilesTally {
  /** Files written or there already. */
  kept: number
  /** Names of those that could not be had; why was said when it happened. */
  lacking: string[]
}

/** `path` is where the envelope itself was written, without its ending. Ends early only when the server or the disk fails. */
export async function pullFiles(
  server: Server,
  contents: InboxContents,
  path: string,
  tally: FilesTally,
): Promise<Outcome> {
  const attachments =
    contents.kind === 'report' || contents.kind === 'follow-up' ? contents.attachments : undefined
  for (const attachment of attachments?.files ?? []) {
    const pulled = await pullFile(server, attachment, path)
    if (!pulled.ok) return pulled
    if (pulled.value) tally.kept++
    else tally.lacking.push(`${path}.${attachment.name}`)
  }
  return done(undefined)
}

/** False when it cannot be had. */
async function pullFile(server: Server, attachment: Attachment, path: string): Promise<Outcome<boolean>> {
  const { name, sha256 } = attachment
  const safeName = `${name.slice(0, name.lastIndexOf('.'))}.bin`
  for (const known of [name, safeName]) {
    const present = await hashOfFile(`${path}.${known}`)
    if (present === sha256) return done(true)
    if (present === null) continue
    remark(`${path}.${known} was there with other contents, and is left as it is.`)
    return done(false)
  }
  const parts: Bytes[] = []
  for (const part of attachment.parts) {
    const fetched = await fetchPart(server, part)
    if (!fetched.ok) return fetched
    if (typeof fetched.value === 'string') {
      remark(`${path}.${name} ${fetched.value}`)
      return done(false)
    }
    parts.push(fetched.value)
  }
  const file = await openAttachment(attachment, parts)
  if (!file.ok) {
    remark(`${path}.${name} is damaged, and was not written.`)
    return done(false)
  }
  const seen = recogniseFile(file.value.subarray(0, HEAD_BYTES), file.value.length, name)
  const asSaid = seen.ok && seen.value === attachment.kind
  if (!asSaid)
    remark(
      `${path}.${name} is not what it says, and is written as ${safeName}. Open it nowhere but offline, on an isolated computer.`,
    )
  const written = await writeNew(`${path}.${asSaid ? name : safeName}`, file.value, 'a file')
  return written.ok ? done(true) : written
}

/** The part, or why it cannot be had. One that came spoilt is asked for once more. */
async function fetchPart(server: Server, sha256: string): Promise<Outcome<Bytes | string>> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const answer = await exchange(server, `/api/parts/${sha256}`)
    if (answer.lost) return unreachable(server)
    if (!answer.response.ok) {
      const gone = answer.response.status === 404 && isNotFound(parseAnswer(answer.bytes))
      return gone ? done('is no longer on the server.') : refusalIn(server, answer.bytes)
    }
    if (await isPart(sha256, answer.bytes)) return done(answer.bytes)
  }
  return done('was not written: the server gave something else in its place.')
}

const isNotFound = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'error' in answer && answer.error === 'not-found'
