// The services for this person, among rows that the page already holds: shown, put in order, each with why. It needs no list of
// associations and no network, and it never leaves anyone with nothing.
import { proposeServices } from '../../domain/route-services.ts'
import { isMinor, type Seeker } from '../../domain/routing.ts'
import { FIRST_FOR_MINORS } from '../../help/service.ts'
import { find, findAll, show } from '../dom.ts'
import { readServiceRows, type ServiceRow } from '../help/service-rows.ts'
import { writeReasons } from './reasons.ts'

/** The first ones are in plain sight; the others one touch away. */
const IN_SIGHT = 5

export class ServiceLines {
  readonly #list = find('[data-services]')
  readonly #more = find('[data-more-services]')
  readonly #rows = readServiceRows(this.#list)

  draw(seeker: Seeker): void {
    this.reset()
    for (const { element } of this.#rows) show(element, false)
    const proposed = proposeServices(this.#rows, seeker).filter(({ entry }) => !isAtTop(entry, seeker))
    for (const { entry, reasons } of proposed) {
      const told = reasons.filter(({ kind }) => kind !== 'everywhere')
      entry.element.append(writeReasons(told, document.documentElement.lang))
      show(entry.element)
    }
    const elements = proposed.map(({ entry }) => entry.element)
    const inSight = elements.length <= IN_SIGHT + 1 ? elements.length : IN_SIGHT
    this.#list.prepend(...elements.slice(0, inSight))
    find('ul', this.#more).replaceChildren(...elements.slice(inSight))
    show(this.#more, elements.length > inSight)
  }

  /** As the page came: no trace of an answer is left in the order, nor in what is shown. */
  reset(): void {
    for (const because of findAll('.because', find('.proposed-services'))) because.remove()
    this.#list.append(...this.#rows.map(({ element }) => element))
    for (const { element, always } of this.#rows) show(element, always === true)
    show(this.#more, false)
    this.#more.removeAttribute('open')
  }
}

/** The step already begins with the two numbers for the young. */
const isAtTop = ({ id }: ServiceRow, seeker: Seeker): boolean =>
  isMinor(seeker) && FIRST_FOR_MINORS.includes(id)
