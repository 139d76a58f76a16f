// POST /api/submissions: keeps sealed envelopes, all or none. It sees structure, sizes and key IDs, and nothing it could read.
import { Hono } from 'hono'
import { fromBase64, toHex } from '../../../crypto/encoding.ts'
import { macOf } from '../../../crypto/hmac.ts'
import { readRecipients } from '../../../crypto/packets.ts'
import { randomKey } from '../../../crypto/random.ts'
import { keepSubmission } from '../../../db/envelopes/keep-submission.ts'
import { wasSpentOn } from '../../../db/spent-proofs.ts'
import { acceptEnvelopes, type ArrivedEnvelope } from '../../../domain/intake.ts'
import { dayOf } from '../../../protocol/day.ts'
import type { SealedEnvelope } from '../../../protocol/envelope.ts'
import { MAX_SUBMISSION_BYTES } from '../../../protocol/limits.ts'
import { Submission } from '../../../protocol/submission.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { requireProof } from '../../middleware/require-proof.ts'
import { validate } from '../../middleware/validate.ts'
import { refuse } from '../../refuse.ts'

/** The proof is checked before anything is held or parsed: a flood then costs a hash or two. */
export const postSubmission = new Hono<AppEnv>().post(
  '/',
  requireProof('submission'),
  limitBody(MAX_SUBMISSION_BYTES),
  validate(Submission),
  async (c) => {
    const { bytes, proof, now } = c.var
    const { directory, envelopes: store, secret } = c.env
    const digest = c.env.hash(bytes)
    const bodyMac = toHex(macOf(secret, 'body', digest))

    const arrived = c.var.body.envelopes.map(arrive)
    const intake = await directory.intakeFor(
      arrived.map((envelope) => envelope.association),
      now,
    )
    const accepted = acceptEnvelopes(arrived, intake, dayOf(now))
    if (!accepted.ok) {
      // The answer was lost, then the directory changed: what is kept is kept, and its sender must hear so.
      const kept = await wasSpentOn(store, proof.nonce, bodyMac)
      return kept ? c.json({ accepted: toHex(digest) }, 202) : refuse(c, accepted.reason)
    }

    const rows = accepted.value.map((envelope) => ({ ...envelope, id: randomKey() }))
    const { nonce, expiresAt } = proof
    const spending = { claim: randomKey(), nonce, bodyMac, expiresAt }
    const outcome = await keepSubmission(store, spending, rows, dayOf(now))
    if (outcome === 'proof-spent' || outcome === 'token-taken') return refuse(c, outcome)
    return c.json({ accepted: toHex(digest) }, 202)
  },
)

function arrive(envelope: SealedEnvelope): ArrivedEnvelope & { tokenHash: string } {
  const sealed = fromBase64(envelope.sealed)
  return {
    ...envelope,
    sealed: sealed ?? new Uint8Array(0),
    recipients: sealed && readRecipients(sealed),
  }
}
