// How one answer of a site differs from what it must be, a sentence a difference: status, bytes, type, headers. What the site sent is shown
// only with every character that could move a cursor or hide words as its code point.
import { hash } from 'node:crypto'
import { HEADER_SETS, NEVER_SENT, NEVER_SENT_PREFIXES } from '../server/headers.ts'
import { inertLine } from './shown-text.ts'
import type { SiteAnswer } from './site-reader.ts'

export interface Expected {
  status: number
  /** The header set: each of these exactly, and none that only other sets have. */
  headers: Readonly<Record<string, string>>
  /** Null where it may be any. */
  type: string | null
  /** Of the decoded body, in hexadecimal; null where it may be any. */
  sha256: string | null
  /** Where it must lead, as it is spelled; nowhere if missing. */
  location?: string
}

type Answered = Extract<SiteAnswer, { ok: true }>

const LOSSES = {
  'no-answer': 'no whole answer came',
  'out-of-time': 'the answer took too long',
  'too-long': 'the answer is far too long',
  'not-decodable': 'the answer is encoded in a way that does not decode',
  'told-early': 'something came before the answer: browsers act on it (103 Early Hints)',
} as const

/** Names that mean something where they are sent: one of another set is as wrong as one that is missing. */
const OUR_NAMES = new Set(
  Object.values(HEADER_SETS).flatMap((set) => Object.keys(set).map((name) => name.toLowerCase())),
)

/** Some answers of the API are files to save, and none of those is asked for; a page that is saved instead of shown is one that is missing. */
const SAVED_INSTEAD = 'content-disposition'

const MOST_SHOWN = 300

const shown = (text: string): string => {
  const line = inertLine(text)
  return `"${line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}…` : line}"`
}

export function answerFaults(answer: SiteAnswer, expected: Expected): string[] {
  if (!answer.ok) return [LOSSES[answer.reason]]
  return [
    ...statusFaults(answer, expected),
    ...(expected.sha256 === null || hash('sha256', answer.body) === expected.sha256
      ? []
      : ['its content is not the one of the manifest']),
    ...typeFaults(answer, expected.type),
    ...requiredFaults(answer, expected.headers),
    ...forbiddenFaults(answer, expected.headers),
  ]
}

function statusFaults({ status, headers }: Answered, expected: Expected): string[] {
  const places = headers.get('location') ?? []
  const leads = places.length === 0 ? '' : `, and leads to ${places.map(shown).join(', ')}`
  if (status !== expected.status) return [`it answers ${status} instead of ${expected.status}${leads}`]
  const { location } = expected
  if (location === undefined || (places.length === 1 && places[0] === location)) return []
  return [`it answers ${status}${leads || ' and leads nowhere'}, instead of to "${location}"`]
}

/** Our text is UTF-8 wherever it goes: a type may leave that unsaid, and never say otherwise. */
function typeFaults({ headers }: Answered, expected: string | null): string[] {
  if (expected === null) return []
  const values = headers.get('content-type') ?? []
  const [type = '', ...more] = (values[0] ?? '').toLowerCase().split(/\s*;\s*/)
  const [wanted] = expected.split(';')
  const isOurs = values.length === 1 && type === wanted && more.every((part) => part === 'charset=utf-8')
  if (isOurs && !(type === 'text/html' && more.length === 0)) return []
  return [`its Content-Type is ${values.map(shown).join(', ') || 'missing'} instead of "${expected}"`]
}

function requiredFaults({ headers }: Answered, expected: Expected['headers']): string[] {
  return Object.entries(expected).flatMap(([name, value]) => {
    const values = headers.get(name.toLowerCase())
    if (!values) return [`the header ${name} is missing`]
    if (values.length === 1 && values[0] === value) return []
    return [`the header ${name} is ${values.map(shown).join(', ')} instead of "${value}"`]
  })
}

function forbiddenFaults({ headers }: Answered, expected: Expected['headers']): string[] {
  const wanted = new Set(Object.keys(expected).map((name) => name.toLowerCase()))
  return [...headers].flatMap(([name, values]) => {
    const isForbidden =
      NEVER_SENT.includes(name) ||
      NEVER_SENT_PREFIXES.some((prefix) => name.startsWith(prefix)) ||
      name === SAVED_INSTEAD ||
      (OUR_NAMES.has(name) && !wanted.has(name))
    const leadsAway = name === 'alt-svc' && values.some(namesAnotherHost)
    // Where a redirect leads is said with its status.
    if ((!isForbidden && !leadsAway) || name === 'location') return []
    return [`the header ${inertLine(name)} must not be there: ${values.map(shown).join(', ')}`]
  })
}

/** `h3=":443"` is the same host; anything before the colon is another. */
const namesAnotherHost = (value: string): boolean => /=\s*"[^":]/.test(value)
