// What a reporter's phone may be made to load, so that writing and sealing are ready soon on a slow line. The build fails beyond it.
import type { SiteFile } from './site-files.ts'

/** Brotli 11 bytes. The page is its HTML, style and script, in one language. */
export const PAGE_BUDGET_BYTES = 38_000

/** The page and every Worker it may start, to the receipt. */
export const REPORTER_BUDGET_BYTES = 100_000

/** The budget holds up to twenty associations; each one more is a key and a few words that compression cannot spare. */
const BUDGETED_ASSOCIATIONS = 20
const BYTES_EACH_FURTHER_ASSOCIATION = 350

export interface Weight {
  name: string
  bytes: number
  budgetBytes: number
}

/** The weight of each report page (one a language), of each Worker it may start, and of all that a reporter loads. */
export function weigh(
  files: readonly SiteFile[],
  reportPages: readonly (readonly string[])[],
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
    ...reportPages.map((paths) => ({
      name: paths[0] ?? '',
      bytes: sumOf(paths),
      budgetBytes: PAGE_BUDGET_BYTES,
    })),
    ...workers.map((path) => ({ name: path, bytes: bytesOf(path), budgetBytes: allowed })),
    ...reportPages.map((paths) => ({
      name: `all of ${paths[0] ?? ''}`,
      bytes: sumOf([...paths, ...workers]),
      budgetBytes: allowed,
    })),
  ]
}
