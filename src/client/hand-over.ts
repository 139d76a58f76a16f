// What one script of a page leaves for another that the page brings in. In memory, for as long as the page; nothing is stored.
import type { ReportHouse, ReportGuest } from './report/report-house.ts'
import type { Resumed } from './report/resumed.ts'

interface Shelf {
  /** The report page, for the part it brings in; and that part, once it is there. */
  report?: ReportHouse
  guest?: ReportGuest
  /** What was opened with a return code, for the report form that takes the page's place. Taken once. */
  resumed?: Resumed
}

const PLACE = Symbol.for('balise')

const shelves = globalThis as { [PLACE]?: Shelf }

/** The one shelf that every script of this page sees. */
export const shelf: Shelf = (shelves[PLACE] ??= {})
