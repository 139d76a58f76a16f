// Passes an opened report on: takes out what is left behind, addresses the rest to another association where its author awaits it, signs
// it in the first one's name, seals it. Nothing of what ties the author to the first association goes along.
import * as v from 'valibot'
import { fromBase64, toBase64 } from '../crypto/encoding.ts'
import { readCertificate, type PrivateKey } from '../crypto/openpgp.ts'
import type { Attachments } from '../protocol/attachment.ts'
import type { Day } from '../protocol/day.ts'
import { EnvelopeContents } from '../protocol/envelope.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import type { Reply } from '../protocol/shapes.ts'
import {
  passedOnUntil,
  type AwaitedEnvelope,
  type Transferred,
  type TransferPart,
} from '../protocol/transfer.ts'
import { sealJson } from './seal-json.ts'
import type { Recipient } from './seal-report.ts'
import { isSignedBy, signContents } from './sign-contents.ts'
import { submissionOf, type SealedSubmission } from './submission-body.ts'

/** What a member chose. `report` is as it was opened; `reply` is how its author is answered now. */
export interface Transfer {
  report: EnvelopeContents
  to: string
  at: AwaitedEnvelope
  /** Day of the author's yes, by the server. */
  allowedOn: Day
  reply: Reply
  leaveOut: readonly TransferPart[]
  note: string
  said: Transferred['said']
  /** Held for the other association already; null without files. */
  attachments: Attachments | null
  today: Day
}

/** What leaves, before it is signed. */
function transferredReport(
  { report, to, at, allowedOn, reply, leaveOut, note, said, attachments, today }: Transfer,
  from: string,
): Omit<EnvelopeContents, 'signature'> {
  const goes = (part: TransferPart): boolean => !leaveOut.includes(part)
  const { account, about, narrative, identifiers, contact, locale, consent } = report
  return {
    version: 1,
    thread: at.thread,
    kind: 'report',
    writtenOn: report.writtenOn,
    locale,
    account: goes('account') ? account : {},
    ...(about && goes('about') ? { about } : {}),
    narrative: goes('narrative') ? narrative : '',
    identifiers: goes('identifiers') ? identifiers : [],
    ...(contact && goes('contact') ? { contact } : {}),
    ...(attachments && goes('attachments') ? { attachments } : {}),
    consent: {
      association: to,
      // To compare with other reports was allowed to the first association alone.
      purposes: ['referral'],
      transfersTo: [],
      wordingVersion: consent.wordingVersion,
      until: passedOnUntil(allowedOn),
    },
    reply,
    transferred: { from, on: today, leftOut: [...leaveOut], note, said: goes('said') ? said : [] },
  }
}

/** Signed with the key that the directory names for `from`, sealed to `recipient`: the one request that carries it. */
export async function sealTransfer(
  key: PrivateKey,
  transfer: Transfer,
  from: string,
  recipient: Recipient,
): Promise<Result<SealedSubmission, 'too-long'>> {
  // What is signed is in the order in which whoever opens it reads it.
  const { signature: _none, ...report } = v.parse(EnvelopeContents, transferredReport(transfer, from))
  const contents = await signContents(key, report)
  const certificate = fromBase64(recipient.certificate) ?? new Uint8Array()
  const sealed = await sealJson(contents, await readCertificate(certificate))
  if (!sealed) return decline('too-long')
  const { association, fingerprint: keyFingerprint } = recipient
  return accept(
    await submissionOf([
      { association, keyFingerprint, sealed: toBase64(sealed), tokenHash: transfer.at.tokenHash },
    ]),
  )
}

/**
 * Whether the association that a report says it comes from has signed it, with a key it has or had on the day when it was received: whoever
 * kept an old key can name any day. Null for a report that came from its author.
 */
export async function isVouchedFor(
  report: EnvelopeContents,
  receivedOn: Day,
  entries: readonly Recipient[],
): Promise<boolean | null> {
  if (!report.transferred) return null
  const { from } = report.transferred
  const entry = entries.find(({ association }) => association === from)
  const former = (entry?.formerKeys ?? []).filter(({ until }) => receivedOn <= until)
  for (const { certificate } of entry ? [entry, ...former] : []) {
    if (await isSignedBy(await readCertificate(fromBase64(certificate) ?? new Uint8Array()), report))
      return true
  }
  return false
}
