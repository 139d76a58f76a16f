// `balise send`: sends a report with the code the page itself uses, for drills and for load. What the file says leaves this
// process only inside sealed envelopes, and "received" is printed only for the server's digest of the very bytes sent.
import { setTimeout } from 'node:timers/promises'
import * as v from 'valibot'
import { sealingEntries } from '../directory/sealing-entries.ts'
import { explainFault } from '../directory/faults.ts'
import { verifyKeys } from '../directory/verify-directory.ts'
import { CONSENT_WORDING } from '../protocol/consent-wording.ts'
import { MAX_ENVELOPES } from '../protocol/limits.ts'
import { Report } from '../protocol/report.ts'
import { ChallengeAnswer, SubmissionAccepted } from '../protocol/submission.ts'
import type { GivenConsent } from '../sealing/address-report.ts'
import { sealReport, type Recipient, type SealedSubmission } from '../sealing/seal-report.ts'
import { command } from './command.ts'
import { readJson } from './files.ts'
import { readKnownRoots, ROOTS_NOTE, ROOTS_OPTION } from './known-roots.ts'
import { done, misused, print, refused, remark, type Outcome } from './outcome.ts'
import { prove } from './prove.ts'
import {
  ask,
  exchange,
  foreign,
  parseAnswer,
  readServer,
  refusalIn,
  unreachable,
  type Server,
} from './server-connection.ts'
import { fetchDirectory } from './server-directory.ts'
import { shapeFault } from './shape-fault.ts'

const MAX_COUNT = 10_000
const AT_ONCE = 4
const ATTEMPTS = 3
/** A load that fails this often tells nothing more by going on. */
const MOST_FAILURES = 20

export const send = command({
  name: 'send',
  summary: 'Send a report from a file to associations, as the page would: for drills and load tests.',
  options: {
    server: { value: 'URL', about: 'The address of the site.', required: true },
    report: { value: 'FILE.json', about: 'The report.', required: true },
    to: {
      value: 'ID',
      about: 'An association; give it again for another, or write them with commas.',
      required: true,
      repeated: true,
    },
    roots: ROOTS_OPTION,
    count: { value: 'N', about: `Send it N times (at most ${MAX_COUNT}), ${AT_ONCE} at once.` },
  },
  notes: [
    'The report: {"narrative": "…"} is enough; locale, account, about, identifiers and contact are optional.',
    ROOTS_NOTE,
    'It prints "received DIGEST" for each submission that the server confirms by the digest of what was sent.',
  ],
  async run({ server: address, report: path, to, roots: rootsPath, count: times }) {
    const server = readServer(address)
    if (!server.ok) return server
    const count = times === undefined ? 1 : Number(times)
    if (!Number.isInteger(count) || count < 1 || count > MAX_COUNT) {
      return misused(`--count must be a whole number from 1 to ${MAX_COUNT}.`)
    }
    const report = await readReport(path)
    if (!report.ok) return report
    const roots = await readKnownRoots(rootsPath)
    if (!roots.ok) return roots
    const ids = new Set(to.flatMap((list) => list.split(',')))
    const recipients = await findRecipients(server.value, roots.value, ids)
    if (!recipients.ok) return recipients
    const delivery = { server: server.value, report: report.value, recipients: recipients.value }
    return count === 1 ? announce(await deliver(delivery)) : await deliverMany(delivery, count)
  },
})

async function readReport(path: string): Promise<Outcome<Report>> {
  const json = await readJson(path, 'the report')
  if (!json.ok) return json
  const report = v.safeParse(Report, json.value)
  return report.success ? done(report.output) : refused(`${path} is refused: ${shapeFault(report.issues)}.`)
}

/** The chosen associations' keys, from the directory the server was built with, judged as the build judges them. */
async function findRecipients(
  server: Server,
  roots: readonly string[] | undefined,
  ids: ReadonlySet<string>,
): Promise<Outcome<Recipient[]>> {
  if (ids.size > MAX_ENVELOPES) return misused(`A report goes to at most ${MAX_ENVELOPES} associations.`)
  const directory = await fetchDirectory(server, roots)
  if (!directory.ok) return directory
  const keys = await verifyKeys(directory.value, Date.now())
  if (!keys.ok) {
    return refused(
      `The directory of ${server.origin} has a key no report may be sealed to. ${explainFault(keys.reason, keys.about)}`,
    )
  }
  const entries = sealingEntries(directory.value, keys.value)
  const recipients = entries.filter(({ association }) => ids.has(association))
  if (recipients.length < ids.size) {
    return refused(
      `An association given with --to is not in the directory. See: npx balise directory list --server ${server.origin}`,
    )
  }
  const paused = recipients.find(({ status }) => status === 'paused')
  return paused
    ? refused(`${paused.association} takes no reports at the moment. Leave it out.`)
    : done(recipients)
}

interface Delivery {
  server: Server
  report: Report
  recipients: readonly Recipient[]
}

/** One submission from challenge to receipt; the value is its digest. */
async function deliver({ server, report, recipients }: Delivery): Promise<Outcome<string>> {
  const asked = await ask(server, '/api/challenge', ChallengeAnswer)
  if (!asked.ok) return asked
  const { challenge, today } = asked.value
  const proof = prove(challenge)
  if (proof === null) return foreign(server)
  const consents = recipients.map(({ association, fingerprint }): GivenConsent => ({
    association,
    keyFingerprint: fingerprint,
    purposes: ['referral'],
    wordingVersion: CONSENT_WORDING,
  }))
  const sealed = await sealReport(report, consents, recipients, today)
  if (!sealed.ok) return refused('The report is too long to be sealed. Shorten the narrative.')
  return await post(server, sealed.value, proof)
}

/** The same bytes with the same proof, again if no answer came: the server then keeps one copy and gives the same receipt. */
async function post(
  server: Server,
  { body, digest }: SealedSubmission,
  proof: string,
): Promise<Outcome<string>> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const answer = await exchange(server, '/api/submissions', {
      method: 'POST',
      headers: { Proof: proof },
      body,
    })
    if (answer.lost) {
      if (attempt < ATTEMPTS) await setTimeout(attempt * 500)
      continue
    }
    if (!answer.response.ok) return refusalIn(server, answer.bytes)
    const receipt = v.safeParse(SubmissionAccepted, parseAnswer(answer.bytes))
    return receipt.success && receipt.output.accepted === digest
      ? done(digest)
      : refused('The receipt is not for what was sent: count the report as not received, and send it again.')
  }
  return unreachable(server)
}

function announce(delivered: Outcome<string>): Outcome {
  if (!delivered.ok) return delivered
  print(`received ${delivered.value}`)
  return done(undefined)
}

async function deliverMany(delivery: Delivery, count: number): Promise<Outcome> {
  let started = 0
  let received = 0
  let failed = 0
  const worker = async () => {
    while (started < count && failed < MOST_FAILURES) {
      started++
      const outcome = announce(await deliver(delivery))
      if (outcome.ok) received++
      else {
        failed++
        remark(outcome.message)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return received === count
    ? done(undefined)
    : refused(`${received} of ${count} were received. The reasons stand above.`)
}
