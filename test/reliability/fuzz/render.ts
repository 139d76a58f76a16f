// Makes the bytes of a drawn request, and says what must be answered to it where that is known: of what the schema takes no shape is
// refused, of what it does not take every shape is.
import * as v from 'valibot'
import type { ErrorCode } from '../../../src/protocol/error-codes.ts'
import { PART_BYTES } from '../../../src/protocol/limits.ts'
import { randomHex } from '../../../src/crypto/random.ts'
import { sha256Hex } from '../../../src/crypto/sha256.ts'
import { solvedProof } from '../../support/servers/correspondence.ts'
import { somePermit } from '../../support/servers/part-sender.ts'
import type { RunningServer } from '../../support/servers/running-server.ts'
import { WORD } from './arbitrary-of.ts'
import { ENDPOINTS, type Endpoint } from './endpoints.ts'
import { FRAMINGS, LINE_TRICKS, TARGET_TRICKS } from './head-tricks.ts'
import { changed } from './json-changes.ts'
import type { Plan } from './plan.ts'
import { trickedText } from './text-tricks.ts'
import { codeOf } from './verdict.ts'
import { proofFor, type Role, type Visit } from './visit.ts'
import type { Answer } from './wire.ts'

export interface Sent {
  bytes: Buffer
  /** What it is, for whoever reads of a fault: an endpoint, and nothing that was drawn. */
  what: string
  isHead: boolean
  /** Whether it may be no request at all. */
  isRaw: boolean
  hangsUp: 'at-once' | 'in-a-while' | 'never'
  /** Why the answer is not the one that must be given; null where it is, and where none is known. */
  misjudged: (answer: Answer) => string | null
}

/** What an honest request may meet because of those before it. */
const BECAUSE_OF_OTHERS: readonly ErrorCode[] = [
  'holds-full',
  'mailbox-full',
  'not-found',
  'part-missing',
  'record-changed',
  'token-taken',
  'too-many',
]

/** A value with the word in the place of what stands for it. */
function worded(value: unknown, word: string): unknown {
  if (typeof value === 'string') return value.replaceAll(WORD, word)
  if (Array.isArray(value)) return value.map((each) => worded(each, word))
  if (typeof value !== 'object' || value === null) return value
  const copy = {}
  for (const [key, each] of Object.entries(value)) {
    const named = { value: worded(each, word), enumerable: true, configurable: true, writable: true }
    Object.defineProperty(copy, key.replaceAll(WORD, word), named)
  }
  return copy
}

const reworded = (bytes: Buffer, word: string): Buffer =>
  bytes.includes(WORD) ? Buffer.from(bytes.toString('latin1').replaceAll(LATIN_WORD, word), 'latin1') : bytes

const LATIN_WORD = Buffer.from(WORD).toString('latin1')

