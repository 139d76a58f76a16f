// What every answer must be, whatever was sent: no failure of the server, a code that is declared under its own status, all the headers,
// and not one word of what came.
import { brotliDecompressSync } from 'node:zlib'
import { ERROR_CODES, type ErrorCode } from '../../../src/protocol/error-codes.ts'
import { API, HEADER_SETS, OPEN_DATA, RELEASE } from '../../../src/server/headers.ts'
import { refuseOutright } from '../../../src/server/refuse.ts'
import { formsOf } from '../../support/sentinels.ts'
import { headerOf, type Answer } from './wire.ts'

const STATUS_OF = new Map<string, number>(ERROR_CODES.map((code) => [code, refuseOutright(code).status]))

/** What may be said to whoever sends no request at all: the server hangs up, and no code is read by anyone. */
const BARE_STATUSES = [400, 408, 413, 417, 431]

const SETS = [...Object.values(HEADER_SETS), API, OPEN_DATA, RELEASE]

/** Beside the headers of a set. */
const OTHER_HEADERS = new Set([
  'allow',
  'connection',
  'content-disposition',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'etag',
  'keep-alive',
  'location',
  'set-cookie',
  'transfer-encoding',
  'vary',
])

/** Looked for in small letters, so that an answer of any size is gone through once a form. */
const smallFormsOf = (word: string): Set<string> =>
  new Set(formsOf(word).map((form) => form.toString('latin1').toLowerCase()))

const percentDecoded = (text: string): string =>
  text.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** Whether a word is in any bytes, in any form that is hunted for, percent-encoded, in whichever letters. Stores are hunted through in depth. */
export function isEchoed(word: string, bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1')
  const haystacks = [text.toLowerCase(), ...(text.includes('%') ? [percentDecoded(text).toLowerCase()] : [])]
  return [...smallFormsOf(word)].some((form) => haystacks.some((haystack) => haystack.includes(form)))
}

export const codeOf = ({ body }: Answer): ErrorCode | null => {
  const code = /^\{"error":"([a-z-]+)"\}$/.exec(body.toString('latin1'))?.[1]
  return code !== undefined && STATUS_OF.has(code) ? (code as ErrorCode) : null
}

export interface Circumstances {
  word: string
  isHead: boolean
  /** Whether what was sent may be no request at all. */
  isRaw: boolean
  /** At the edge the network in front adds headers of its own. */
  isEdge: boolean
}

/** Why an answer is not one that may be given; null for one that is. */
export function faultOf(answer: Answer, { word, isHead, isRaw, isEdge }: Circumstances): string | null {
  const { status, headers, body } = answer
  if (status >= 500) return `a failure: ${status} ${body.toString('latin1', 0, 60)}`
  const isCompressed = headerOf(answer, 'content-encoding') === 'br'
  const plain = isCompressed && body.length > 0 ? brotliDecompressSync(body) : body
  const head = Buffer.from(headers.map((pair) => pair.join(': ')).join('\n'), 'latin1')
  if (isEchoed(word, head) || isEchoed(word, plain)) return 'an echo'
  const bad = headerFault(answer, isEdge)
  if (bad !== null) return bad
  if (status < 400 || isHead) return null
  if (isRaw && body.length === 0 && BARE_STATUSES.includes(status)) return null
  if (status === 404 && headerOf(answer, 'content-type')?.startsWith('text/html')) return null
  const code = codeOf(answer)
  if (code === null) return `a refusal without a code: ${status}`
  return STATUS_OF.get(code) === status ? null : `${code} under ${status}`
}

function headerFault({ headers, status }: Answer, isEdge: boolean): string | null {
  const sent = new Map(headers)
  if (sent.size !== headers.length && !isEdge) return 'a header twice'
  const isWhole = SETS.some((set) =>
    Object.entries(set).every(([name, value]) => sent.get(name.toLowerCase()) === value),
  )
  if (!isWhole) return `${status} without its whole set of headers`
  const ours = new Set(SETS.flatMap((set) => Object.keys(set).map((name) => name.toLowerCase())))
  const strange = headers.find(([name]) => !ours.has(name) && !OTHER_HEADERS.has(name))
  if (strange && !isEdge) return `a header that nobody declared: ${strange[0]}`
  const cookie = sent.get('set-cookie')
  if (cookie !== undefined && !/^__Host-balise=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/.test(cookie))
    return 'a cookie that is not ours'
  return null
}
