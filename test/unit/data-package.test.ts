// The data package, judged by the rules of Data Package 2.0 and against the very tables it describes.
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { codesOf } from '../../src/domain/cells.ts'
import { csvOf } from '../../src/domain/release-csv.ts'
import { COUNTED_FACETS } from '../../src/protocol/families.ts'
import { LOCALES } from '../../src/protocol/vocabulary.ts'
import { dataPackageOf } from '../../src/server/open-data/data-package.ts'
import { makeRelease, sha256Of, SOME_RELEASES } from '../support/published-releases.ts'
import { trendWords } from '../support/trend-words.ts'

const hash = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const published = SOME_RELEASES.filter(({ held }) => !held)

/** A POSIX path below the descriptor, or an address. */
const UrlOrPath = v.pipe(v.string(), v.regex(/^(?:https?:\/\/\S+|(?![./~])(?!.*(?:\/\.\.\/|\\|:\/\/)).+)$/))
const Name = v.pipe(v.string(), v.regex(/^[a-z0-9._-]+$/))
const Text = v.pipe(v.string(), v.minLength(1))
const Title = v.pipe(Text, v.includes(' / '))
const areUnique = (named: readonly { name: string }[]): boolean =>
  new Set(named.map(({ name }) => name)).size === named.length
const Field = v.looseObject({
  name: Text,
  type: v.picklist(['string', 'integer', 'boolean']),
  title: Title,
  constraints: v.optional(
    v.strictObject({
      required: v.optional(v.boolean()),
      enum: v.optional(v.pipe(v.array(v.any()), v.minLength(1))),
    }),
  ),
})
const Schema = v.strictObject({
  fields: v.pipe(
    v.array(Field),
    v.minLength(1),
    v.check((each) => areUnique(each)),
  ),
  primaryKey: v.pipe(v.array(v.string()), v.minLength(1)),
  foreignKeys: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          fields: v.array(v.string()),
          reference: v.strictObject({ resource: Name, fields: v.array(v.string()) }),
        }),
      ),
      v.minLength(1),
    ),
  ),
})
const Source = v.strictObject({ title: Text, path: v.optional(UrlOrPath) })
const Resource = v.pipe(
  v.looseObject({
    name: Name,
    type: v.literal('table'),
    title: Title,
    path: v.optional(UrlOrPath),
    data: v.optional(v.array(v.array(v.string()))),
    format: v.optional(v.literal('csv')),
    mediatype: v.optional(v.literal('text/csv')),
    encoding: v.optional(v.literal('utf-8')),
    bytes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    hash: v.optional(v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/))),
    sources: v.optional(v.array(Source)),
    schema: Schema,
  }),
  v.check(({ path, data }) => (path === undefined) !== (data === undefined)),
)
const DataPackage = v.looseObject({
  $schema: v.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: Name,
  title: Title,
  description: Text,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
  licenses: v.pipe(
    v.array(v.strictObject({ name: v.pipe(v.string(), v.regex(/^[-\w.]+$/)), path: UrlOrPath, title: Text })),
    v.minLength(1),
  ),
  sources: v.array(Source),
  contributors: v.array(v.strictObject({ title: Text, roles: v.array(v.string()) })),
  resources: v.pipe(
    v.array(Resource),
    v.minLength(1),
    v.check((each) => areUnique(each)),
  ),
})

const described = v.parse(DataPackage, JSON.parse(JSON.stringify(dataPackageOf(published, hash))))
const resourceOf = (name: string) => {
  const found = described.resources.find((each) => each.name === name)
  if (!found) throw new Error(`no resource ${name}`)
  return found
}

