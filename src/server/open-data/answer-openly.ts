// Gives public data: bytes under a strong ETag, compressed for whoever reads that, 304 to whoever has them. Only what was published
// passes here; everything else under /api is neither kept nor compressed by anyone.
import type { Context } from 'hono'
import { utf8 } from '../../crypto/encoding.ts'
import { acceptsBrotli } from '../accepts-brotli.ts'
import type { AppEnv } from '../env.ts'

export interface OpenData {
  text: string
  /** SHA-256 of the text's bytes, in hexadecimal. */
  sha256: string
  type: string
  /** The header set. */
  headers: Readonly<Record<string, string>>
  /** What it is called when it is kept; null for what is no file. */
  fileName: string | null
}

export async function answerOpenly(
  c: Context<AppEnv>,
  { text, sha256, type, headers, fileName }: OpenData,
): Promise<Response> {
  const compress = acceptsBrotli(c.req.header('Accept-Encoding')) ? c.env.compress : null
  const etag = `"${sha256}${compress ? '-br' : ''}"`
  const validators = { ETag: etag, Vary: 'Accept-Encoding' }
  const isKept = names(c.req.header('If-None-Match'), etag)
  const plain = utf8(text)
  const body = !isKept && compress ? await compress(plain) : plain
  // Last: an error on the way is kept by nobody.
  c.set('headers', headers)
  if (isKept) return c.body(null, 304, validators)
  return c.body(body, 200, {
    ...validators,
    ...(compress ? { 'Content-Encoding': 'br' } : {}),
    ...(fileName === null ? {} : { 'Content-Disposition': `attachment; filename="${fileName}"` }),
    'Content-Type': type,
    'Content-Length': String(body.length),
  })
}

/** Whether `If-None-Match` names an ETag; weakly, as RFC 9110 has it: whoever compresses on the way makes ours weak. */
const names = (header: string | undefined, etag: string): boolean =>
  header?.trim() === '*' || (header ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === etag)
