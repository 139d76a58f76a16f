// The choice of a template in a form: its text goes into what is typed, after it, and can be taken out again. Nothing typed is replaced, and
// nothing leaves.
import type { EnvelopeContents } from '../../protocol/envelope.ts'
import type { Result } from '../../protocol/result.ts'
import type { TemplateUse } from '../../protocol/templates.ts'
import type { Seeker } from '../../domain/routing.ts'
import { find, setText, show } from '../dom.ts'
import { pageLocale, type Words } from '../inbox/words.ts'
import { filledText, joinedText, languageOf, seekerIn, titleIn } from './fill-template.ts'
import type { TemplateDesk } from '../../domain/template-desk.ts'
import type { TemplateFacts } from './template-facts.ts'

export interface PickMeans {
  desk: Pick<TemplateDesk, 'known'>
  facts: (seeker: Seeker) => Promise<Result<TemplateFacts, 'broken'>>
}

export interface TemplatePicker {
  /** Shows the templates as they are by now. */
  update: () => void
}

/** Over a form that holds the choice and a text; `report` is the person's, and says in which language they read. */
export function wireTemplatePicker(
  form: HTMLElement,
  use: TemplateUse,
  report: EnvelopeContents,
  { desk, facts }: PickMeans,
  words: Words,
): TemplatePicker {
  const place = find('[data-part="template-pick"]', form)
  const select = find<HTMLSelectElement>('select', place)
  const text = find<HTMLTextAreaElement>('textarea', form)
  const said = find('[data-part="template-said"]', place)
  const undo = find('[data-part="template-undo"]', place)
  const [none] = select.options
  /** What was there before a template, and with it: as long as nobody wrote since, it can be taken out. */
  let inserted: { before: string; after: string } | null = null

  const write = (now: string): void => {
    text.value = now
    // The form keeps what is typed as a draft: this is typed too.
    text.dispatchEvent(new Event('input', { bubbles: true }))
    text.focus()
  }
  const showUndo = (): void => {
    if (inserted && text.value !== inserted.after) {
      inserted = null
      said.textContent = ''
    }
    show(undo, inserted !== null)
  }
  const update = (): void => {
    const chosen = select.value
    const offered = desk.known().filter((template) => template.use === use)
    select.replaceChildren(
      ...(none ? [none] : []),
      ...offered.map((template) => new Option(titleIn(template, pageLocale()), template.id)),
    )
    select.value = offered.some(({ id }) => id === chosen) ? chosen : ''
    show(place, offered.length > 0)
    showUndo()
  }
  const insert = async (): Promise<void> => {
    const template = desk.known().find(({ id }) => id === select.value)
    if (!template) return select.focus()
    const known = await facts(seekerIn(report))
    if (text.readOnly) return
    if (!known.ok) {
      said.textContent = words('pick.failed')
      return
    }
    const language = languageOf(template, report.locale)
    const before = text.value
    const after = joinedText(before, filledText(template.words[language].text, language, known.value))
    write(after)
    inserted = { before, after }
    const done = words(before.trim() === '' ? 'pick.inserted' : 'pick.after')
    const other = `${words('pick.otherLanguage')} ${words(`language.${language}`)}.`
    said.textContent = language === report.locale ? done : `${done} ${other}`
    showUndo()
  }

  find('[data-part="template-insert"]', place).addEventListener('click', () => void insert())
  undo.addEventListener('click', () => {
    if (!inserted) return
    const { before } = inserted
    inserted = null
    write(before)
    said.textContent = words('pick.undone')
  })
  text.addEventListener('input', showUndo)
  setText(place, 'pick-language', words(`language.${report.locale}`))
  update()
  return { update }
}
