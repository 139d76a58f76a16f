// Sends a report as the page does, from a test: the same sealing, the same proof, over HTTP.
import { readFile } from 'node:fs/promises'
import { sha256 } from '../../src/crypto/sha256.ts'
import { solveProof } from '../../src/crypto/proof-of-work.ts'
import { sealingEntries } from '../../src/directory/sealing-entries.ts'
import { parseDirectory, verifyKeys } from '../../src/directory/verify-directory.ts'
import type { ChallengeAnswer } from '../../src/protocol/submission.ts'
import type { Report } from '../../src/protocol/report.ts'
import { sealReport, type Recipient } from '../../src/sealing/seal-report.ts'
import { consentsTo } from './consents.ts'

/** The keys of a directory file, as the sealing Worker has them. */
export async function recipientsOf(directoryFile: string): Promise<Recipient[]> {
  const parsed = parseDirectory(await readFile(directoryFile))
  if (!parsed.ok) throw new Error(parsed.reason)
  const keys = await verifyKeys(parsed.value, Date.now())
  if (!keys.ok) throw new Error(keys.reason)
  return sealingEntries(parsed.value, keys.value)
}

export async function provenChallenge(origin: string): Promise<{ proof: string; today: string }> {
  const answer = (await (await fetch(`${origin}/api/challenge`)).json()) as ChallengeAnswer
  return { proof: solveProof(answer.challenge, sha256), today: answer.today }
}

export const post = (origin: string, body: string, proof: string): Promise<Response> =>
  fetch(`${origin}/api/submissions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Proof: proof },
    body,
  })

/** Seals to the named associations and posts. The answer is the server's own; `body` is what was sent. */
export async function postReport(
  origin: string,
  directoryFile: string,
  report: Report,
  associations: readonly string[],
): Promise<{ answer: Response; body: string; digest: string }> {
  const { proof, today } = await provenChallenge(origin)
  const recipients = await recipientsOf(directoryFile)
  const chosen = associations.flatMap((id) => recipients.filter(({ association }) => association === id))
  const sealed = await sealReport(report, consentsTo(...chosen), recipients, today)
  if (!sealed.ok) throw new Error(sealed.reason)
  return { answer: await post(origin, sealed.value.body, proof), ...sealed.value }
}
