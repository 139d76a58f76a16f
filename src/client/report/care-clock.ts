// Says how long HIV prevention can still start. The answer stays in a list without a name and in words on the screen: it is never
// read into the report, and goes with the form's reset.
import { find, setText, show, showAll } from '../dom.ts'
import { careTime, type CareTime, type TimeLeft } from './care-time.ts'

const SLOTS = ['best-hours', 'best-until', 'start-hours', 'start-until']

export function armCareClock(now = (): Date => new Date()): void {
  const select = find<HTMLSelectElement>('[data-care-clock]')
  select.addEventListener('change', () => {
    clearWords()
    if (select.value !== '') tell(careTime(Number(select.value), now()))
  })
  select.form?.addEventListener('reset', clearCareClock)
}

/** Takes the answer, and every word drawn from it, off the page. */
export function clearCareClock(): void {
  find<HTMLSelectElement>('[data-care-clock]').value = ''
  clearWords()
}

function clearWords(): void {
  const place = find('[data-care-time]')
  showAll('[data-care]', false, place)
  for (const slot of SLOTS) setText(place, slot, '')
}

function tell({ best, last }: CareTime): void {
  const place = find('[data-care-time]')
  // The hour is cut, never rounded up: nobody must think that there is more time than there is.
  const moment = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: 'long', hour: 'numeric' })
  const draw = (name: string, { hours, until }: TimeLeft): void => {
    show(find(`[data-care="${name}"]`, place), hours > 0)
    setText(place, `${name}-hours`, String(hours))
    setText(place, `${name}-until`, moment.format(until))
  }
  draw('best', best)
  draw('start', last)
  show(find('[data-care="late"]', place), last.hours === 0)
}
