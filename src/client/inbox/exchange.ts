// The part of a case where people write to one another: the thread, the answer, declining. It stands within one letter on screen, and
// keeps nothing: drafts live in the correspondence.
import type { Attachments } from '../../protocol/attachment.ts'
import { find, show } from '../dom.ts'
import { wireTemplatePicker, type PickMeans, type TemplatePicker } from '../templates/template-picker.ts'
import type { TemplateUse } from '../../protocol/templates.ts'
import { makeAnswerForm } from './answer-form.ts'
import { addresseeOf, isOpen, mayDecline, type Addressee } from '../../sealing/cases.ts'
import { reportOf, type Case } from './cases.ts'
import type { Box, Correspondence } from './correspondence.ts'
import { makeDeclineForm } from './decline-form.ts'
import { fillThread } from './thread-view.ts'
import type { Words } from './words.ts'

export interface ExchangeMeans {
  /** The member's own. */
  association: string
  correspondence: Correspondence
  templates: PickMeans
  words: Words
  announce: (text: string) => void
  /** Tells the server; true once it knows. The case is then read again with `get`. */
  decline: (id: string) => Promise<boolean>
}

export interface Exchange {
  /** Shows the case as it is now. */
  update: (each: Case) => void
}

/** Wires the thread of a filled letter. `onAnswered` hears which envelopes were on screen when an answer to them left. */
export function makeExchange(
  article: HTMLElement,
  first: Case,
  means: ExchangeMeans,
  listFiles: (attachments: Attachments) => HTMLElement,
  onAnswered: (shown: readonly string[]) => void,
): Exchange {
  const { correspondence, words, announce } = means
  const place = find('[data-part="answer-place"]', article)
  const declinePlace = find('[data-part="decline-place"]', article)
  const owed = find('[data-part="copy-owed"]', article)
  const left = find('[data-part="answer-sent"]', article)
  const declined = find('[data-part="declined"]', article)
  const heading = find('#thread-title', article)
  let now = first
  /** Of the forms on screen. */
  let pickers: TemplatePicker[] = []
  /** What the forms on screen were made for. */
  let made = ''

  const addressee = (): Addressee | null => (isOpen(now) ? addresseeOf(now) : null)
  const showThread = (): void => {
    const sent = correspondence.sent(now.id)
    fillThread(article, now, sent, words, listFiles)
    show(
      owed,
      sent.some((each) => each.owed !== null),
    )
  }
  const send = async (box: Box) => {
    const sent = await correspondence.send(now.id, box, addressee)
    // What came meanwhile may have closed the case, and taken away the form that would say so.
    if (!sent.ok && !addressee()) announce(words(`answer-fault.${sent.reason}`))
    return sent
  }
  const showForms = (): void => {
    const to = addressee()
    show(find('[data-part="answer-closed"]', article), isOpen(now) && !to)
    show(declined, now.head.standing === 'declined')
    const shape = JSON.stringify([to !== null, mayDecline(now)])
    if (shape === made) return
    made = shape
    const answerForm = makeAnswerForm(means.association, words, {
      draft: () => correspondence.draft(now.id, 'answer'),
      send: async () => {
        const shown = now.envelopes.map(({ id }) => id)
        const sent = await send('answer')
        if (sent.ok) onAnswered(shown)
        return sent
      },
      onSent: () => {
        for (const picker of pickers) picker.update()
        showThread()
        show(left)
        const focus = owed.hidden ? left : find('[data-part="keep-copy"]', owed)
        focus.focus()
      },
    })
    place.replaceChildren(...(to ? [answerForm] : []))
    const declineForm = makeDeclineForm(words, {
      draft: () => correspondence.draft(now.id, 'declining'),
      sendWords: to ? () => send('declining') : null,
      decline: async () => {
        const known = await means.decline(now.id)
        showThread()
        if (known) declined.focus()
        return known
      },
    })
    declinePlace.replaceChildren(...(mayDecline(now) ? [declineForm] : []))
    pickers = [...pickerIn(answerForm, 'answer'), ...pickerIn(declineForm, 'decline')]
  }
  const pickerIn = (form: HTMLElement, use: TemplateUse): TemplatePicker[] => {
    const report = reportOf(now)
    return report ? [wireTemplatePicker(form, use, report, means.templates, words)] : []
  }
  const update = (each: Case): void => {
    now = each
    showThread()
    showForms()
    for (const picker of pickers) picker.update()
  }

  find('[data-part="go-on"]', article).addEventListener('click', () => {
    heading.scrollIntoView()
    heading.focus({ preventScroll: true })
  })
  find('[data-part="keep-copy"]', owed).addEventListener('click', async () => {
    const kept = await correspondence.keepCopies(now.id)
    announce(words(kept ? 'answer.copyKept' : 'answer.copyOwed'))
    showThread()
    if (kept) heading.focus()
  })
  update(first)
  return { update }
}
