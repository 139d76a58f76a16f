// Style sheets speak of inline and block, never of left and right: a language that runs the other way turns every page round.
import { describe, expect, it } from 'vitest'
import { declarationsIn, readSheets, type Declaration } from '../support/style-sheets.ts'

/** Sides, and sizes that name an axis of the screen. `-webkit-` names are what an old engine calls a thing. */
const PHYSICAL_PROPERTY =
  /^(?:left|right|top|bottom|(?:min-|max-)?(?:width|height)|(?:margin|padding|scroll-margin|scroll-padding)-(?:left|right|top|bottom)|border-(?:left|right|top|bottom)(?:-.+)?|border-(?:top|bottom)-(?:left|right)-radius|overflow-[xy]|inset-(?:left|right))$/

/** Four values of these go round the screen's sides; the second and fourth are right and left. */
const ROUND = /^(?:margin|padding|inset|border-width|border-color|border-style|scroll-margin|scroll-padding)$/

const SIDED_VALUE: Readonly<Record<string, RegExp>> = {
  'text-align': /\b(?:left|right)\b/,
  float: /\b(?:left|right)\b/,
  clear: /\b(?:left|right)\b/,
  'background-position': /\b(?:left|right)\b/,
  'object-position': /\b(?:left|right)\b/,
  'transform-origin': /\b(?:left|right)\b/,
  background: /\b(?:left|right)\b/,
  transform: /translateX|translate\([^,)]*[1-9]/,
}

/** Splits a value at its spaces, but not inside brackets. */
function partsOf(value: string): string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const character of value) {
    if (character === '(') depth++
    if (character === ')') depth--
    if (character === ' ' && depth === 0) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts
}

function isPhysical({ property, value }: Declaration): boolean {
  if (PHYSICAL_PROPERTY.test(property)) return true
  if (SIDED_VALUE[property]?.test(value)) return true
  const [, second, , fourth] = partsOf(value)
  if (property === 'border-radius') return partsOf(value).length > 1
  return ROUND.test(property) && fourth !== undefined && second !== fourth
}

const told = ({ file, selector, property, value }: Declaration): string =>
  `${file} ${selector} { ${property}: ${value} }`

describe('the sheets of the site', () => {
  it('name no side of the screen', async () => {
    const sheets = await readSheets()
    expect(sheets.size).toBeGreaterThan(10)
    const declarations = [...sheets].flatMap(([file, css]) => declarationsIn(file, css))
    expect(declarations.length).toBeGreaterThan(400)
    expect(declarations.filter(isPhysical).map(told)).toEqual([])
  })

  it('all start from the design system, and take every colour from it', async () => {
    const sheets = await readSheets()
    const parts = ['design.css', ...importsOf(sheets.get('design.css') ?? '')]
    const arranged = [...sheets.values()].flatMap(importsOf)
    for (const [file, css] of sheets) {
      if (parts.includes(file)) continue
      // A sheet that a page brings in beside its own has the tokens alone.
      if (!arranged.includes(file)) expect(['design.css', 'tokens.css'], file).toContain(importsOf(css)[0])
      const colours = declarationsIn(file, css).filter(({ value }) =>
        /#[\da-f]{3,8}\b|\b(?:rgb|hsl)a?\(/i.test(value),
      )
      expect(colours.map(told)).toEqual([])
    }
  })
})

const importsOf = (css: string): string[] =>
  [...css.matchAll(/@import '\.\/([^']+)'/g)].map(([, name = '']) => name)

describe('a sheet that names a side is found out', () => {
  it.each([
    ['.a { margin-left: 1rem }'],
    ['.a { text-align: right }'],
    ['.a { padding: 0 1rem 0 2rem }'],
    ['@media (min-width: 40rem) { .a { left: 0 } }'],
    ['.a { border-right: 1px solid }'],
    ['.a { float: left }'],
    ['.a { width: 10rem }'],
    ['.a { transform: translateX(4px) }'],
    ['.a { border-radius: 4px 0 0 4px }'],
  ])('%s', (css) => {
    expect(declarationsIn('a.css', css).filter(isPhysical)).toHaveLength(1)
  })

  it.each([
    ['.a { margin-inline-start: 1rem; padding: 0 1rem; text-align: start }'],
    ['.a { padding: 0 calc(1rem + 2px) 0 calc(1rem + 2px); inset-block-start: 0 }'],
    ['/* margin-left: 1rem */ .a { inline-size: 10rem }'],
    ['@media (min-width: 40rem) { .a { margin: 0 auto } }'],
  ])('and one that does not is left alone: %s', (css) => {
    expect(declarationsIn('a.css', css).filter(isPhysical)).toEqual([])
  })
})
