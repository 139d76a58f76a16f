// What a figure is to the page, and nothing of how one looks. To add one: write `draw`, put it in `figures.ts`, and give the page a
// section whose `data-figure` is the family. The frame (`figure-frame`) does everything else: the reading in a paragraph, the line
// with the value under focus, the legend, the folded table, the files, the source, the mark on invented data.
//
// `draw(shown, words)` is given one period, or two to compare, each with at least one release that `takes` chose. It returns plates
// at one and the same scale: usually one for each period; one for all where time is the axis. In a picture, whatever has a value is
// a `valuePoint`: a name and its number, for ears and for eyes. Shades are `shade-1` to `shade-5` over a `ground`;
// under the threshold the fill is a `newHatch()`; what was not collected is a `notCollectedArea`.
import type { FamilyId } from '../../protocol/families.ts'
import type { Release } from '../../protocol/release.ts'
import type { StatisticsWindow } from '../../protocol/statistics-window.ts'
import type { LegendEntry } from './legend-entries.ts'
import type { Estimate } from './numbers.ts'
import type { TableTwin } from './table-twin.ts'
import type { TrendWords } from './words.ts'

/** A year, and what was published of it (or up to it), in the order of time. */
export interface Shown {
  year: string
  releases: readonly Release[]
  /** The quarter in which the service began, when that is not the first of a year: its year is not whole. Null: it is not, or not known. */
  began: StatisticsWindow | null
}

export interface Plate {
  /** What it shows, of which period: its heading, its name for ears, the title of its file. */
  title: string
  /** Null where no number can be shown: an empty picture would say nothing. The table and the files are there all the same. */
  picture: SVGSVGElement | null
  table: TableTwin
  releases: readonly Release[]
  /** Every number of it, hidden ones too: the source says how far the noise takes them, and from which on they are shown. */
  estimates: readonly Estimate[]
  /** Tells its files from those of another plate of the family. */
  part?: string
  /** Whose work the picture is drawn upon. */
  credit?: string
}

export interface Drawn {
  plates: readonly Plate[]
  /** Sentences, made from the numbers. */
  reading: readonly string[]
  legend: readonly LegendEntry[]
}

export interface Figure {
  family: FamilyId
  /** Which of the published periods it needs for a year. */
  takes: (window: StatisticsWindow, year: string) => boolean
  draw: (shown: readonly Shown[], words: TrendWords) => Drawn | Promise<Drawn>
}
