// SHA-256 through WebCrypto, for code on a phone that must stay light and may wait.
import { toHex, type Bytes } from './encoding.ts'

/** 64 lower-case hexadecimal digits. */
export const digestHex = async (bytes: Bytes): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
