// SHA-256 over bytes, synchronous and alike everywhere.
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js'
import { toHex, type Bytes } from './encoding.ts'

export const sha256 = (bytes: Uint8Array): Bytes => nobleSha256(bytes) as Bytes

export const sha256Hex = (bytes: Uint8Array): string => toHex(sha256(bytes))
