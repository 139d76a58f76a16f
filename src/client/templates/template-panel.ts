// An association's templates on screen: a list for answering, one for declining, and the form of one. What one removes can be put back; what
// is typed in the form stays while the panel is away.
import type { Template, TemplateUse } from '../../protocol/templates.ts'
import { TEMPLATE_USES } from '../../protocol/templates.ts'
import { LOCALES } from '../../protocol/vocabulary.ts'
import { copyTemplate, find, setText, show } from '../dom.ts'
import type { DeskFault } from '../../domain/edit-on-top.ts'
import { showStrangerText } from '../inbox/stranger-text.ts'
import { pageLocale, type Words } from '../inbox/words.ts'
import { titleIn } from './fill-template.ts'
import type { TemplateDesk } from '../../domain/template-desk.ts'
import { makeTemplateForm } from './template-form.ts'

export interface TemplatePanel {
  root: HTMLElement
  /** Shows the templates as they are by now. */
  update: () => void
  /** Reads them again. */
  renew: () => void
  /** Whether a template is being written. */
  holdsAnything: () => boolean
}

export function makeTemplatePanel(desk: TemplateDesk, words: Words, onBack: () => void): TemplatePanel {
  const root = copyTemplate('templates')
  const said = find('[data-part="templates-said"]', root)
  const putBack = find('[data-part="put-back"]', said)
  const fault = find('[data-part="templates-fault"]', root)
  const lists = find('[data-part="templates-lists"]', root)
  const formPlace = find('[data-part="template-form-place"]', root)
  const section = (use: TemplateUse): HTMLElement => find(`[data-part="templates-${use}"]`, root)
  const rows = new Map<string, HTMLElement>()
  let removed: Template | null = null

  const say = (word: string): void => {
    fault.textContent = ''
    setText(said, 'said', words(`templates.${word}`))
    show(putBack, removed !== null)
    show(said)
    said.focus()
  }
  const refuse = (reason: DeskFault): void => {
    show(said, false)
    fault.textContent = words(`templates-fault.${reason}`)
  }
  const isWriting = (): boolean => formPlace.childElementCount > 0
  const update = (): void => {
    show(find('[data-part="templates-unread"]', root), desk.isUnread())
    show(lists, !desk.isUnread() && !isWriting())
    for (const use of TEMPLATE_USES) {
      const templates = desk.known().filter((each) => each.use === use)
      show(find('[data-part="no-templates"]', section(use)), templates.length === 0)
      find('ul', section(use)).replaceChildren(...templates.map(rowOf))
    }
  }
  const rowOf = (template: Template): HTMLElement => {
    const row = copyTemplate('template-row')
    const written = LOCALES.filter((locale) => template.words[locale].text.trim() !== '')
    for (const title of row.querySelectorAll<HTMLElement>('[data-text="template-title"]')) {
      showStrangerText(title, titleIn(template, pageLocale()))
    }
    setText(row, 'template-languages', written.map((locale) => words(`language.${locale}`)).join(', '))
    find('[data-part="template-change"]', row).addEventListener('click', () => write(template.use, template))
    find('[data-part="template-remove"]', row).addEventListener('click', () => void remove(template))
    rows.set(template.id, row)
    return row
  }
  const remove = async (template: Template): Promise<void> => {
    const kept = await desk.edit({ edit: 'remove', from: template })
    update()
    if (!kept.ok) return refuse(kept.reason)
    removed = template
    say('removed')
  }
  const write = (use: TemplateUse, from: Template | null): void => {
    removed = null
    fault.textContent = ''
    show(said, false)
    const form = makeTemplateForm(use, from, {
      words,
      keep: desk.edit,
      now: (id) => desk.known().find((each) => each.id === id),
      onEnd: (id, kept) => {
        formPlace.replaceChildren()
        update()
        if (kept) return say('saved')
        const row = rows.get(id)
        const back = row?.isConnected ? find('button', row) : find('[data-part="add-template"]', section(use))
        back.focus()
      },
    })
    formPlace.replaceChildren(form)
    update()
    find('#template-form-title', form).focus()
  }

  for (const use of TEMPLATE_USES) {
    find('[data-part="add-template"]', section(use)).addEventListener('click', () => write(use, null))
  }
  putBack.addEventListener('click', async () => {
    if (!removed) return
    const kept = await desk.edit({ edit: 'add', template: removed })
    update()
    if (!kept.ok) return refuse(kept.reason)
    removed = null
    say('isBack')
  })
  find('[data-part="start-over"]', root).addEventListener('click', async () => {
    const kept = await desk.startOver()
    update()
    if (kept.ok) say('saved')
    else refuse(kept.reason)
  })
  find('[data-part="templates-back"]', root).addEventListener('click', onBack)
  return {
    root,
    update,
    renew: async () => {
      const lacking = await desk.load()
      if (lacking) refuse(lacking)
    },
    holdsAnything: isWriting,
  }
}
