// One template as a member writes it, in each language. What is typed stays until it is kept: who wrote the same template meanwhile is shown
// beside, and nobody's words go unseen.
import { randomHex } from '../../crypto/random.ts'
import type { TemplateEdit } from '../../domain/template-edit.ts'
import type { Result } from '../../protocol/result.ts'
import type { Template, TemplateUse } from '../../protocol/templates.ts'
import { LOCALES } from '../../protocol/vocabulary.ts'
import { copyTemplate, find, setText, show } from '../dom.ts'
import type { DeskFault } from '../../domain/edit-on-top.ts'
import { showStrangerText } from '../inbox/stranger-text.ts'
import type { Words } from '../inbox/words.ts'

export interface TemplateFormEvents {
  words: Words
  keep: (edit: TemplateEdit) => Promise<Result<unknown, DeskFault>>
  /** The template of this id as it is by now; undefined when it is there no more. */
  now: (id: string) => Template | undefined
  /** Kept, or given up. */
  onEnd: (id: string, kept: boolean) => void
}

/** `from` is what is changed; null for a new one. */
export function makeTemplateForm(
  use: TemplateUse,
  from: Template | null,
  { words, keep, now, onEnd }: TemplateFormEvents,
): HTMLElement {
  const form = copyTemplate<HTMLFormElement>('template-form')
  const conflict = find('[data-part="template-conflict"]', form)
  const fault = find('[data-part="form-fault"]', form)
  const submit = find('[type="submit"]', form)
  const title = (locale: string): HTMLInputElement => find(`#template-title-${locale}`, form)
  const text = (locale: string): HTMLTextAreaElement => find(`#template-text-${locale}`, form)
  let id = from?.id ?? randomHex(16)
  let before = from
  let busy = false

  const typed = (): Template => {
    const wordsIn = (locale: string) => ({
      title: title(locale).value.trim(),
      text: text(locale).value.trim(),
    })
    return { id, use, words: { fr: wordsIn('fr'), en: wordsIn('en') } }
  }
  const showTheirs = (theirs: Template): void => {
    for (const locale of LOCALES) {
      setText(conflict, `their-title-${locale}`, theirs.words[locale].title)
      showStrangerText(find(`[data-part="their-text-${locale}"]`, conflict), theirs.words[locale].text)
    }
    show(conflict)
    conflict.focus()
  }
  const refuse = (reason: DeskFault): void => {
    const theirs = now(id)
    if (reason === 'theirs' && theirs) return showTheirs(theirs)
    if (reason === 'gone') {
      // What they removed stays removed: this one is another.
      before = null
      id = randomHex(16)
    }
    fault.textContent = words(`templates-fault.${reason}`)
  }
  const save = async (): Promise<void> => {
    if (busy) return
    fault.textContent = ''
    show(conflict, false)
    const to = typed()
    const wordsOf = LOCALES.map((locale) => to.words[locale])
    if (wordsOf.every((each) => each.title === '') || wordsOf.every((each) => each.text === '')) {
      fault.textContent = words('templates.noWords')
      const lacking = wordsOf.every((each) => each.title === '') ? title(LOCALES[0]) : text(LOCALES[0])
      lacking.focus()
      return
    }
    busy = true
    submit.setAttribute('aria-disabled', 'true')
    const kept = await keep(
      before ? { edit: 'rewrite', from: before, to } : { edit: 'add', template: to },
    ).finally(() => {
      busy = false
      submit.setAttribute('aria-disabled', 'false')
    })
    if (kept.ok) onEnd(id, true)
    else refuse(kept.reason)
  }

  setText(form, 'form-title', words(from ? 'templates.changeTitle' : 'templates.newTitle'))
  for (const locale of LOCALES) {
    title(locale).value = from?.words[locale].title ?? ''
    text(locale).value = from?.words[locale].text ?? ''
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void save()
  })
  find('[data-part="template-cancel"]', form).addEventListener('click', () => onEnd(id, false))
  find('[data-part="template-theirs"]', conflict).addEventListener('click', () => onEnd(id, false))
  find('[data-part="template-insist"]', conflict).addEventListener('click', () => {
    before = now(id) ?? null
    void save()
  })
  return form
}
