// The island of the trends page: fetches what was published, draws the period that was chosen, beside another one if asked. What is
// chosen stays in the page: no address changes, nothing is kept, and nothing is sent but requests for whole releases.
import { dayOf } from '../../protocol/day.ts'
import type { Release, ReleaseList } from '../../protocol/release.ts'
import { dueOn, yearOf } from '../../protocol/statistics-window.ts'
import { find, findAll, setText, show, showOne } from '../dom.ts'
import { isDemonstration } from '../is-demonstration.ts'
import { armQuit } from '../quit.ts'
import { totalOf } from './cells-of-table.ts'
import { frameFigure } from './figure-frame.ts'
import type { Figure, Shown } from './figure.ts'
import { FIGURES } from './figures.ts'
import { loadList, loadRelease } from './loading.ts'
import { readTrendWords } from './page-words.ts'
import { beganIn, comparableWith, missingPeriods, yearsIn, yearToBegin } from './periods.ts'
import { totalIn } from './total.ts'
import { dayName, fill, inPeriod, listOf, periodName } from './words.ts'

const LOOK_AGAIN_MS = 4000
/** By itself, no more often than this; after that, whoever reads asks. */
const LOOKS = 30

const words = readTrendWords()
const place = find('[data-trends]')
const year = find<HTMLSelectElement>('select[name="year"]', place)
const other = find<HTMLSelectElement>('select[name="other"]', place)
let list: ReleaseList | null = null
let looks = 0
let nextLook = 0
/** What each section shows: it is drawn anew only when that changes, so that whoever reads keeps their place. */
const drawnIn = new Map<string, string>()

/** Left alone when it offers just these: someone may be choosing. */
function offer(select: HTMLSelectElement, years: readonly string[], chosen: string): void {
  const former = [...select.options].filter(({ value }) => value !== '')
  if (former.map(({ value }) => value).join() !== years.join()) {
    for (const option of former) option.remove()
    for (const year of years) select.add(new Option(year, year))
  }
  select.value = years.includes(chosen) ? chosen : ''
}

/** Keeps what was chosen where it is still there. */
function offerYears(given: ReleaseList): void {
  const years = yearsIn(given)
  const chosen = year.value || yearToBegin(given) || ''
  offer(year, years, chosen)
  offer(other, comparableWith(given, chosen), other.value)
}

/** Earliest first: that is how a change is told. */
const chosenYears = (): string[] =>
  [...new Set([year.value, other.value])].filter((each) => each !== '').toSorted()

/** `lost`: it was published, and could not be fetched. */
async function shownOf(
  figure: Pick<Figure, 'family' | 'takes'>,
  of: string,
): Promise<Shown & { lost: boolean }> {
  const listed = (list?.releases ?? []).filter(
    ({ family, window }) => family === figure.family && figure.takes(window, of),
  )
  const loaded = await Promise.all(listed.map(loadRelease))
  const releases = loaded.filter((release) => release !== null)
  return { year: of, releases, began: list && beganIn(list), lost: releases.length < listed.length }
}

async function drawFigure(figure: Figure, years: readonly string[]): Promise<void> {
  const section = document.querySelector<HTMLElement>(`[data-figure="${figure.family}"]`)
  if (!section) return
  const all = await Promise.all(years.map((each) => shownOf(figure, each)))
  const there = all.filter(({ releases }) => releases.length > 0)
  const drawn = JSON.stringify(
    all.map(({ year, lost, releases }) => [year, lost, ...releases.map(({ window }) => window)]),
  )
  if (drawnIn.get(figure.family) === drawn || years.join() !== chosenYears().join()) return
  const missing = all.flatMap(({ year, lost, releases, began }) => [
    ...(lost
      ? [fill(words.says.lost, { period: year })]
      : releases.length === 0
        ? [fill(words.says.notYet, { period: year, day: dayName(words, dueOn(year)) })]
        : []),
    ...(began !== null && releases.some(({ window }) => window === yearOf(began))
      ? [fill(words.says.partial, { when: inPeriod(words, began), period: yearOf(began) })]
      : []),
  ])
  const figured = there.length > 0 ? await figure.draw(there, words) : { plates: [], reading: [], legend: [] }
  if (years.join() !== chosenYears().join()) return
  drawnIn.set(figure.family, drawn)
  frameFigure(section, figured, missing, words)
  show(section)
}

async function drawTotals(years: readonly string[]): Promise<void> {
  const all = await Promise.all(
    years.map((each) => shownOf({ family: 'where', takes: (window, of) => window === of }, each)),
  )
  const releases = all.flatMap((each) => each.releases)
  if (years.join() !== chosenYears().join()) return
  find('[data-totals]', place).replaceChildren(
    ...releases.map((release) => {
      const { number, interval, says } = totalIn(release, words)
      const made = document.createElement('p')
      made.className = 'total'
      for (const [name, words] of Object.entries({ number, interval, says })) {
        const part = document.createElement('span')
        part.className = `total-${name}`
        part.textContent = words
        made.append(part, ' ')
      }
      return made
    }),
  )
  // A first year is counted coarsely too, however many there are.
  const few = find('[data-few]', place)
  const isFew = (release: Release): boolean =>
    release.facets.length === 0 && totalOf(release).value < Number(few.dataset['few'])
  show(few, releases.length > 0 && releases.every(isFew))
}

async function draw(): Promise<void> {
  if (!list || list.releases.length === 0) return
  offerYears(list)
  const years = chosenYears()
  await Promise.all([drawTotals(years), ...FIGURES.map((figure) => drawFigure(figure, years))])
}

/** What the page says of the list itself. */
function say(given: ReleaseList | null): void {
  const [some, missing] = [
    given !== null && given.releases.length > 0,
    given ? missingPeriods(given, dayOf(Date.now())) : [],
  ]
  const held = [...new Set((given?.held ?? []).map(({ window }) => window))]
  showOne(
    find('[data-state]', place),
    given === null ? 'unreachable' : some ? null : isDemonstration() ? 'beginning' : 'empty',
  )
  show(find('[data-filling]', place), missing.length > 0)
  setText(
    place,
    'missing',
    listOf(
      words,
      missing.map((window) => periodName(words, window)),
    ),
  )
  show(find('[data-held]', place), held.length > 0)
  setText(
    place,
    'held',
    listOf(
      words,
      held.map((window) => periodName(words, window)),
    ),
  )
  show(find('[data-again-part]', place), given === null || missing.length > 0 || !some)
  show(find('[data-invented]', place), given?.releases.some(({ synthetic }) => synthetic) ?? false)
  show(find('[data-choose]', place), some)
  show(find('[data-after]', place), some)
  for (const section of findAll('[data-figure]', place)) if (!some) show(section, false)
  const isFilling = missing.length > 0 || (!some && isDemonstration())
  clearTimeout(nextLook)
  if (isFilling && looks < LOOKS) nextLook = setTimeout(() => void look(), LOOK_AGAIN_MS)
}

async function look(): Promise<void> {
  looks++
  const answer = await loadList()
  if (answer.ok) list = answer.value
  say(list)
  await draw()
}

armQuit()
show(find('[data-without-script]'), false)
show(place)
// On paper an address says of which site it is.
for (const link of findAll<HTMLAnchorElement>('[data-after] a', place)) link.setAttribute('href', link.href)
for (const select of [year, other]) select.addEventListener('change', () => void draw())
find('[data-again]', place).addEventListener('click', () => void look())
void look()
