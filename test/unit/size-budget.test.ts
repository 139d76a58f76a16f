// What a reporter's phone loads stays within what a slow line brings soon; the count is of what is really fetched.
import { describe, expect, it } from 'vitest'
import { siteFile, type SiteFile } from '../../src/build/site-files.ts'
import {
  CODE_BUDGET_BYTES,
  FILES_BUDGET_BYTES,
  LATER_BUDGET_BYTES,
  PAGE_BUDGET_BYTES,
  REPORTER_BUDGET_BYTES,
  TRENDS_BUDGET_BYTES,
  weigh,
} from '../../src/build/size-budget.ts'

/** A file whose compressed twin weighs exactly this. */
const file = (path: string, bytes: number): SiteFile => ({
  ...siteFile(path, new Uint8Array(), 'page', 'any.js'),
  brotli: new Uint8Array(bytes),
})

const files = [
  file('/fr/ecrire', 20_000),
  file('/en/write', 18_000),
  file('/a/report.css', 4_000),
  file('/a/report.js', 9_000),
  file('/fr/ecrire/suite', 6_000),
  file('/a/more.css', 1_000),
  file('/a/more.js', 12_000),
  file('/w/seal.js', 55_000),
  file('/w/prove.js', 8_000),
  file('/w/open.js', 900_000),
  file('/w/code.js', 36_000),
  file('/w/files.js', 5_000),
  file('/fr/tendances', 20_000),
  file('/a/trends.css', 3_000),
  file('/a/trends.js', 12_000),
]
const pages = [
  ['/fr/ecrire', '/a/report.css', '/a/report.js'],
  ['/en/write', '/a/report.css', '/a/report.js'],
]
const later = [['/fr/ecrire/suite', '/a/more.css', '/a/more.js']]
const trends = [['/fr/tendances', '/a/trends.css', '/a/trends.js']]
const workers = ['/w/seal.js', '/w/prove.js']
const weightOf = (name: string, associations = 3) =>
  weigh(files, { pages, later, trends }, workers, associations).find((weight) => weight.name === name)

describe('the weight of files', () => {
  it('is that of their Worker, by itself', () => {
    expect(weightOf('/w/files.js')).toEqual({
      name: '/w/files.js',
      bytes: 5_000,
      budgetBytes: FILES_BUDGET_BYTES,
    })
    expect(FILES_BUDGET_BYTES).toBe(40_000)
  })
})

describe('the weight of the trends page', () => {
  it('is its text with the map, its style and its script, and leaves room for three years of numbers', () => {
    expect(weightOf('/fr/tendances')).toEqual({
      name: '/fr/tendances',
      bytes: 35_000,
      budgetBytes: TRENDS_BUDGET_BYTES,
    })
    expect(TRENDS_BUDGET_BYTES).toBe(52_000)
  })
})

describe('the weight of a return code', () => {
  it('is that of its Worker, by itself', () => {
    expect(weightOf('/w/code.js', 40)).toEqual({
      name: '/w/code.js',
      bytes: 36_000,
      budgetBytes: CODE_BUDGET_BYTES,
    })
    expect(CODE_BUDGET_BYTES).toBe(40_000)
  })
})

describe('the weight of what the report page brings in later', () => {
  it('is its text, its style and its script, apart from what the first question needs', () => {
    expect(weightOf('/fr/ecrire/suite')).toEqual({
      name: '/fr/ecrire/suite',
      bytes: 19_000,
      budgetBytes: LATER_BUDGET_BYTES,
    })
    expect(LATER_BUDGET_BYTES).toBe(30_000)
  })
})

describe('the weight of the report page', () => {
  it('is its text, its style and its script, in each language', () => {
    expect(weightOf('/fr/ecrire')).toEqual({
      name: '/fr/ecrire',
      bytes: 33_000,
      budgetBytes: PAGE_BUDGET_BYTES,
    })
    expect(weightOf('/en/write')?.bytes).toBe(31_000)
    expect(PAGE_BUDGET_BYTES).toBe(38_000)
  })

  it('counts every Worker of the reporter in all that is loaded; not the association’s, nor that of a return code', () => {
    expect(weightOf('all of /fr/ecrire')).toEqual({
      name: 'all of /fr/ecrire',
      bytes: 96_000,
      budgetBytes: REPORTER_BUDGET_BYTES,
    })
    expect(weightOf('all of /en/write')?.bytes).toBe(94_000)
    expect(REPORTER_BUDGET_BYTES).toBe(100_000)
  })

  it('allows the key and the words of each association after the twentieth', () => {
    expect(weightOf('all of /fr/ecrire', 20)?.budgetBytes).toBe(100_000)
    expect(weightOf('all of /fr/ecrire', 21)?.budgetBytes).toBe(100_350)
    expect(weightOf('/fr/ecrire', 40)?.budgetBytes).toBe(38_000)
  })

  it('is never that of a file that was not built', () => {
    expect(() => weigh(files, { pages: [['/fr/nowhere']], later, trends }, workers, 3)).toThrow(
      '/fr/nowhere was not built',
    )
  })
})