/** `pages`: paths of the site, which follow the endpoints. */
export async function render(plan: Plan, visit: Visit, pages: readonly string[]): Promise<Sent> {
  const place = plan.endpoint % (ENDPOINTS.length + pages.length)
  const endpoint: Endpoint = ENDPOINTS[place] ?? {
    method: 'GET',
    path: pages[place - ENDPOINTS.length] ?? '/',
    door: { kind: 'none' },
  }
  const { word } = plan
  const door = await doorLines(plan, endpoint, visit)
  const made = await bodyOf(plan, endpoint, visit, door.proof)
  const method = plan.method ?? endpoint.method
  const path = made.target ?? endpoint.target?.(visit) ?? endpoint.path
  const target =
    plan.target === null
      ? path
      : (TARGET_TRICKS[plan.target.how % TARGET_TRICKS.length]?.(path, plan.target.at) ?? path)
  const hasBody = made.bytes !== null || plan.framing !== null
  const framing = FRAMINGS[(plan.framing?.how ?? 0) % FRAMINGS.length]
  const framed = hasBody ? framing?.(made.bytes ?? Buffer.from(word), plan.framing?.at ?? 0) : undefined
  const tricks = plan.lines.map(({ how, at }) => LINE_TRICKS[how % LINE_TRICKS.length]?.(at) ?? '')
  const lines = [
    `${method} ${target} HTTP/1.${plan.isOldHttp ? 0 : 1}`,
    `Host: ${new URL(visit.server.origin).host}`,
    ...(made.type === null ? [] : [`Content-Type: ${made.type}`]),
    ...door.lines,
    ...(framed?.lines ?? []),
    ...tricks,
    'Connection: close',
  ]
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`.replaceAll(WORD, word), 'latin1')
  // The first two framings say no more and no less than there is.
  const isTrue = plan.framing === null || plan.framing.how < 2
  const isPlain = isTrue && plan.target === null && plan.lines.length === 0 && plan.method === null
  return {
    bytes: Buffer.concat([head, reworded(framed?.body ?? Buffer.alloc(0), word)]),
    what: `${method} ${endpoint.path}`,
    isHead: method === 'HEAD',
    isRaw: !isPlain,
    hangsUp: framed?.hangsUp ? 'at-once' : isPlain ? 'never' : 'in-a-while',
    misjudged: (answer) => (isPlain && !plan.isOldHttp ? misjudged(plan, endpoint, made, answer) : null),
  }
}

interface MadeBody {
  bytes: Buffer | null
  type: string | null
  target?: string
  /** Whether the schema takes it; null where there is none to ask. */
  isTaken: boolean | null
}

async function bodyOf(plan: Plan, endpoint: Endpoint, visit: Visit, proof: string): Promise<MadeBody> {
  if (endpoint.method === 'PUT') return partBody(plan, visit)
  if (!endpoint.body) return { bytes: null, type: null, isTaken: null }
  const { schema, honest } = endpoint.body
  const type = 'application/json'
  const { body, text: trick, word } = plan
  const value =
    body.kind === 'drawn'
      ? body.value
      : changed(await honest(visit, proof), body.kind === 'changed' ? body.changes : [])
  const written = JSON.stringify(worded(value, word)) ?? ''
  const text = body.kind === 'filled' ? written.padEnd(endpoint.body.mostBytes + body.beyond) : written
  if (trick) {
    const bytes = reworded(trickedText(text, trick.how, trick.at), word)
    return { bytes, type, isTaken: null }
  }
  return { bytes: Buffer.from(text), type, isTaken: text !== '' && v.is(schema, JSON.parse(text)) }
}

/** A part is bytes and no JSON: its own, others under its name, and lengths about the one allowed. */
function partBody({ body, endpoint }: Plan, { part }: Visit): MadeBody {
  const type = 'application/octet-stream'
  if (body.kind === 'honest') return { bytes: Buffer.from(part.bytes), type, isTaken: null }
  const length = [0, 1, PART_BYTES - 1, PART_BYTES, PART_BYTES + 1][endpoint % 5] ?? 0
  const bytes = Buffer.alloc(length, endpoint & 0xff)
  const target = `/api/parts/${endpoint % 2 === 0 ? sha256Hex(bytes) : randomHex(32)}`
  return { bytes, type, target, isTaken: null }
}

interface OpenDoor {
  lines: readonly string[]
  /** The proof that is shown; empty where none is. */
  proof: string
}

async function doorLines(plan: Plan, { door }: Endpoint, visit: Visit): Promise<OpenDoor> {
  const { server, cookies } = visit
  if (plan.door === 'shut' || door.kind === 'none') return { lines: [], proof: '' }
  const twisted = (text: string): string =>
    plan.door === 'twisted'
      ? text.slice(0, plan.role % text.length) + WORD + text.slice(1 + (plan.role % text.length))
      : text
  switch (door.kind) {
    case 'proof': {
      const proof =
        plan.door === 'expired'
          ? solvedProof(server as RunningServer, -10, 0, door.purpose)
          : proofFor(server, plan.door === 'another' ? 'sign-in' : door.purpose)
      return { lines: [`Proof: ${twisted(proof)}`], proof }
    }
    case 'role': {
      const others = (['officer', 'member', 'recovery'] as const).filter((each) => !door.roles.includes(each))
      const of = plan.door === 'another' ? others : door.roles
      const role: Role = of[plan.role % Math.max(1, of.length)] ?? 'officer'
      const cookie = plan.door === 'expired' ? `__Host-balise=${randomHex(32)}` : cookies[role]
      return { lines: [`Cookie: ${twisted(cookie)}`], proof: '' }
    }
    case 'permit': {
      const permit = plan.door === 'open' ? await somePermit(server) : randomHex(32)
      return { lines: [`Permit: ${twisted(permit)}`], proof: '' }
    }
  }
}

const SHUT: Readonly<Record<Exclude<Endpoint['door']['kind'], 'none'>, ErrorCode>> = {
  proof: 'proof-missing',
  role: 'sign-in-required',
  permit: 'permit-missing',
}

const SHAPE: readonly (ErrorCode | null)[] = ['invalid-shape', 'invalid-json']

function misjudged(plan: Plan, endpoint: Endpoint, made: MadeBody, answer: Answer): string | null {
  const code = codeOf(answer)
  const { door } = endpoint
  const said = `${answer.status} ${code ?? ''}`
  if (plan.door === 'shut' && door.kind !== 'none')
    return code === SHUT[door.kind] ? null : `a shut door answered ${said}`
  if (plan.door !== 'open' || plan.text !== null) return null
  const isHonest = plan.body.kind === 'honest' || (plan.body.kind === 'filled' && plan.body.beyond <= 0)
  if (isHonest && code !== null && !BECAUSE_OF_OTHERS.includes(code))
    return `what is honest was answered ${said}`
  if (made.isTaken === null || endpoint.body === undefined) return null
  if ((made.bytes?.length ?? 0) > endpoint.body.mostBytes)
    return code === 'too-large' ? null : `too much was answered ${said}`
  // The text within it has a shape of its own.
  if (made.isTaken && endpoint.path !== '/api/team' && SHAPE.includes(code))
    return `what the schema takes was answered ${said}`
  return made.isTaken || SHAPE.includes(code) ? null : `what the schema does not take was answered ${said}`
}
