// Argon2id (RFC 9106), twice: in WebAssembly, and in plain code for browsers that turn it off. Both give the same bytes.
import { argon2idAsync } from '@noble/hashes/argon2.js'
import { argon2id } from 'hash-wasm'
import type { Bytes } from './encoding.ts'

export interface Argon2Cost {
  memoryKib: number
  passes: number
  lanes: number
  hashBytes: number
}

/** Of a return code. 19 MiB, two passes, one lane: what a slow phone does in a second, and a guesser cannot do cheaply. */
export const CODE_COST: Argon2Cost = { memoryKib: 19_456, passes: 2, lanes: 1, hashBytes: 32 }

/** Of the words of a team's members, typed at a desk: what opens a member's key opens every report of an association. */
export const TEAM_COST: Argon2Cost = { memoryKib: 65_536, passes: 3, lanes: 1, hashBytes: 32 }

/** 32 bytes out of a password and a salt. */
export type Argon2 = (password: Bytes, salt: Bytes) => Promise<Bytes>

/** Throws where WebAssembly is missing or blocked. */
export const argon2InWasm =
  (cost: Argon2Cost): Argon2 =>
  async (password, salt) =>
    (await argon2id({
      password,
      salt,
      memorySize: cost.memoryKib,
      iterations: cost.passes,
      parallelism: cost.lanes,
      hashLength: cost.hashBytes,
      outputType: 'binary',
    })) as Bytes

/** `onProgress` hears how much is done, from 0 to 1. */
export const argon2InPlainCode =
  (cost: Argon2Cost, onProgress: (part: number) => void): Argon2 =>
  async (password, salt) =>
    (await argon2idAsync(password, salt, {
      m: cost.memoryKib,
      t: cost.passes,
      p: cost.lanes,
      dkLen: cost.hashBytes,
      onProgress,
    })) as Bytes
