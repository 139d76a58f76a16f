// What a phone may be made to load, so that writing and sealing are ready soon on a slow line, and trends are read. The build fails
// beyond it.
import { WORKERS } from '../client/worker-paths.ts'
import type { SiteFile } from './site-files.ts'

/** Brotli 11 bytes. The page is its HTML, style and script, in one language. */
export const PAGE_BUDGET_BYTES = 38_000

/** The page and every Worker it may start, to the receipt, but those of a return code. */
export const REPORTER_BUDGET_BYTES = 100_000

/** What the page brings in once its sealing is ready: the steps of the code, of files, of keeping, the letter to print. */
export const LATER_BUDGET_BYTES = 30_000

/** What a return code needs, both word lists included. It comes at its own step, while words are read on the page. */
export const CODE_BUDGET_BYTES = 40_000
const CODE_WORKER = WORKERS.code

/** What files need: clean copies and sealing. It comes with the first file that is chosen. */
export const FILES_BUDGET_BYTES = 40_000
const FILES_WORKER = WORKERS.files

/** The trends page with its map, style and script. Three years of releases weigh about 11 kB more: 70 kB in all is never reached. */
export const TRENDS_BUDGET_BYTES = 52_000

/** The budget holds up to twenty associations; each one more is a key and a few words that compression cannot spare. */
const BUDGETED_ASSOCIATIONS = 20
const BYTES_EACH_FURTHER_ASSOCIATION = 350

export interface Weight {
  name: string
  bytes: number
  budgetBytes: number
}

/** Paths fetched for each page that is weighed, one list a language: a report page before anyone can write, and later; trends. */
export interface WeighedPaths {
  pages: readonly (readonly string[])[]
  later: readonly (readonly string[])[]
  trends: readonly (readonly string[])[]
}

/**
 * The weight of each report page (one a language), of what it brings in later, of each trends page, of each Worker it may start, of the Workers of return codes and of files, and of
 * all that a reporter loads before these.
 */
export function weigh(
  files: readonly SiteFile[],
  { pages, later, trends }: WeighedPaths,
  workers: readonly string[],
  associations: number,
): Weight[] {
  const bytesOf = (path: string): number => {
    const file = files.find((each) => each.path === path)
    if (!file) throw new Error(`${path} was not built`)
    return file.brotli.length
  }
  const sumOf = (paths: readonly string[]): number =>
    paths.map(bytesOf).reduce((sum, bytes) => sum + bytes, 0)
  const further = Math.max(0, associations - BUDGETED_ASSOCIATIONS)
  const allowed = REPORTER_BUDGET_BYTES + further * BYTES_EACH_FURTHER_ASSOCIATION
  return [
    ...pages.map((paths) => ({
      name: paths[0] ?? '',
      bytes: sumOf(paths),
      budgetBytes: PAGE_BUDGET_BYTES,
    })),
    ...later.map((paths) => ({
      name: paths[0] ?? '',
      bytes: sumOf(paths),
      budgetBytes: LATER_BUDGET_BYTES,
    })),
    ...trends.map((paths) => ({
      name: paths[0] ?? '',
      bytes: sumOf(paths),
      budgetBytes: TRENDS_BUDGET_BYTES,
    })),
    ...workers.map((path) => ({ name: path, bytes: bytesOf(path), budgetBytes: allowed })),
    { name: CODE_WORKER, bytes: bytesOf(CODE_WORKER), budgetBytes: CODE_BUDGET_BYTES },
    { name: FILES_WORKER, bytes: bytesOf(FILES_WORKER), budgetBytes: FILES_BUDGET_BYTES },
    ...pages.map((paths) => ({
      name: `all of ${paths[0] ?? ''}`,
      bytes: sumOf([...paths, ...workers]),
      budgetBytes: allowed,
    })),
  ]
}
