// Writes what was published into the method page: the budget spent, what changed, whether it is invented. Text only, from templates.
import { familyOf, rungOf, LIFETIME_EPSILON, type FamilyId, type Rational } from '../../protocol/families.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import { quarterNumber, spanOf, yearOf, type StatisticsWindow } from '../../protocol/statistics-window.ts'
import { copyTemplate, find, findAll, setText, show, showOne } from '../dom.ts'
import { dayWords } from '../return/day-words.ts'
import type { Change } from './changes.ts'
import type { Draw, SpentYear } from './spent.ts'
import type { Standing } from './standing.ts'

export const showStanding = (part: 'ledger' | 'changes', standing: Standing | 'reading' | 'none'): void =>
  showOne(find(`[data-part="${part}"]`), standing)

export const showSynthetic = (): void => show(find('[data-synthetic]'))

export const showFilling = (): void => show(find('[data-filling]'))

export function showSpent(years: readonly SpentYear[]): void {
  find('[data-years]').replaceChildren(
    ...years.map(({ year, periods, most }, at) => {
      const element = copyTemplate<HTMLDetailsElement>('ledger-year')
      element.open = at === 0
      setText(element, 'year', year)
      setText(element, 'most', inFigures(most))
      setText(element, 'budget', inFigures(LIFETIME_EPSILON))
      const lines = periods.map(({ window, draws, spent }) => {
        const line = copyTemplate('ledger-line')
        setText(line, 'period', partOfYear(window))
        setText(line, 'spent', inFigures(spent))
        find('[data-draws]', line).replaceChildren(...draws.map(drawLine))
        return line
      })
      find('[data-lines]', element).replaceChildren(...lines)
      return element
    }),
  )
}

function drawLine({ family, rung, epsilon }: Draw): HTMLElement {
  const line = copyTemplate('ledger-draw')
  setText(line, 'family', titleOf(family))
  setText(line, 'share', inFigures(epsilon))
  if (rung !== null) setText(line, 'rung', levelOf(family, rung))
  show(find('[data-waiting]', line), rung === null)
  return line
}

export const showChanges = (changes: readonly Change[]): void =>
  find('[data-changes]').replaceChildren(...changes.map(changeLine))

function changeLine(change: Change): HTMLElement {
  const line = copyTemplate(`change-${change.kind}`)
  if ('on' in change) setText(line, 'on', dayWords(change.on))
  if ('family' in change) setText(line, 'family', titleOf(change.family))
  if ('window' in change) setText(line, 'window', periodOf(change.window))
  if ('note' in change) setText(line, 'note', change.note)
  if ('before' in change) {
    const [before, after] = bothSides(change)
    setText(line, 'before', before)
    setText(line, 'after', after)
  }
  return line
}

function bothSides(change: Extract<Change, { before: unknown }>): [string, string] {
  switch (change.kind) {
    case 'rung':
      return [levelOf(change.family, change.before), levelOf(change.family, change.after)]
    case 'epsilon':
      return [inFigures(change.before), inFigures(change.after)]
    case 'code':
      return [change.before.slice(0, DIGEST_CHARS), change.after.slice(0, DIGEST_CHARS)]
  }
}

/** Enough to tell two apart. */
const DIGEST_CHARS = 12

const locale = (): Locale => document.documentElement.lang as Locale

const inFigures = ({ numerator, denominator }: Rational): string =>
  new Intl.NumberFormat(locale(), { minimumFractionDigits: 1 }).format(numerator / denominator)

const titleOf = (family: FamilyId): string => familyOf(family).title[locale()]

/** A rung that this page does not know keeps its name. */
const levelOf = (family: FamilyId, rung: string): string => rungOf(family, rung)?.title[locale()] ?? rung

/** The words of the page's list: four quarters, then the whole year. */
function partOfYear(window: StatisticsWindow): string {
  const words = findAll('[data-periods] li').map(({ textContent }) => textContent)
  return words[spanOf(window) === 'year' ? 4 : quarterNumber(window) - 1] ?? window
}

const periodOf = (window: StatisticsWindow): string =>
  spanOf(window) === 'year' ? window : `${partOfYear(window)} ${yearOf(window)}`
