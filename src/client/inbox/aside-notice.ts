// Says in a letter that a rule set its case aside, and why, and lets a member decide: a report, or not. Nothing leaves for its author.
import type { CaseWork } from '../../protocol/case-file.ts'
import { find, setText, show } from '../dom.ts'
import type { CasePanelMeans } from './case-panel.ts'

/** Over a letter. `id` is the case's. Answers how to show it as it is by now. */
export function wireAsideNotice(
  article: HTMLElement,
  id: string,
  { desk, ruleOf, words, announce }: Pick<CasePanelMeans, 'desk' | 'ruleOf' | 'words' | 'announce'>,
): () => void {
  const notice = find('[data-part="by-rule-notice"]', article)
  const fault = find('[data-part="by-rule-fault"]', notice)

  const update = (): void => {
    const rule = ruleOf(id)
    const hadFocus = notice.contains(document.activeElement)
    show(notice, rule !== null)
    setText(notice, 'rule', rule === null ? '' : words(`rule.${rule}`))
    if (hadFocus && rule === null) find('#letter-title', article).focus()
  }
  const choose = async (to: CaseWork['aside']): Promise<void> => {
    fault.textContent = ''
    const kept = await desk.edit(id, { edit: 'aside', from: null, to })
    update()
    const word = to === 'genuine' ? 'cases.isGenuine' : 'cases.staysAside'
    if (kept.ok) return announce(words(word))
    fault.textContent = words(
      kept.reason === 'theirs' ? 'cases.chosenMeanwhile' : `case-fault.${kept.reason}`,
    )
    if (kept.reason === 'theirs') announce(words('cases.chosenMeanwhile'))
  }

  find('[data-part="genuine"]', notice).addEventListener('click', () => void choose('genuine'))
  find('[data-part="stay-aside"]', notice).addEventListener('click', () => void choose(ruleOf(id)))
  update()
  return update
}
