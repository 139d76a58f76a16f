// What a schema of the protocol lets in, as fast-check draws it: read off the schema itself, so that none can change without this. It
// throws on a kind or a rule that it does not know: nothing is left untried in silence.
import fc from 'fast-check'
import * as v from 'valibot'

/** Stands for the word that is looked for afterwards: a case has one of its own, put in its place when the case is sent. */
export const WORD = '⌁'

export interface Terms {
  /** Values that mean something to the server under test, for texts of one form: they are drawn as often as others are made up. */
  known?: (form: RegExp) => readonly string[]
}

interface Rule {
  kind: string
  type: string
  requirement?: unknown
}

interface Node {
  type: string
  pipe?: readonly [Node, ...Rule[]]
  literal?: unknown
  options?: readonly unknown[]
  wrapped?: Node
  item?: Node
  items?: readonly Node[]
  entries?: Readonly<Record<string, Node>>
}

/** Every value that it draws is one that the schema takes. */
export function arbitraryOf<Schema extends v.GenericSchema>(
  schema: Schema,
  terms: Terms = {},
): fc.Arbitrary<v.InferInput<Schema>> {
  const drawn = drawnFrom(schema as unknown as Node, terms)
  return drawn.filter((value) => v.is(schema, value)) as fc.Arbitrary<v.InferInput<Schema>>
}

function drawnFrom(node: Node, terms: Terms): fc.Arbitrary<unknown> {
  const rules = rulesOf(node)
  switch (node.type) {
    case 'string':
      return textOf(rules, terms)
    case 'number':
      return numberOf(rules)
    case 'boolean':
      return fc.boolean()
    case 'literal':
      return fc.constant(node.literal)
    case 'picklist':
      return fc.constantFrom(...(node.options ?? []))
    case 'nullable':
      return fc.option(drawnFrom(within(node.wrapped), terms))
    case 'optional':
      return drawnFrom(within(node.wrapped), terms)
    case 'array':
      return fc.array(drawnFrom(within(node.item), terms), bounds(rules, 12))
    case 'tuple':
      return fc.tuple(...(node.items ?? []).map((each) => drawnFrom(each, terms)))
    case 'union':
    case 'variant':
      return fc.oneof(...(node.options ?? []).map((each) => drawnFrom(each as Node, terms)))
    case 'strict_object':
      return objectOf(node.entries ?? {}, terms)
    default:
      throw new TypeError(`the kind ${node.type} is not known here: its values would not be tried`)
  }
}

const KNOWN_RULES = new Set([
  'check',
  'integer',
  'iso_date',
  'length',
  'max_length',
  'max_value',
  'min_length',
  'min_value',
  'regex',
  'safe_integer',
])

function rulesOf({ pipe }: Node): readonly Rule[] {
  const rules = (pipe?.slice(1) ?? []) as Rule[]
  for (const { type } of rules) {
    if (!KNOWN_RULES.has(type))
      throw new TypeError(`the rule ${type} is not known here: what it lets in would not be tried`)
  }
  return rules
}

function within(node: Node | undefined): Node {
  if (!node) throw new TypeError('a schema around another has none inside')
  return node
}

const numberIn = (rules: readonly Rule[], type: string): number | undefined => {
  const found = rules.find((rule) => rule.type === type)?.requirement
  return typeof found === 'number' ? found : undefined
}

/** `usual`: how many at most, where only a large number or none is set. */
function bounds(rules: readonly Rule[], usual: number): { minLength: number; maxLength: number } {
  const exact = numberIn(rules, 'length')
  const least = exact ?? numberIn(rules, 'min_length') ?? 0
  const most = exact ?? Math.min(numberIn(rules, 'max_length') ?? usual, Math.max(usual, least))
  return { minLength: least, maxLength: most }
}

const DAY_MILLISECONDS = 86_400_000

function textOf(rules: readonly Rule[], { known }: Terms): fc.Arbitrary<string> {
  if (rules.some(({ type }) => type === 'iso_date')) {
    return fc
      .integer({ min: 0, max: 60_000 })
      .map((days) => new Date(days * DAY_MILLISECONDS).toISOString().slice(0, 10))
  }
  const form = rules.find(({ type }) => type === 'regex')?.requirement
  const lengths = bounds(rules, 200)
  if (!(form instanceof RegExp)) return freeText(lengths)
  const made = matching(form).filter(
    ({ length }) => length >= lengths.minLength && length <= (numberIn(rules, 'max_length') ?? length),
  )
  const meant = known?.(form) ?? []
  return meant.length > 0 ? fc.oneof(made, fc.constantFrom(...meant)) : made
}

const forms = new Map<string, fc.Arbitrary<string>>()

/** Made once for each form: that takes long. What matches either case is drawn in one, since fast-check takes no such flag. */
function matching({ source, flags }: RegExp): fc.Arbitrary<string> {
  const made = forms.get(source) ?? fc.stringMatching(new RegExp(source, flags.replace('i', '')))
  forms.set(source, made)
  return made
}

const freeText = (lengths: { minLength: number; maxLength: number }): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.string({ ...lengths, unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
      fc.string(lengths).map((text) => `${WORD}${text}`.slice(0, lengths.maxLength)),
    )
    .filter(({ length }) => length >= lengths.minLength && length <= lengths.maxLength)

function numberOf(rules: readonly Rule[]): fc.Arbitrary<number> {
  const [least, most] = [numberIn(rules, 'min_value'), numberIn(rules, 'max_value')]
  const range = {
    ...(least === undefined ? {} : { min: least }),
    ...(most === undefined ? {} : { max: most }),
  }
  const whole = rules.some(({ type }) => type === 'integer' || type === 'safe_integer')
  return whole ? fc.oneof(fc.maxSafeInteger(), fc.integer(range)) : fc.double({ noNaN: true, ...range })
}

function objectOf(entries: Readonly<Record<string, Node>>, terms: Terms): fc.Arbitrary<unknown> {
  const drawn = Object.entries(entries).map(([key, each]) => [key, drawnFrom(each, terms)] as const)
  const requiredKeys = drawn.map(([key]) => key).filter((key) => entries[key]?.type !== 'optional')
  return fc.record(Object.fromEntries(drawn), { requiredKeys, noNullPrototype: true })
}