describe('the data package', () => {
  it('lists every table that was published, by a path beside it, with its bytes and its digest', () => {
    const tables = described.resources.filter(({ path }) => path !== undefined)
    expect(tables.map(({ path, bytes, hash: digest }) => ({ path, bytes, digest }))).toEqual(
      published.map(({ release }) => {
        const csv = csvOf(release)
        return {
          path: `${release.family}/${release.window}.csv`,
          bytes: Buffer.byteLength(csv),
          digest: `sha256:${sha256Of(csv)}`,
        }
      }),
    )
  })

  it.each(published.map((each) => [each.release.family, each.release.window, each] as const))(
    'describes the columns of its table, in order, and what was spent: %s %s',
    (family, window, { release, sha256, note }) => {
      const resource = resourceOf(`${family}-${window.toLowerCase()}`)
      const [header = ''] = csvOf(release).split('\r\n')
      const names = resource.schema.fields.map(({ name }) => name)
      expect(names).toEqual(header.split(','))
      expect(resource.schema.primaryKey.every((name) => names.includes(name))).toBe(true)
      expect(resource).toMatchObject({
        'balise:family': family,
        'balise:rung': release.rung,
        'balise:window': window,
        'balise:epsilon': release.epsilon,
        'balise:margin': release.margin,
        'balise:synthetic': release.synthetic,
        'balise:publishedOn': release.publishedOn,
        'balise:note': note,
        'balise:releaseSha256': sha256,
      })
      for (const [place, { reference }] of (resource.schema.foreignKeys ?? []).entries()) {
        const codes = resourceOf(reference.resource)
          .data?.slice(1)
          .map(([code]) => code)
        expect(release.rows.filter((row) => !codes?.includes(String(row[place])))).toEqual([])
      }
      expect(resource.schema.foreignKeys ?? []).toHaveLength(release.facets.length)
    },
  )

  it('says in both languages what every code of every facet means', () => {
    for (const facet of COUNTED_FACETS) {
      const [header, ...rows] = resourceOf(`codes-${facet.toLowerCase()}`).data ?? []
      expect(header).toEqual(['code', 'fr', 'en'])
      expect(rows.map(([code]) => code)).toEqual(codesOf(facet))
      expect(rows.flat().filter((text) => text.trim() === '')).toEqual([])
    }
    expect(resourceOf('codes-departement').data).toContainEqual(['2A', 'Corse-du-Sud', 'Corse-du-Sud'])
    expect(resourceOf('codes-region').data).toContainEqual(['elsewhere', 'Hors de France', 'Outside France'])
  })

  it('calls each code what the trends page calls it', () => {
    for (const facet of COUNTED_FACETS)
      for (const [code = '', ...meanings] of resourceOf(`codes-${facet.toLowerCase()}`).data?.slice(1) ?? [])
        expect(meanings).toEqual(LOCALES.map((locale) => trendWords(locale).labels[facet]?.[code]))
  })

  it('says of no lure that it is what the attackers were', () => {
    const [, ...rows] = resourceOf('codes-lure').data ?? []
    const told = rows.filter(([code = '']) => !code.includes('unknown'))
    expect(told).toHaveLength(5)
    for (const [, fr, en] of told) expect([fr, en].join()).toMatch(/^Disaient être .+,Claimed to be /u)
  })

  it('leaves no slot of a sentence open, and puts a note in as it was written', () => {
    const told = described.resources.flatMap((each) => [each.title, String(each['balise:citation'] ?? '')])
    expect(told.filter((text) => /[{}]/.test(text))).toEqual([])
    expect(resourceOf('how-2025')['description']).toContain('Vérifié : une campagne "d’affichage", {title}')
  })

  it('can be cited: what, when, under which licence, and which bytes', () => {
    const citation = String(resourceOf('where-2025')['balise:citation'])
    const { hash: digest = '' } = resourceOf('where-2025')
    for (const part of ['Balise', 'par département, 2025', '2026-01-15', 'CC BY 4.0', digest.slice(7)]) {
      expect(citation).toContain(part)
    }
  })

  it('says of invented figures that they are, in title, description and citation, and of others that they are not', () => {
    const [invented, real] = [resourceOf('platform-2024'), resourceOf('where-2025')]
    const said = ({ title, description, 'balise:citation': citation }: typeof real) =>
      `${title} ${description} ${citation}`
    for (const mark of ['données inventées', 'invented data']) {
      expect(said(invented).split(mark).length).toBeGreaterThan(2)
      expect(said(real)).not.toContain(mark)
    }
    expect(described['balise:synthetic']).toBe(true)
    expect(dataPackageOf([makeRelease('act', 'act-year', '2025')], hash)['balise:synthetic']).toBe(false)
  })

  it('is a package before anything is published: the same keys, and the codes', () => {
    const empty = dataPackageOf([], hash)
    expect(v.is(DataPackage, JSON.parse(JSON.stringify(empty)))).toBe(true)
    expect(Object.keys(empty)).toEqual(Object.keys(dataPackageOf(published, hash)))
    expect(empty.resources).toHaveLength(COUNTED_FACETS.length)
  })
})
