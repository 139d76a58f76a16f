// One hostile request as it is drawn: which endpoint, behind which door, with what body, in what wrapping. `render` makes its bytes.
import fc from 'fast-check'
import { arbitraryOf } from './arbitrary-of.ts'
import { ENDPOINTS, knownTo } from './endpoints.ts'
import { METHODS } from './head-tricks.ts'
import { change, packetChange, type Change } from './json-changes.ts'
import type { Visit } from './visit.ts'

export type BodyPlan =
  | { kind: 'honest' }
  | { kind: 'drawn'; value: unknown }
  | { kind: 'changed'; changes: readonly Change[] }
  /** Honest, and filled with white space until it is as long as is allowed, and so many bytes more. */
  | { kind: 'filled'; beyond: number }

export type DoorPlan = 'open' | 'shut' | 'twisted' | 'expired' | 'another'

/** A trick of a list, and a number that it may use. */
export interface Trick {
  how: number
  at: number
}

export interface Plan {
  /** Place in `ENDPOINTS`, or beyond it a page of the site. */
  endpoint: number
  door: DoorPlan
  role: number
  body: BodyPlan
  text: Trick | null
  framing: Trick | null
  target: Trick | null
  lines: readonly Trick[]
  method: string | null
  isOldHttp: boolean
  /** What every text of it holds. */
  word: string
}

/** What all words begin with: as long as it takes for each of its forms in base64 to be looked for. */
export const WORDS_BEGIN = 'zqfuzzyvwkjx'

/** Six letters and figures that nothing else has, after those that all have. */
export const word: fc.Arbitrary<string> = fc
  .integer({ min: 36 ** 5, max: 36 ** 6 - 1 })
  .map((number) => `${WORDS_BEGIN}${number.toString(36)}`)

const trick: fc.Arbitrary<Trick> = fc.record({
  how: fc.nat(9999),
  at: fc.oneof(fc.nat(300), fc.nat(100_000)),
})

const some = fc.nat(9999)

/** An honest request, whatever else it is. */
export const plainPlan = (endpoint: number, more: Partial<Plan> = {}): Plan => ({
  endpoint,
  door: 'open',
  role: 0,
  body: { kind: 'honest' },
  text: null,
  framing: null,
  target: null,
  lines: [],
  method: null,
  isOldHttp: false,
  word: `${WORDS_BEGIN}exhaus`,
  ...more,
})

const usual = {
  endpoint: some,
  door: fc.constant<DoorPlan>('open'),
  role: some,
  body: fc.constant<BodyPlan>({ kind: 'honest' }),
  text: fc.constant(null),
  framing: fc.constant(null),
  target: fc.constant(null),
  lines: fc.constant([]),
  method: fc.constant(null),
  isOldHttp: fc.constant(false),
  word,
}

const WITH_BODY = ENDPOINTS.flatMap(({ body }, at) => (body ? [at] : []))
const bodied = fc.constantFrom(...WITH_BODY)
const doors = fc.constantFrom<DoorPlan>('shut', 'twisted', 'expired', 'another')

/** The parts of the run. */
export const STRANDS = [
  'well-formed, from each schema',
  'nearly well-formed',
  'honest, or with a door shut',
  'JSON that readers stumble over',
  'OpenPGP packets and signatures',
  'addresses and headers',
  'lengths that lie, methods in each other’s place',
  'everything at once',
] as const

export type Strand = (typeof STRANDS)[number]

/** What each of them draws from. `visit` is whom it is played for: values that mean something there are drawn too. */
export function strandsFor(visit: Visit): Readonly<Record<Strand, fc.Arbitrary<Plan>>> {
  const terms = { known: knownTo(visit) }
  const drawn: fc.Arbitrary<Plan>[] = WITH_BODY.map((endpoint) => {
    const schema = ENDPOINTS[endpoint]?.body?.schema
    if (!schema) throw new Error('an endpoint that takes a body has a schema')
    return fc.record({
      ...usual,
      endpoint: fc.constant(endpoint),
      body: arbitraryOf(schema, terms).map((value): BodyPlan => ({ kind: 'drawn', value })),
    })
  })
  const wellFormed = fc.oneof(...drawn)
  const honest = fc.record<Plan>(usual)
  const nearly = fc.record<Plan>({
    ...usual,
    endpoint: bodied,
    body: fc
      .array(change, { minLength: 1, maxLength: 3 })
      .map((changes): BodyPlan => ({ kind: 'changed', changes })),
  })
  const packets = fc.record<Plan>({
    ...usual,
    endpoint: fc.constantFrom(
      ...WITH_BODY.filter((at) =>
        /submissions|cards|messages|session|copies|team|key-blobs$|invitations$|answers|cases|templates|records/.test(
          ENDPOINTS[at]?.path ?? '',
        ),
      ),
    ),
    body: fc
      .array(packetChange, { minLength: 1, maxLength: 2 })
      .map((changes): BodyPlan => ({ kind: 'changed', changes })),
  })
  return {
    'well-formed, from each schema': wellFormed,
    'nearly well-formed': nearly,
    'honest, or with a door shut': fc.oneof(honest, fc.record<Plan>({ ...usual, door: doors })),
    'JSON that readers stumble over': fc.record<Plan>({ ...usual, endpoint: bodied, text: trick }),
    'OpenPGP packets and signatures': packets,
    'addresses and headers': fc.record<Plan>({
      ...usual,
      target: fc.option(trick, { freq: 2 }),
      lines: fc.array(trick, { minLength: 0, maxLength: 3 }),
      door: fc.constantFrom<DoorPlan>('open', 'shut'),
    }),
    'lengths that lie, methods in each other’s place': fc.record<Plan>({
      ...usual,
      framing: fc.option(trick, { freq: 2 }),
      method: fc.option(fc.constantFrom(...METHODS), { freq: 1 }),
      isOldHttp: fc.boolean(),
      lines: fc.array(trick, { maxLength: 1 }),
    }),
    'everything at once': fc.record<Plan>({
      ...usual,
      door: fc.constantFrom<DoorPlan>('open', 'open', 'shut', 'twisted'),
      body: fc.oneof(
        usual.body,
        fc.array(change, { maxLength: 4 }).map((changes): BodyPlan => ({ kind: 'changed', changes })),
      ),
      text: fc.option(trick, { freq: 1 }),
      framing: fc.option(trick, { freq: 1 }),
      target: fc.option(trick, { freq: 1 }),
      lines: fc.array(trick, { maxLength: 2 }),
      method: fc.option(fc.constantFrom(...METHODS), { freq: 1 }),
      isOldHttp: fc.boolean(),
    }),
  }
}

/** One after the other, of one visitor: what meets what came before, since what tells things apart is drawn from a few. */
export const sequencesFor = (visit: Visit): fc.Arbitrary<Plan[]> => {
  const strands = strandsFor(visit)
  return fc.array(
    fc.oneof(
      { weight: 4, arbitrary: strands['well-formed, from each schema'] },
      { weight: 3, arbitrary: fc.record<Plan>(usual) },
      { weight: 1, arbitrary: strands['nearly well-formed'] },
    ),
    { minLength: 2, maxLength: 8 },
  )
}
