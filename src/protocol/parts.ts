// How the parts of sealed files come to the server, stay there and go. A part is known by its own hash; what keeps it is a secret that
// travels inside an envelope alone. Nothing here names a report, a file, an association or a person.
import * as v from 'valibot'
import { MAX_HOLDS } from './limits.ts'
import { Sha256 } from './shapes.ts'

/** 32 random bytes in 64 lower-case hexadecimal digits, of which the server keeps SHA-256 alone. */
const Secret = Sha256

/** POST /api/upload-permits, under a proof for `upload`. `permitHash` is SHA-256 of 32 random bytes: the permit, shown with each part. */
export const UploadPermit = v.strictObject({ version: v.literal(1), permitHash: Sha256 })
export type UploadPermit = v.InferOutput<typeof UploadPermit>

/** The answer: how many new parts the permit is good for. */
export const PermitAnswer = v.strictObject({ parts: v.pipe(v.number(), v.integer(), v.minValue(1)) })
export type PermitAnswer = v.InferOutput<typeof PermitAnswer>

/** PUT /api/parts/{sha256} answers with the SHA-256 of what is kept, the first time and any other. */
export const PartAccepted = v.strictObject({ accepted: Sha256 })
export type PartAccepted = v.InferOutput<typeof PartAccepted>

/** POST /api/part-holds: all or none. `hold` is SHA-256 of the 32 bytes of the secret that will renew or release it. */
export const PartHolds = v.strictObject({
  version: v.literal(1),
  permit: Secret,
  holds: v.pipe(
    v.array(v.strictObject({ part: Sha256, hold: Sha256 })),
    v.minLength(1),
    v.maxLength(MAX_HOLDS),
    v.check((holds) => new Set(holds.map(({ hold }) => hold)).size === holds.length),
  ),
})
export type PartHolds = v.InferOutput<typeof PartHolds>

/** POST /api/part-holds/renewals and /api/part-holds/releases. Always 204. */
export const HoldSecrets = v.strictObject({
  version: v.literal(1),
  secrets: v.pipe(v.array(Secret), v.minLength(1), v.maxLength(MAX_HOLDS)),
})
export type HoldSecrets = v.InferOutput<typeof HoldSecrets>
