// The frame that every figure stands in: its reading, one plate for each period with its picture, the line of the value that is
// looked at, its table, its files and its source. It writes text and knows no family.
import type { Release } from '../../protocol/release.ts'
import { copyTemplate, find, setText, show } from '../dom.ts'
import { savePng, saveSvg } from './downloads.ts'
import type { Drawn, Plate } from './figure.ts'
import { fillLegend } from './legend.ts'
import { releaseAddress } from './loading.ts'
import { marginsOf, thresholdsOf, type Estimate } from './numbers.ts'
import { armReading } from './reading-by-keyboard.ts'
import { sheetOf } from './sheet.ts'
import { tableTwin } from './table-twin.ts'
import { dayName, fill, periodName, type TrendWords } from './words.ts'

/** Writes a figure into its section, in place of what stood there. `missing`: sentences on periods that have no picture. */
export function frameFigure(
  section: HTMLElement,
  { plates, reading, legend }: Drawn,
  missing: readonly string[],
  words: TrendWords,
): void {
  const frame = copyTemplate('figure')
  find('[data-reading]', frame).replaceChildren(...[...reading, ...missing].map(paragraph))
  find('[data-plates]', frame).replaceChildren(
    ...plates.map((plate) => plateOf(plate, { plates, reading, legend }, words)),
  )
  const list = find('[data-legend]', frame)
  fillLegend(list, legend)
  show(list, legend.length > 0 && plates.some(({ picture }) => picture))
  find('[data-place]', section).replaceChildren(frame)
}

function paragraph(words: string): HTMLParagraphElement {
  const made = document.createElement('p')
  made.textContent = words
  return made
}

function plateOf(plate: Plate, { reading, legend }: Drawn, words: TrendWords): HTMLElement {
  const { title, picture, table, releases, estimates, credit } = plate
  const made = copyTemplate('plate')
  setText(made, 'title', title)
  const synthetic = releases.some((release) => release.synthetic)
  show(find('[data-synthetic]', made), synthetic)
  show(find('[data-drawn]', made), picture !== null)
  if (picture) {
    picture.setAttribute('aria-label', synthetic ? `${title}. ${words.says.invented}` : title)
    find('[data-picture]', made).append(picture)
    const line = find('[data-value]', made)
    armReading(picture, (shown) => (line.textContent = shown))
  }
  const scroll = find('[data-table]', made)
  scroll.setAttribute('aria-label', title)
  scroll.append(tableTwin(table))
  const source = [sourceOf(releases, estimates, words), credit].filter(Boolean).join(' ')
  setText(made, 'source', source)
  const mark = synthetic ? words.says.invented : null
  armImages(made, plate, (drawn) =>
    sheetOf({
      title,
      description: reading.join(' '),
      picture: drawn,
      legend,
      source: [source, location.origin],
      mark,
    }),
  )
  find('[data-files]', made).append(...releases.map((release) => filesOf(release, words)))
  return made
}

function armImages(
  made: HTMLElement,
  { picture, releases, part }: Plate,
  sheetFrom: (picture: SVGSVGElement) => SVGSVGElement,
): void {
  show(find('[data-images]', made), picture !== null)
  const [first] = releases
  if (!picture || !first) return
  const windows = [...new Set([first.window, releases.at(-1)?.window])]
  const name = [
    'balise',
    first.family,
    ...(part === undefined ? [] : [part]),
    ...windows,
    ...(first.synthetic ? ['synthetic'] : []),
  ].join('-')
  const trouble = find('[data-no-png]', made)
  find('[data-save="svg"]', made).addEventListener('click', () => saveSvg(name, sheetFrom(picture)))
  find('[data-save="png"]', made).addEventListener(
    'click',
    () => void savePng(name, sheetFrom(picture)).then((saved) => show(trouble, !saved)),
  )
}

function filesOf(release: Release, words: TrendWords): HTMLLIElement {
  const line = document.createElement('li')
  line.append(`${periodName(words, release.window)}${words.says.colon} `)
  line.append(linkTo(release, 'csv'), ' ', linkTo(release, 'json'))
  return line
}

function linkTo(release: Release, form: 'csv' | 'json'): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = releaseAddress(release, form)
  link.textContent = form.toUpperCase()
  link.setAttribute('aria-label', `${form.toUpperCase()}, ${release.window}`)
  link.download = `balise-${release.family}-${release.window}.${form}`
  return link
}

/** What to cite: who, what, which periods, when they were published, how much noise, and from which number on they are shown. */
function sourceOf(releases: readonly Release[], estimates: readonly Estimate[], words: TrendWords): string {
  const [first] = releases
  if (!first) return ''
  const last = releases.at(-1) ?? first
  const { numerator, denominator } = first.epsilon
  return fill(words.says.source, {
    family: words.families[first.family],
    period:
      first === last
        ? periodName(words, first.window)
        : `${periodName(words, first.window)} – ${periodName(words, last.window)}`,
    day: dayName(words, last.publishedOn),
    epsilon: `${numerator}/${denominator}`,
    margin: marginsOf(estimates, words),
    threshold: thresholdsOf(estimates, words),
  })
}
