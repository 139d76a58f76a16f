// Says any bytes to a server over a socket of its own, and takes apart what comes back. It waits a bounded time, and no HTTP client
// mends on the way what is broken on purpose.
import { connect } from 'node:net'

export interface Answer {
  status: number
  headers: readonly (readonly [name: string, value: string])[]
  body: Buffer
}

/** `late`: neither a whole answer nor the end of the line came in time. */
export interface Heard {
  answers: Answer[]
  how: 'answered' | 'closed' | 'late'
  /** What came after the last whole answer. */
  rest: Buffer
}

export interface Speech {
  bytes: readonly Uint8Array[]
  /** For each answer that is awaited, whether it is to HEAD: such a one has no body. */
  heads?: readonly boolean[]
  /** When the sender hangs up: once all is said, or once nothing came for a while. Else it waits. */
  hangsUp?: 'at-once' | 'in-a-while' | 'never'
}

/** Ours, and what those who may have announced more than they said are willing to wait. */
const PATIENCE_MILLISECONDS = 15_000
const A_WHILE_MILLISECONDS = 600

export function speak(origin: string, { bytes, heads = [false], hangsUp = 'never' }: Speech): Promise<Heard> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect(Number(port), hostname)
    const settle = (how: Heard['how']): void => {
      clearTimeout(timer)
      clearTimeout(leaving)
      socket.destroy()
      resolve({ ...answersIn(Buffer.concat(chunks), heads, how !== 'answered'), how })
    }
    const timer = setTimeout(() => settle('late'), PATIENCE_MILLISECONDS)
    const leaving = setTimeout(
      () => (hangsUp === 'in-a-while' ? socket.end() : undefined),
      A_WHILE_MILLISECONDS,
    )
    socket
      .on('data', (chunk) => {
        chunks.push(chunk)
        if (answersIn(Buffer.concat(chunks), heads, false).answers.length >= heads.length) settle('answered')
      })
      .on('error', () => undefined)
      .on('close', () => settle('closed'))
    for (const chunk of bytes) socket.write(chunk)
    if (hangsUp === 'at-once') socket.end()
  })
}

/** `isOver`: nothing comes any more, so that what has no length is whole. */
function answersIn(
  bytes: Buffer,
  heads: readonly boolean[],
  isOver: boolean,
): { answers: Answer[]; rest: Buffer } {
  const answers: Answer[] = []
  let rest = bytes
  for (;;) {
    const end = rest.indexOf('\r\n\r\n')
    if (end < 0) break
    const [first = '', ...lines] = rest.subarray(0, end).toString('latin1').split('\r\n')
    const status = Number(/^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(first)?.[1])
    if (Number.isNaN(status)) break
    const after = rest.subarray(end + 4)
    if (status < 200) {
      rest = after
      continue
    }
    const headers = lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
    })
    const bare = heads[answers.length] === true || status === 204 || status === 304
    const taken = bare ? { body: Buffer.alloc(0), rest: after } : bodyIn(after, headers, isOver)
    if (!taken) break
    answers.push({ status, headers, body: taken.body })
    rest = taken.rest
  }
  return { answers, rest }
}

function bodyIn(
  bytes: Buffer,
  headers: Answer['headers'],
  isOver: boolean,
): { body: Buffer; rest: Buffer } | null {
  const valueOf = (name: string): string | undefined => headers.find(([each]) => each === name)?.[1]
  if (valueOf('transfer-encoding') === 'chunked') return unchunked(bytes)
  const declared = valueOf('content-length')
  if (declared === undefined) return isOver ? { body: bytes, rest: Buffer.alloc(0) } : null
  const length = Number(declared)
  return bytes.length < length ? null : { body: bytes.subarray(0, length), rest: bytes.subarray(length) }
}

function unchunked(bytes: Buffer): { body: Buffer; rest: Buffer } | null {
  const chunks: Buffer[] = []
  let at = 0
  for (;;) {
    const end = bytes.indexOf('\r\n', at)
    if (end < 0) return null
    const length = Number.parseInt(bytes.toString('latin1', at, end), 16)
    const next = end + 2 + length + 2
    if (Number.isNaN(length) || bytes.length < next) return null
    if (length === 0) return { body: Buffer.concat(chunks), rest: bytes.subarray(next) }
    chunks.push(bytes.subarray(end + 2, end + 2 + length))
    at = next
  }
}

export const headerOf = ({ headers }: Answer, name: string): string | undefined =>
  headers.find(([each]) => each === name)?.[1]
