// The templates within the workspace: their button, beside the reports. What is being written stays while one is elsewhere.
import { find } from '../dom.ts'
import type { Beside } from '../inbox/beside.ts'
import type { Words } from '../inbox/words.ts'
import type { TemplateDesk } from '../../domain/template-desk.ts'
import { makeTemplatePanel, type TemplatePanel } from './template-panel.ts'

/** Over the workspace's root. */
export function openTemplates(
  root: HTMLElement,
  beside: Beside,
  desk: TemplateDesk,
  words: Words,
): Pick<TemplatePanel, 'update' | 'holdsAnything'> {
  const place = find('[data-part="templates-place"]', root)
  const panel = makeTemplatePanel(desk, words, beside.leave)
  find('[data-part="open-templates"]', root).addEventListener('click', () => {
    if (beside.isShown()) return
    beside.enter(() => place.replaceChildren())
    panel.update()
    place.replaceChildren(panel.root)
    find('#templates-title', panel.root).focus()
    panel.renew()
  })
  return panel
}
