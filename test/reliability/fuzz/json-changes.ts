// What becomes of an honest body on its way to being hostile: a value in the place of another, a key too many, a text almost right.
import fc from 'fast-check'
import { anyText } from '../../support/any-text.ts'
import { HOSTILE, UNSOUND } from '../../support/hostile-corpus.ts'
import { WORD } from './arbitrary-of.ts'
import { twistArmor, twistPackets, type PacketTwist, packetTwist } from './hostile-packets.ts'

export type Change =
  | { kind: 'put'; at: number; value: unknown }
  | { kind: 'drop'; at: number }
  | { kind: 'add'; at: number; key: string; value: unknown }
  | { kind: 'twist'; at: number; twist: number }
  | { kind: 'packets'; at: number; twist: PacketTwist }

/** A name that every object has from birth: some readers take it for a key that is there. */
const BORN_WITH = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype']

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)

const strangeValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 1e308, 2 ** 53, '', [], {}, [[]], [null]),
  fc.constantFrom<unknown>(WORD, [WORD], { [WORD]: WORD }, { length: 1e9 }, { toJSON: WORD }, nested(300)),
  fc.constantFrom(...Object.values(HOSTILE), ...UNSOUND).map((text) => `${WORD}${text}`),
  anyText(60).map((text) => text + WORD),
  fc.nat(20_000).map((length) => 'A'.repeat(length)),
  fc.constantFrom(...BORN_WITH).map((key) => JSON.parse(`{"${key}":{"${WORD}":1}}`) as unknown),
  fc.jsonValue({ maxDepth: 3 }),
)

const TWISTS: readonly ((text: string) => unknown)[] = [
  (text) => `${text}\0`,
  (text) => `\uFEFF${text}`,
  (text) => `${text}\n`,
  (text) => ` ${text}`,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.slice(1),
  (text) => text.slice(0, -1),
  (text) => text + text,
  (text) => `${text}=`,
  (text) => text.replaceAll('=', ''),
  (text) => text.replaceAll('+', '-').replaceAll('/', '_'),
  (text) => text.replaceAll(/(.{60})/g, '$1\r\n'),
  (text) => text.replace(/^./, '\uD800'),
  (text) => text.replace(/.$/, 'é'),
  (text) => text.replace(/[0-9]/, '٣'),
  (text) => encodeURIComponent(text),
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(text).toString('hex'),
  (text) => `${WORD}${text.slice(WORD.length)}`,
  (text) => `${text}${WORD}`,
  (text) => [...text].toReversed().join(''),
  (text) => text.slice(0, -1) + (text.endsWith('A') ? 'B' : 'A'),
  (text) => [text],
  (text) => ({ [text.slice(0, 20)]: text }),
]

const NUMBER_TWISTS: readonly ((value: number) => unknown)[] = [
  (value) => -value,
  (value) => value + 1,
  (value) => value - 1,
  (value) => value + 0.5,
  (value) => value * 2 ** 53,
  (value) => String(value),
  (value) => [value],
]

const place = fc.nat(400)

export const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), at: place, value: strangeValue }),
  fc.record({ kind: fc.constant('drop' as const), at: place }),
  fc.record({
    kind: fc.constant('add' as const),
    at: place,
    key: fc.oneof(fc.constantFrom(WORD, '', '0', ...BORN_WITH), fc.string({ maxLength: 8 })),
    value: strangeValue,
  }),
  fc.record({ kind: fc.constant('twist' as const), at: place, twist: fc.nat(1000) }),
)

export const packetChange: fc.Arbitrary<Change> = fc.record({
  kind: fc.constant('packets' as const),
  at: place,
  twist: packetTwist,
})

type Slot = { holder: Record<string, unknown>; key: string }

/** Every place of a value where another may stand, its own first. */
function slotsOf(holder: Record<string, unknown>, key: string): Slot[] {
  const value = holder[key]
  const inner = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  return [{ holder, key }, ...Object.keys(inner).flatMap((each) => slotsOf(inner, each))]
}

const define = (holder: Record<string, unknown>, key: string, value: unknown): void =>
  void Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })

const ARMOR = '-----BEGIN'
const isSealed = (value: unknown): value is string =>
  typeof value === 'string' && (value.startsWith(ARMOR) || value.length > 180)

/** The same value with these changes made to it, one after the other. */
export function changed(value: unknown, changes: readonly Change[]): unknown {
  const root: Record<string, unknown> = { value: structuredClone(value) }
  for (const each of changes) {
    const all = slotsOf(root, 'value')
    const sealed = all.filter(({ holder, key }) => isSealed(holder[key]))
    const slots = each.kind === 'packets' && sealed.length > 0 ? sealed : all
    const slot = slots[each.at % slots.length]
    if (slot) make(each, slot)
  }
  return root['value']
}

function make(each: Change, { holder, key }: Slot): void {
  const value = holder[key]
  switch (each.kind) {
    case 'put':
      return define(holder, key, structuredClone(each.value))
    case 'drop':
      if (Array.isArray(holder)) holder.splice(Number(key), 1)
      else delete holder[key]
      return
    case 'add':
      if (Array.isArray(value)) value.push(structuredClone(each.value))
      else if (typeof value === 'object' && value !== null)
        define(value as Record<string, unknown>, each.key, structuredClone(each.value))
      return
    case 'twist':
      if (typeof value === 'string') define(holder, key, TWISTS[each.twist % TWISTS.length]?.(value))
      if (typeof value === 'number')
        define(holder, key, NUMBER_TWISTS[each.twist % NUMBER_TWISTS.length]?.(value))
      return
    case 'packets':
      if (typeof value !== 'string') return
      define(
        holder,
        key,
        value.startsWith(ARMOR)
          ? twistArmor(value, each.twist)
          : Buffer.from(twistPackets(Buffer.from(value, 'base64'), each.twist)).toString('base64'),
      )
  }
}
