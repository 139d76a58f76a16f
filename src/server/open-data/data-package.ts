// Describes every published table as a Frictionless data package (Data Package 2.0): where it is, its bytes and digest, what each
// column holds, what was spent for it. Pure: it holds nothing that the releases and the declared words do not.
import { utf8, toHex } from '../../crypto/encoding.ts'
import { columnName, columnsOf, csvOf, type Column } from '../../domain/release-csv.ts'
import type { Hash } from '../../crypto/proof-of-work.ts'
import { familyOf, rungOf } from '../../protocol/families.ts'
import type { Release } from '../../protocol/release.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import { codeListOf, codeLists } from './code-lists.ts'
import type { Published } from './published.ts'
import { fill, inBoth, OPEN_DATA_WORDS } from './words.ts'

const LICENSE = {
  name: 'CC-BY-4.0',
  path: 'https://creativecommons.org/licenses/by/4.0/',
  title: 'Creative Commons Attribution 4.0 International',
}

const SOURCES = [
  { title: inBoth(({ cards }) => cards) },
  {
    title: inBoth(({ places }) => places),
    path: 'https://www.insee.fr/fr/information/2560452',
  },
]

const paragraphs = (...texts: string[]): string => texts.filter((text) => text !== '').join('\n\n')

/**
 * Whatever was published, the same keys. Code lists come after the tables: they are there when nothing was published yet. What the
 * standard has no word for is named `balise:…`, as it recommends.
 */
export function dataPackageOf(published: readonly Published[], hash: Hash) {
  const synthetic = published.some(({ release }) => release.synthetic)
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'balise-trends',
    title: inBoth(({ title }) => title),
    description: paragraphs(
      ...(synthetic ? [inBoth((words) => words.synthetic, '\n\n')] : []),
      inBoth(({ description }) => description, '\n\n'),
    ),
    version: '1.0.0',
    licenses: [LICENSE],
    sources: SOURCES,
    contributors: [{ title: 'Balise', roles: ['creator'] }],
    'balise:synthetic': synthetic,
    resources: [...published.map((each) => tableOf(each, hash)), ...codeLists()],
  }
}

function tableOf({ release, sha256: jsonSha256, note }: Published, hash: Hash) {
  const { family, rung, window, synthetic, publishedOn, epsilon, margin } = release
  const bytes = utf8(csvOf(release))
  const sha256 = toHex(hash(bytes))
  const { title, reading } = familyOf(family)
  const rungTitle = rungOf(family, rung)?.title
  const say = (text: string, locale: Locale): string =>
    fill(text, {
      title: title[locale],
      rung: rungTitle?.[locale] ?? rung,
      window,
      mark: synthetic ? OPEN_DATA_WORDS[locale].syntheticMark : '',
      day: publishedOn,
      note: note ?? '',
      sha256,
    })
  return {
    name: `${family}-${window.toLowerCase()}`,
    type: 'table',
    profile: 'tabular-data-resource',
    path: `${family}/${window}.csv`,
    title: inBoth((words, locale) => say(words.table, locale)),
    description: inBoth(
      (words, locale) =>
        paragraphs(
          synthetic ? words.synthetic : '',
          reading[locale],
          note === null ? '' : say(words.note, locale),
        ),
      '\n\n',
    ),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: bytes.length,
    hash: `sha256:${sha256}`,
    sources: [{ title: inBoth((words) => words.release), path: `${family}/${window}.json` }],
    'balise:family': family,
    'balise:rung': rung,
    'balise:window': window,
    'balise:synthetic': synthetic,
    'balise:publishedOn': publishedOn,
    'balise:epsilon': epsilon,
    'balise:margin': margin,
    'balise:note': note,
    'balise:releaseSha256': jsonSha256,
    'balise:citation': inBoth((words, locale) => say(words.citation, locale), '\n'),
    schema: schemaOf(release),
  }
}

function schemaOf(release: Release) {
  const { facets } = release
  const foreignKeys = facets.map((facet) => ({
    fields: [columnName(facet)],
    reference: { resource: codeListOf(facet), fields: ['code'] },
  }))
  return {
    fields: columnsOf(facets).map((column) => fieldOf(column, release)),
    primaryKey: ['family', 'window', ...facets.map(columnName)],
    ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
  }
}

function fieldOf(column: Column, release: Release) {
  const { name } = column
  switch (column.kind) {
    case 'release': {
      const value = release[column.name]
      const type = typeof value === 'boolean' ? 'boolean' : 'string'
      const title = inBoth(({ columns }) => columns[column.name])
      return { name, type, title, constraints: { required: true, enum: [value] } }
    }
    case 'code':
      return {
        name,
        type: 'string',
        title: inBoth(({ facets }) => facets[column.facet]),
        constraints: { required: true },
      }
    case 'name':
      return { name, type: 'string', title: inBoth(({ columns }) => columns.name) }
    case 'number': {
      const title = inBoth(({ columns }) => columns[column.name])
      return { name, type: 'integer', title, constraints: { required: true } }
    }
  }
}
