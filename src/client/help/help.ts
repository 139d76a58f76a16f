// The island of the help page: shortens the list by need, place and audience, says how many rows remain, and marks the old ones.
// What is chosen stays in the three fields: no address changes, nothing is sent or kept. Without it the page is whole.
import { isFound, isMadeFor, type Search } from '../../domain/route-services.ts'
import { addMonths, dayOf } from '../../protocol/day.ts'
import { find, findAll, setText, show, showOne } from '../dom.ts'
import { armQuit } from '../quit.ts'
import { readServiceRows } from './service-rows.ts'

const MONTHS_UNTIL_OLD = 12

const form = find<HTMLFormElement>('[data-filters]')
const rows = readServiceRows(document)
const count = find('[data-count]', form)
const plural = new Intl.PluralRules(document.documentElement.lang)

/** An empty field is anything; the codes are those of our own page. */
const chosen = (name: string): string | null =>
  find<HTMLSelectElement>(`select[name="${name}"]`, form).value || null

function search(): void {
  const wanted = {
    need: chosen('need'),
    departement: chosen('departement'),
    audience: chosen('audience'),
  } as Search
  for (const row of rows) show(row.element, isFound(row, wanted))
  for (const group of findAll('[data-group]')) {
    const isEmpty = findAll('[data-service]:not([hidden])', group).length === 0
    show(group, !isEmpty)
    show(find(`[data-to-group="${group.id}"]`), !isEmpty)
  }
  const found = rows.filter(({ element }) => !element.hidden)
  setText(count, 'count', String(found.length))
  showOne(count, plural.select(found.length) === 'one' ? 'one' : 'other')
  show(find('[data-nearest]', form), !found.some((row) => isMadeFor(row, wanted)))
  show(
    find('[data-show-all]', form),
    Object.values(wanted).some((choice) => choice !== null),
  )
}

function clearFilters(): void {
  form.reset()
  search()
}

armQuit(clearFilters)
form.addEventListener('change', search)
form.addEventListener('submit', (event) => event.preventDefault())
find('[data-show-all]', form).addEventListener('click', () => {
  clearFilters()
  find('select', form).focus()
})
const today = dayOf(Date.now())
for (const { element } of rows) {
  const recordedOn = element.dataset['recorded'] ?? today
  show(find('[data-old]', element), addMonths(recordedOn, MONTHS_UNTIL_OLD) < today)
}
clearFilters()
show(form)
