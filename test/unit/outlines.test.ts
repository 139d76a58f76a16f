// The outlines of the map: every département of the mainland and Corsica, each border drawn once for both who share it.
import { brotliCompressSync } from 'node:zlib'
import { mergeArcs } from 'topojson-client'
import { describe, expect, it } from 'vitest'
import { drawOutlines } from '../../src/build/outlines.ts'
import { readOutlines } from '../../src/build/outline-source.ts'
import { DEPARTEMENT_CODES } from '../../src/protocol/departements.ts'
import { REGIONS, regionOf } from '../../src/protocol/regions.ts'

const OVERSEAS = ['971', '972', '973', '974', '976']
const BUDGET_BYTES = 14_000

/** Départements with a coast or a foreign border. Every other one is held by its neighbours alone. */
const ON_THE_EDGE =
  '01 02 04 05 06 08 09 11 13 14 17 22 25 29 2A 2B 30 31 33 34 35 39 40 44 50 54 55 56 57 59 62 64 65 66 67 68 73 74 76 80 83 85 90'.split(
    ' ',
  )

type Corner = readonly [number, number]

/** The sides of a path, each as `x,y x,y` with the smaller corner first. */
function sidesOf(path: string): string[] {
  return path
    .split('M')
    .slice(1)
    .flatMap((ring) => {
      const [start = '', steps = ''] = ring.split('l')
      const numbers = (text: string): number[] => text.match(/-?\d+/g)?.map(Number) ?? []
      let [x = 0, y = 0] = numbers(start)
      const corners: Corner[] = [[x, y]]
      const moves = numbers(steps)
      for (let at = 0; at < moves.length; at += 2) {
        x += moves[at] ?? 0
        y += moves[at + 1] ?? 0
        corners.push([x, y])
      }
      return corners.map((corner, at) => [String(corner), String(corners.at(at - 1))].toSorted().join(' '))
    })
}

const outlines = drawOutlines()
const sides = new Map(outlines.departements.map(({ code, path }) => [code, sidesOf(path)]))

describe('the outlines of the map', () => {
  it('are those of every département but the five overseas, whose place is a tile', () => {
    expect(outlines.departements.map(({ code }) => code).toSorted()).toEqual(
      DEPARTEMENT_CODES.filter((code) => !OVERSEAS.includes(code)).toSorted(),
    )
    for (const { path } of [...outlines.departements, ...outlines.regions, ...outlines.ring.departements])
      expect(path).toMatch(/^(?:M\d+ \d+l-?\d+(?:[ -]\d+){5,}z)+$/)
  })

  it('share every border: a side is of one département or two, and inland of two always', () => {
    const owners = new Map<string, string[]>()
    for (const [code, its] of sides)
      for (const side of its) owners.set(side, [...(owners.get(side) ?? []), code])
    expect([...owners.values()].filter((codes) => codes.length > 2)).toEqual([])
    const alone = new Set([...owners.values()].filter((codes) => codes.length === 1).flat())
    expect([...alone].toSorted()).toEqual(ON_THE_EDGE.toSorted())
  })

  it('leave no gap inside the country', () => {
    const whole = readOutlines()
    const country = mergeArcs(whole, whole.objects.departements.geometries as never)
    expect(country.arcs.filter((polygon) => polygon.length > 1)).toEqual([])
  })

  it('make a région of its départements: what borders it borders one of them', () => {
    for (const { code, path } of outlines.regions) {
      const inside = [...sides].filter(([departement]) => regionOf(departement) === code)
      expect(inside).toHaveLength(REGIONS[code as keyof typeof REGIONS].departements.length)
      const outer = sidesOf(path).toSorted()
      const all = inside.flatMap(([, its]) => its)
      expect(outer).toEqual(all.filter((side) => all.indexOf(side) === all.lastIndexOf(side)).toSorted())
    }
  })

  it('show Paris and its ring larger, within a frame that stands over the sea', () => {
    const { x, y, width, height, departements } = outlines.ring
    expect(departements.map(({ code }) => code)).toEqual(['75', '92', '93', '94'])
    const cornersOf = (paths: readonly string[]): Corner[] =>
      paths
        .flatMap(sidesOf)
        .flatMap((side) =>
          side.split(' ').map((corner) => corner.split(',').map(Number) as unknown as Corner),
        )
    const isInFrame = ([across, down]: Corner): boolean =>
      across >= x && across <= x + width && down >= y && down <= y + height
    expect(cornersOf(departements.map(({ path }) => path)).every(isInFrame)).toBe(true)
    expect(cornersOf(outlines.departements.map(({ path }) => path)).some(isInFrame)).toBe(false)
  })

  it('are drawn alike every time, and light', () => {
    const text = JSON.stringify(outlines)
    expect(JSON.stringify(drawOutlines())).toBe(text)
    expect(brotliCompressSync(text).length).toBeLessThan(BUDGET_BYTES)
  })
})
