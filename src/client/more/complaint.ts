// Fills in the letter to the prosecutor from the form's answers, on the phone alone. It sends and keeps nothing, and knows no word of
// the letter: they are in the page.
import type { Identifier } from '../../protocol/report.ts'
import { copyTemplate, find, findAll, setText, show } from '../dom.ts'
import { answerWords } from '../report/answer-words.ts'
import { ADDED, composeLines, isNamedMotive, type Added, type Lines } from './complaint-lines.ts'
import { readReport } from '../report/read-report.ts'

export type Pointed = Pick<Identifier, 'type' | 'platform' | 'value'>

let wiring = new AbortController()

/** Writes the letter for these answers, and again when the person adds something to it. */
export function writeComplaint(form: HTMLFormElement, identifiers: readonly Pointed[]): void {
  clearComplaint()
  const { signal } = wiring
  const { account, narrative } = readReport(new FormData(form), 'fr')
  const wordOf = wordsOf(form)
  const add = find('[data-add]', form)
  const linesWith = (...added: Added[]): string => JSON.stringify(composeLines(account, added, wordOf))
  const adds = (what: Added): boolean => {
    if (what === 'identifiers') return identifiers.length > 0
    return what === 'narrative' ? narrative !== '' : linesWith(what) !== linesWith()
  }
  const boxes = findAll<HTMLInputElement>('input', add)
  for (const box of boxes) show(box.closest('label') ?? box, adds(box.value as Added))
  show(add, ADDED.some(adds))

  const write = (): void => {
    const added = boxes.filter((box) => box.checked).map((box) => box.value as Added)
    const lines = composeLines(account, added, wordOf)
    fill(lines, {
      identifiers: added.includes('identifiers') ? identifiers : [],
      narrative: added.includes('narrative') ? narrative : '',
      article: isNamedMotive(account),
      wordOf,
    })
  }
  // Ticking here changes nothing of what would be sealed: the form must not hear of it.
  add.addEventListener('input', (event) => event.stopPropagation(), { signal })
  add.addEventListener('change', (event) => event.stopPropagation(), { signal })
  add.addEventListener('change', write, { signal })
  find('[data-print]', form).addEventListener('click', () => print(), { signal })
  write()
}

interface Rest {
  identifiers: readonly Pointed[]
  narrative: string
  article: boolean
  wordOf: (group: string, code: string) => string
}

function fill(lines: Lines, { identifiers, narrative, article, wordOf }: Rest): void {
  const paper = find('[data-paper]')
  const texts: Readonly<Record<string, string | undefined>> = { ...lines, narrative, motive: lines.bias }
  for (const line of findAll('[data-line]', paper)) {
    const name = line.dataset['line'] ?? ''
    const text = texts[name] ?? ''
    const place = name === 'narrative' ? line : line.querySelector('bdi')
    if (place) place.textContent = text
    show(line, text !== '')
  }
  const list = find('ul', paper)
  list.replaceChildren(...identifiers.map((each) => pointed(each, wordOf)))
  show(list, identifiers.length > 0)
  show(find('[data-line="article"]', paper), article)
  for (const part of findAll('section', paper)) {
    show(part, part.querySelector('p:not([hidden]), ul:not([hidden])') !== null)
  }
}

function pointed({ type, platform, value }: Pointed, wordOf: Rest['wordOf']): HTMLElement {
  const item = copyTemplate('pointed')
  setText(item, 'type', wordOf('identifierType', type))
  setText(item, 'platform', platform ?? '')
  show(find('[data-line]', item), Boolean(platform))
  setText(item, 'value', value)
  return item
}

/** Leaves nothing of it on the page. */
export function clearComplaint(): void {
  wiring.abort()
  wiring = new AbortController()
  fill({}, { identifiers: [], narrative: '', article: false, wordOf: () => '' })
}

/** The French words of an answer: from the page's list of them, else from the form, which is then in French. */
function wordsOf(form: HTMLFormElement): (field: string, code: string) => string {
  const lists = copyTemplate('french-words')
  return (field, code) => {
    if (field === 'platform') return code
    if (field === 'month') return monthOf(code)
    const entries = lists.querySelector(`[data-words="${field}"]`)?.textContent?.split('|') ?? []
    const entry = entries.find((each) => each.startsWith(`${code}:`))
    const words = entry?.slice(code.length + 1) ?? answerWords(form, field, code)
    return WHOLE.includes(field) ? words : uncapitalised(words)
  }
}

const monthOf = (day: string): string =>
  new Intl.DateTimeFormat('fr', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(day))

/** Names, and what begins a line: they keep their capital. */
const WHOLE = ['departement', 'identifierType']

const uncapitalised = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)
