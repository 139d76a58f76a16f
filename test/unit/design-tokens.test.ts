// The colours of the design system can be told apart by everyone: text at 4.5:1 on every ground it stands on, edges at 3:1, by day
// and by night.
import { beforeAll, describe, expect, it } from 'vitest'
import { declarationsIn, readSheets } from '../support/style-sheets.ts'

type Tokens = ReadonlyMap<string, string>
const schemes = { light: new Map<string, string>(), dark: new Map<string, string>() }

beforeAll(async () => {
  const css = (await readSheets()).get('tokens.css') ?? ''
  const [light = '', rest = ''] = css.split('@media screen and (prefers-color-scheme: dark)')
  const [dark = ''] = rest.split('@media')
  const read = (text: string, into: Map<string, string>): void => {
    for (const { property, value } of declarationsIn('tokens.css', text)) into.set(property, value)
  }
  read(light, schemes.light)
  read(light, schemes.dark)
  read(dark, schemes.dark)
})

/** Relative luminance, WCAG 2.2. */
function luminance(tokens: Tokens, name: string): number {
  const value = tokens.get(`--${name}`) ?? ''
  const [, other] = /^var\(--(.+)\)$/.exec(value) ?? []
  if (other !== undefined) return luminance(tokens, other)
  const hex = value
  expect(hex, name).toMatch(/^#[\da-f]{6}$/)
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(tokens, one), luminance(tokens, other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const TEXT = [
  ['ink', ['paper', 'surface', 'sunken', 'accent-soft', 'alert-soft', 'good-soft']],
  ['ink-soft', ['paper', 'surface', 'accent-soft', 'alert-soft', 'good-soft']],
  ['accent', ['paper', 'surface', 'accent-soft', 'alert-soft', 'good-soft']],
  ['accent-strong', ['paper', 'surface', 'accent-soft']],
  ['alert', ['paper', 'surface', 'alert-soft', 'accent-soft']],
  ['good', ['paper', 'surface', 'good-soft']],
  ['on-accent', ['accent', 'accent-strong']],
  ['on-exit', ['exit']],
] as const
const EDGES = [
  ['line-strong', ['paper', 'surface', 'accent-soft']],
  ['accent', ['paper', 'surface', 'accent-soft', 'line']],
  ['alert', ['paper', 'surface', 'alert-soft']],
  ['exit', ['paper']],
] as const

const pairs = (list: readonly (readonly [string, readonly string[]])[]): [string, string][] =>
  list.flatMap(([one, others]) => others.map((other): [string, string] => [one, other]))

describe.each(['light', 'dark'] as const)('in %s colours', (scheme) => {
  it.each(pairs(TEXT))('%s is read on %s', (text, ground) => {
    expect(contrast(schemes[scheme], text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(pairs(EDGES))('an edge in %s is seen on %s', (edge, ground) => {
    expect(contrast(schemes[scheme], edge, ground)).toBeGreaterThanOrEqual(3)
  })
})
