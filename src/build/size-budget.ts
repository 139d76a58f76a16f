// What the report page may weigh on the wire, so that sealing is ready soon on a slow phone. The build fails beyond it.
import type { SiteFile } from './site-files.ts'

/** Brotli 11 bytes. The page is its HTML, style and script; the Worker holds OpenPGP and the directory. */
const PAGE_BUDGET_BYTES = 38_000
const SEALING_WORKER_BUDGET_BYTES = 62_000

/** The budget holds up to twenty associations; each one more is a key and a few words that compression cannot spare. */
const BUDGETED_ASSOCIATIONS = 20
const BYTES_EACH_FURTHER_ASSOCIATION = 350

export interface Weight {
  name: string
  bytes: number
  budgetBytes: number
}

/** The weight of each report page (one a language) and of the sealing Worker. */
export function weigh(
  files: readonly SiteFile[],
  reportPages: readonly (readonly string[])[],
  sealingWorker: { path: string; associations: number },
): Weight[] {
  const further = Math.max(0, sealingWorker.associations - BUDGETED_ASSOCIATIONS)
  const bytesOf = (path: string): number => {
    const file = files.find((each) => each.path === path)
    if (!file) throw new Error(`${path} was not built`)
    return file.brotli.length
  }
  return [
    ...reportPages.map((paths) => ({
      name: paths[0] ?? '',
      bytes: paths.map(bytesOf).reduce((sum, bytes) => sum + bytes, 0),
      budgetBytes: PAGE_BUDGET_BYTES,
    })),
    {
      name: sealingWorker.path,
      bytes: bytesOf(sealingWorker.path),
      budgetBytes: SEALING_WORKER_BUDGET_BYTES + further * BYTES_EACH_FURTHER_ASSOCIATION,
    },
  ]
}
