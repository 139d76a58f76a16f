// The island of the trends page: fetches what was published, draws the period that was chosen, beside another one if asked. What is
// chosen stays in the page: no address changes, nothing is kept, and nothing is sent but requests for whole releases.
import { dayOf } from '../../protocol/day.ts'
import type { ReleaseList } from '../../protocol/release.ts'
import { dueOn } from '../../protocol/statistics-window.ts'
import { find, findAll, setText, show, showOne } from '../dom.ts'
import { armQuit } from '../quit.ts'
import { frameFigure } from './figure-frame.ts'
import type { Figure, Shown } from './figure.ts'
import { FIGURES } from './figures.ts'
import { loadList, loadRelease } from './loading.ts'
import { missingPeriods, yearsIn, yearToBegin } from './periods.ts'
import { totalIn } from './total.ts'
import { dayName, fill, listOf, periodName, readTrendWords } from './words.ts'

const LOOK_AGAIN_MS = 4000
/** By itself, no more often than this; after that, whoever reads asks. */
const LOOKS = 30

const words = readTrendWords()
const place = find('[data-trends]')
const year = find<HTMLSelectElement>('select[name="year"]', place)
const other = find<HTMLSelectElement>('select[name="other"]', place)
let list: ReleaseList | null = null
let looks = 0
/** What each section shows: it is drawn anew only when that changes, so that whoever reads keeps their place. */
const drawnIn = new Map<string, string>()

function option(value: string, label: string): HTMLOptionElement {
  const made = document.createElement('option')
  made.value = value
  made.textContent = label
  return made
}

/** Keeps what was chosen where it is still there. */
function fillYears(given: ReleaseList): void {
  const years = yearsIn(given)
  const [chosen, compared] = [year.value || yearToBegin(given) || '', other.value]
  year.replaceChildren(...years.map((each) => option(each, each)))
  year.value = chosen
  const none = other.options[0] ?? option('', '')
  other.replaceChildren(none, ...years.filter((each) => each !== chosen).map((each) => option(each, each)))
  other.value = years.includes(compared) && compared !== chosen ? compared : ''
}

/** Earliest first: that is how a change is told. */
const chosenYears = (): string[] =>
  [...new Set([year.value, other.value])].filter((each) => each !== '').toSorted()

async function shownOf(figure: Pick<Figure, 'family' | 'takes'>, of: string): Promise<Shown> {
  const listed = (list?.releases ?? []).filter(
    ({ family, window }) => family === figure.family && figure.takes(window, of),
  )
  const loaded = await Promise.all(listed.map(loadRelease))
  return { year: of, releases: loaded.filter((release) => release !== null) }
}

async function drawFigure(figure: Figure, years: readonly string[]): Promise<void> {
  const section = document.querySelector<HTMLElement>(`[data-figure="${figure.family}"]`)
  if (!section) return
  const all = await Promise.all(years.map((each) => shownOf(figure, each)))
  const there = all.filter(({ releases }) => releases.length > 0)
  const drawn = JSON.stringify(
    all.map(({ year, releases }) => [year, ...releases.map(({ window }) => window)]),
  )
  if (drawnIn.get(figure.family) === drawn || years.join() !== chosenYears().join()) return
  const missing = all
    .filter(({ releases }) => releases.length === 0)
    .map(({ year }) => fill(words.says.notYet, { period: year, day: dayName(words, dueOn(year)) }))
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
  show(find('[data-few]', place), releases.length > 0 && releases.every(({ facets }) => facets.length === 0))
}

async function draw(): Promise<void> {
  if (!list || list.releases.length === 0) return
  fillYears(list)
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
  showOne(find('[data-state]', place), given === null ? 'unreachable' : some ? null : 'empty')
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
  const isFilling = missing.length > 0 || (!some && document.querySelector('.demonstration') !== null)
  if (isFilling && looks < LOOKS) setTimeout(() => void look(), LOOK_AGAIN_MS)
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
for (const select of [year, other]) select.addEventListener('change', () => void draw())
find('[data-again]', place).addEventListener('click', () => void look())
void look()
