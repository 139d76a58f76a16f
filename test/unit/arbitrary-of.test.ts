// What hostile input is drawn from: every schema of the protocol, read off the schema itself.
import { readdir } from 'node:fs/promises'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { arbitraryOf } from '../reliability/fuzz/arbitrary-of.ts'

const folder = new URL('../../src/protocol/', import.meta.url)

async function everySchema(): Promise<[string, v.GenericSchema][]> {
  const found: [string, v.GenericSchema][] = []
  for (const file of await readdir(folder)) {
    const exported = Object.entries((await import(new URL(file, folder).href)) as Record<string, unknown>)
    for (const [name, value] of exported) {
      const isSchema =
        typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema'
      if (isSchema) found.push([`${file} ${name}`, value as unknown as v.GenericSchema])
    }
  }
  return found
}

describe('what hostile input is drawn from', () => {
  it('reads every schema of the protocol', async () => {
    const schemas = await everySchema()
    expect(schemas.length).toBeGreaterThan(60)
    for (const [name, schema] of schemas) expect(() => arbitraryOf(schema), name).not.toThrow()
  })

  it('draws what the schema takes, both with and without what may be left out', () => {
    const schema = v.strictObject({
      text: v.pipe(v.string(), v.minLength(2), v.maxLength(9)),
      code: v.pipe(v.string(), v.regex(/^[a-f]{4}$/i)),
      few: v.pipe(v.array(v.nullable(v.picklist(['a', 'b']))), v.length(3)),
      count: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
      either: v.optional(v.union([v.literal('all'), v.tuple([v.boolean()])])),
    })
    let [withIt, withoutIt] = [0, 0]
    fc.assert(
      fc.property(arbitraryOf(schema), (drawn) => {
        if ('either' in drawn) withIt++
        else withoutIt++
        return v.is(schema, drawn)
      }),
    )
    expect(Math.min(withIt, withoutIt)).toBeGreaterThan(0)
  })

  it('draws what means something to a server where it has the form', () => {
    const schema = v.pipe(v.string(), v.regex(/^[a-f]{4}$/))
    const drawn = fc.sample(arbitraryOf(schema, { known: () => ['beef'] }), { numRuns: 100, seed: 1 })
    expect(drawn).toContain('beef')
    expect(new Set(drawn).size).toBeGreaterThan(2)
  })

  it('refuses a kind and a rule that it does not know, however deep', () => {
    expect(() => arbitraryOf(v.array(v.bigint()))).toThrow('bigint')
    expect(() => arbitraryOf(v.strictObject({ a: v.pipe(v.string(), v.email()) }))).toThrow('email')
  })
})
