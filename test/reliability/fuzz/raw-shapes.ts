// What is hardly HTTP: two requests that pass for one, one that passes for two, many at once, other protocols, lines that never end.
import { WORDS_BEGIN } from './plan.ts'
import type { Tally } from './run-strand.ts'
import type { Stage } from './stage.ts'
import { faultOf } from './verdict.ts'
import { speak } from './wire.ts'

const WORD = `${WORDS_BEGIN}shaped`

interface Shape {
  name: string
  text: string
  /** How many answers there may be at most; exactly, where it is said. */
  most: number
  exactly?: boolean
}

const HIDDEN = `GET /api/health HTTP/1.1\r\nHost: x\r\nX: ${WORD}\r\n\r\n`

const posted = (lines: readonly string[], body: string): string =>
  [
    'POST /api/envelope-status HTTP/1.1',
    'Host: x',
    'Content-Type: application/json',
    ...lines,
    '',
    body,
  ].join('\r\n')

/** Two readers would end its body at two places: whoever is in front, and who answers. */
const smuggled: readonly Shape[] = [
  ['Content-Length: 5', 'Transfer-Encoding: chunked'],
  ['Transfer-Encoding: chunked', 'Content-Length: 5'],
  ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity', 'Content-Length: 5'],
  ['Transfer-Encoding: identity', 'Transfer-Encoding: chunked', 'Content-Length: 5'],
  ['Transfer-Encoding: xchunked', 'Content-Length: 5'],
  ['Transfer-Encoding : chunked', 'Content-Length: 5'],
  ['Transfer-Encoding:\u000bchunked', 'Content-Length: 5'],
  ['Transfer-Encoding: chunked\u0000', 'Content-Length: 5'],
  ['X: 1\nTransfer-Encoding: chunked', 'Content-Length: 5'],
  [' Transfer-Encoding: chunked', 'Content-Length: 5'],
  ['Transfer-Encoding:', ' chunked', 'Content-Length: 5'],
  ['Transfer-Encoding: "chunked"', 'Content-Length: 5'],
  ['Transfer-Encoding: chunked, gzip', 'Content-Length: 5'],
  ['Content-Length: 5', `Content-Length: ${5 + HIDDEN.length}`],
  ['Content-Length: 5, 6'],
  ['Content-Length: 05', 'Content-Length: 5'],
  ['Content-Length: 5\u0000'],
  ['Content-Length: +5'],
].map((lines) => ({
  name: `two lengths: ${lines.join(' | ').replaceAll(/[^ -~]/g, '·')}`,
  text: posted(lines, `0\r\n\r\n${HIDDEN}`),
  most: 1,
}))

const get = (path: string, ...lines: readonly string[]): string =>
  [`GET ${path} HTTP/1.1`, 'Host: x', ...lines, '', ''].join('\r\n')

const SHAPES: readonly Shape[] = [
  ...smuggled,
  ...[2, 16, 60].map((many) => ({
    name: `${many} at once`,
    text: Array.from({ length: many }, (_, at) => get(at % 2 ? '/api/health' : `/api/${WORD}`)).join(''),
    most: many,
    exactly: true,
  })),
  {
    name: 'one after a body that was refused',
    text: posted(['Content-Length: 2'], '{}') + HIDDEN,
    most: 2,
    exactly: true,
  },
  { name: 'one after an end that was asked for', text: get('/', 'Connection: close') + HIDDEN, most: 1 },
  { name: 'HTTP/0.9', text: `GET /${WORD}\r\n`, most: 1 },
  { name: 'HTTP/1.0', text: `GET /${WORD} HTTP/1.0\r\n\r\n`, most: 1 },
  {
    name: 'HTTP/1.0, kept open',
    text: `GET / HTTP/1.0\r\nHost: x\r\nConnection: keep-alive\r\n\r\n`,
    most: 1,
  },
  { name: 'HTTP/1.2', text: `GET / HTTP/1.2\r\nHost: x\r\n\r\n`, most: 1 },
  { name: 'HTTP/2', text: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', most: 1 },
  { name: 'HTTP/11.1', text: `GET / HTTP/11.1\r\nHost: x\r\n\r\n`, most: 1 },
  { name: 'lines that end with LF', text: `GET /${WORD} HTTP/1.1\nHost: x\n\n`, most: 1 },
  { name: 'lines that end with CR', text: `GET /${WORD} HTTP/1.1\rHost: x\r\r`, most: 1 },
  { name: 'empty lines first', text: '\r\n'.repeat(200) + get('/'), most: 1 },
  { name: 'a TLS hello', text: `\u0016\u0003\u0001\u0002\u0000\u0001\u0000${WORD}`, most: 1 },
  { name: 'SSH', text: `SSH-2.0-${WORD}\r\n`, most: 1 },
  { name: 'SMTP', text: `EHLO ${WORD}\r\nMAIL FROM:<${WORD}>\r\n`, most: 2 },
  { name: 'a proxy line', text: `PROXY TCP4 1.2.3.4 1.2.3.4 1 1\r\n${get('/')}`, most: 1 },
  { name: 'NUL without end', text: '\0'.repeat(200_000), most: 1 },
  { name: 'a method without end', text: 'A'.repeat(200_000), most: 1 },
  { name: 'an address without end', text: `GET /${'a'.repeat(1_000_000)}`, most: 1 },
  { name: 'a header without end', text: `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(1_000_000)}`, most: 1 },
  {
    name: 'headers without number',
    text: `GET / HTTP/1.1\r\nHost: x\r\n${'a: b\r\n'.repeat(50_000)}`,
    most: 1,
  },
  { name: 'CONNECT', text: `CONNECT ${WORD}.example:443 HTTP/1.1\r\nHost: x\r\n\r\n${WORD}`, most: 1 },
  { name: 'TRACE', text: `TRACE / HTTP/1.1\r\nHost: x\r\nX: ${WORD}\r\n\r\n`, most: 1 },
  { name: 'nothing', text: '', most: 0 },
  { name: 'a header line alone', text: `Host: ${WORD}\r\n\r\n`, most: 1 },
]

/** Faults; none where all is well. All at once: each waits for what never comes. */
export async function everyShape(stage: Stage, tally: Tally): Promise<string[]> {
  const faults = await Promise.all(SHAPES.map((shape) => faultsOf(stage, shape)))
  tally.inputs += SHAPES.length
  return [...faults.flat(), ...((await stage.isAlive()) ? [] : ['nothing answers any more'])]
}

async function faultsOf({ visit, isEdge }: Stage, { name, text, most, exactly }: Shape): Promise<string[]> {
  const { answers, how } = await speak(visit.server.origin, {
    bytes: [Buffer.from(text, 'latin1')],
    heads: Array.from({ length: most + 1 }, () => false),
    hangsUp: 'in-a-while',
  })
  const tooMany = answers.length > most || (exactly && answers.length !== most)
  const faults = answers.map((answer) => faultOf(answer, { word: WORD, isHead: false, isRaw: true, isEdge }))
  return [
    how === 'late' ? 'no end in time' : null,
    tooMany ? `${answers.length} answers` : null,
    ...faults,
  ].flatMap((fault) => (fault === null ? [] : [`${name}: ${fault}`]))
}
