// Authors who hold a return code, for tests: all the keys of a code at once, without the second that deriving them costs a phone.
import type { Argon2 } from '../../src/crypto/argon2.ts'
import { concat, type Bytes } from '../../src/crypto/encoding.ts'
import { randomBytes } from '../../src/crypto/random.ts'
import { deriveReturnKeys, type ReturnKeys } from '../../src/crypto/return-keys.ts'
import { sha256 } from '../../src/crypto/sha256.ts'

const cheap: Argon2 = async (secret: Bytes, salt: Bytes) => sha256(concat(secret, salt))

/** The keys of a code that nobody else has. */
export const makeAuthor = (): Promise<ReturnKeys> => deriveReturnKeys(randomBytes(10), cheap)
