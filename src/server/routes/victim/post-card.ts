// POST /api/cards: keeps one sealed card in the statistics store. It cannot open it, and touches nothing of any submission.
import { Hono } from 'hono'
import { fromBase64, toHex } from '../../../crypto/encoding.ts'
import { macOf } from '../../../crypto/hmac.ts'
import { readRecipients } from '../../../crypto/packets.ts'
import { keyFrom, randomKey } from '../../../crypto/random.ts'
import { wasSpentOn } from '../../../db/spent-proofs.ts'
import { keepCard } from '../../../db/statistics/keep-card.ts'
import { cardFault } from '../../../domain/intake.ts'
import { SealedCard } from '../../../protocol/card.ts'
import { dayOf, quarterOf } from '../../../protocol/day.ts'
import { MAX_REQUEST_BYTES } from '../../../protocol/limits.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { requireProof } from '../../middleware/require-proof.ts'
import { validate } from '../../middleware/validate.ts'
import { refuse } from '../../refuse.ts'

export const postCard = new Hono<AppEnv>().post(
  '/',
  requireProof('card'),
  limitBody(MAX_REQUEST_BYTES),
  validate(SealedCard),
  async (c) => {
    const { bytes, proof, now } = c.var
    const { directory, statistics: store, secret, hash } = c.env
    const digest = hash(bytes)
    const bodyMac = toHex(macOf(secret, 'body', digest))
    const accepted = { accepted: toHex(digest) }

    const sealed = fromBase64(c.var.body.sealed) ?? new Uint8Array(0)
    const card = { sealed, recipients: readRecipients(sealed) }
    const { expiresOn } = directory
    const observatory = { expiresOn, encryptionKeyId: await directory.observatoryKeyId(now) }
    const fault = cardFault(card, observatory, dayOf(now))
    if (fault) {
      // The answer was lost, then the directory changed: what is kept is kept, and its sender must hear so.
      const kept = await wasSpentOn(store, proof.nonce, bodyMac)
      return kept ? c.json(accepted, 202) : refuse(c, fault)
    }

    const row = { id: keyFrom(hash(sealed)), window: quarterOf(dayOf(now)), sealed }
    const { nonce, expiresAt } = proof
    const outcome = await keepCard(store, { claim: randomKey(), nonce, bodyMac, expiresAt }, row)
    return outcome === 'proof-spent' ? refuse(c, outcome) : c.json(accepted, 202)
  },
)
