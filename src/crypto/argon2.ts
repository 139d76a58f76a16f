// Argon2id (RFC 9106) at the one cost of a return code, twice: in WebAssembly, and in plain code for browsers that turn it off.
// Both give the same bytes.
import { argon2idAsync } from '@noble/hashes/argon2.js'
import { argon2id } from 'hash-wasm'
import type { Bytes } from './encoding.ts'

/** 19 MiB, two passes, one lane: what a slow phone does in a second, and a guesser cannot do cheaply. */
export const CODE_COST = { memoryKib: 19_456, passes: 2, lanes: 1, hashBytes: 32 } as const

/** 32 bytes out of a password and a salt. */
export type Argon2 = (password: Bytes, salt: Bytes) => Promise<Bytes>

/** Throws where WebAssembly is missing or blocked. */
export const argon2InWasm: Argon2 = async (password, salt) =>
  (await argon2id({
    password,
    salt,
    memorySize: CODE_COST.memoryKib,
    iterations: CODE_COST.passes,
    parallelism: CODE_COST.lanes,
    hashLength: CODE_COST.hashBytes,
    outputType: 'binary',
  })) as Bytes

/** `onProgress` hears how much is done, from 0 to 1. */
export const argon2InPlainCode =
  (onProgress: (part: number) => void): Argon2 =>
  async (password, salt) =>
    (await argon2idAsync(password, salt, {
      m: CODE_COST.memoryKib,
      t: CODE_COST.passes,
      p: CODE_COST.lanes,
      dkLen: CODE_COST.hashBytes,
      onProgress,
    })) as Bytes
