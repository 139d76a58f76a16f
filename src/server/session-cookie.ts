// The cookie of a signed-in association. It dies with the browser's session; the server keeps only its token's hash.
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { toBase64Url, utf8 } from '../crypto/encoding.ts'
import { randomBytes } from '../crypto/random.ts'
import { sha256Hex } from '../crypto/sha256.ts'
import type { AppEnv } from './env.ts'

/** With this prefix a browser takes the cookie only over TLS, for this very host and every path. */
const NAME = '__Host-balise'
const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const

/** A new token of 256 bits, and the hash to keep. */
export function newSessionToken(): { token: string; tokenHash: string } {
  const token = toBase64Url(randomBytes(32))
  return { token, tokenHash: hashOf(token) }
}

/** The hash of the token a request carries; null without one. */
export function sessionTokenHash<Env extends AppEnv>(c: Context<Env>): string | null {
  const token = getCookie(c, NAME)
  return token === undefined ? null : hashOf(token)
}

export const giveSessionCookie = <Env extends AppEnv>(c: Context<Env>, token: string): void =>
  setCookie(c, NAME, token, ATTRIBUTES)

export function takeSessionCookie<Env extends AppEnv>(c: Context<Env>): void {
  deleteCookie(c, NAME, ATTRIBUTES)
}

const hashOf = (token: string): string => sha256Hex(utf8(token))
