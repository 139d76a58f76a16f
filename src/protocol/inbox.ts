// What an association's workspace and tools exchange with the server.
import * as v from 'valibot'
import { CASE_STATES, type CaseState } from './case-state.ts'
import { Day } from './day.ts'
import { AssociationId, Fingerprint } from './shapes.ts'
import { INBOX_PAGE_ENVELOPES, MAX_SEALED_CHARS } from './limits.ts'

/** An envelope's random row key as decimal digits. */
export const EnvelopeId = v.pipe(v.string(), v.regex(/^[1-9][0-9]{0,15}$/))

/** POST /api/session: a sign-in statement signed with the association's key. `signature` is armored and detached. */
export const SignIn = v.strictObject({
  association: AssociationId,
  challenge: v.pipe(v.string(), v.maxLength(256)),
  signature: v.pipe(v.string(), v.maxLength(4096)),
})
export type SignIn = v.InferOutput<typeof SignIn>

/** GET /api/inbox, one row: `sealed` is base64. `touchedOn` is when its association last said where its case stands, or opened it. */
export const InboxEnvelope = v.strictObject({
  id: EnvelopeId,
  receivedOn: Day,
  acknowledgedOn: v.nullable(Day),
  touchedOn: v.nullable(Day),
  standing: v.picklist(CASE_STATES),
  keyFingerprint: Fingerprint,
  sealed: v.string(),
})
export type InboxEnvelope = v.InferOutput<typeof InboxEnvelope>

/**
 * GET /api/inbox?before=…: newest day first, random within a day. `next` is the following page's `before`, or null. `total` is how many
 * envelopes the association had when its first page was asked for; null, or left out, on every other page.
 */
export const InboxPage = v.strictObject({
  envelopes: v.array(InboxEnvelope),
  next: v.nullable(v.string()),
  total: v.optional(v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0))), null),
})
export type InboxPage = v.InferOutput<typeof InboxPage>

/** The keyset cursor: the day and row key of the last envelope seen. */
export const InboxCursor = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}\.[1-9][0-9]{0,15}$/))

/**
 * POST /api/acknowledgements: "we hold these, and could open them"; with `standing`, "and this is where their case stands", which their
 * author is told; with `kept`, "and we work on it". Both keep them for as long again.
 */
export const Acknowledgement = v.strictObject({
  envelopes: v.pipe(v.array(EnvelopeId), v.minLength(1), v.maxLength(INBOX_PAGE_ENVELOPES)),
  standing: v.optional(v.picklist(CASE_STATES)),
  kept: v.optional(v.literal(true)),
})
export type Acknowledgement = v.InferOutput<typeof Acknowledgement>

/** `said`: where their case stands, or only that it is worked on. */
export const acknowledgementOf = (envelopes: string[], said: CaseState | 'kept' | null): Acknowledgement => {
  if (said === null) return { envelopes }
  return said === 'kept' ? { envelopes, kept: true } : { envelopes, standing: said }
}

/** POST /api/copies: what an association answered, sealed to its own key, for its own inbox. `sealed` is base64. */
export const OwnCopyEnvelope = v.strictObject({
  version: v.literal(1),
  sealed: v.pipe(v.string(), v.maxLength(MAX_SEALED_CHARS), v.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
})
export type OwnCopyEnvelope = v.InferOutput<typeof OwnCopyEnvelope>

/**
 * The exact text an association's key signs to sign in: readable, so that a member who signs by hand sees what
 * for and where. No trailing newline.
 */
export const signInStatement = (origin: string, association: string, challenge: string): string =>
  [
    'Balise',
    'action: sign in',
    `origin: ${origin}`,
    `association: ${association}`,
    `challenge: ${challenge}`,
  ].join('\n')
