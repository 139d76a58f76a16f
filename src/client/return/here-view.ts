// Draws what a code opens: stories put aside, a card for each association, what nobody has proven. Words of others are text and nothing
// else; an empty code and an unknown one look alike.
import type { Offer } from '../report/worker-messages.ts'
import { copyTemplate, find, findAll, setText, show, showAll, showOne } from '../dom.ts'
import { showStrangerText } from '../inbox/stranger-text.ts'
import { armAskTwice } from './ask-twice.ts'
import { drawCorrespondence, type CorrespondenceActs } from './correspondence-view.ts'
import { dayWords } from './day-words.ts'
import { holdsNothing, type Correspondence, type Holdings, type KeptDraft } from './holdings.ts'

export interface HereActs extends CorrespondenceActs {
  /** False when the form did not arrive. */
  resume: (kept: KeptDraft) => Promise<boolean>
  /** False when the site did not confirm. */
  eraseDraft: (kept: KeptDraft) => Promise<boolean>
  /** What is not proven or could not be opened goes. False when the site did not confirm. */
  clearUnproven: () => Promise<boolean>
}

export function drawHere(holdings: Holdings, offers: readonly Offer[], acts: HereActs): void {
  const { drafts, correspondences, moving, untrusted, damaged, unproven } = holdings
  const nothing = holdsNothing(holdings)
  show(find('[data-nothing]'), nothing)
  showAll('[data-has-something]', !nothing)
  show(find('[data-damaged]'), damaged > 0)
  show(find('[data-moving]'), moving.length > 0)
  find('[data-drafts]').replaceChildren(...drafts.map((kept) => drawDraft(kept, acts)))
  const unsent = new Map(findAll('[data-correspondences] [data-association]').map(typedIn))
  find('[data-correspondences]').replaceChildren(
    ...correspondences.map((each) =>
      drawCorrespondence(each, offers, acts, unsent.get(each.association) ?? ''),
    ),
  )
  find('[data-untrusted]').replaceChildren(
    ...untrusted.map(({ association, text }) => {
      const card = copyTemplate('untrusted')
      const known = offers.find((offer) => offer.association === association)
      if (known) setText(card, 'name', known.name)
      showStrangerText(find('[data-words]', card), text)
      return card
    }),
  )
  find('[data-unproven]').replaceChildren(...(unproven.length > 0 ? [drawClearing(acts)] : []))
}

function drawClearing({ clearUnproven }: HereActs): HTMLElement {
  const card = copyTemplate('unproven')
  const failed = find('[data-not-cleared]', card)
  armAskTwice(card, 'unproven', async () => {
    show(failed, false)
    show(failed, !(await clearUnproven()))
  })
  return card
}

function drawDraft(kept: KeptDraft, { resume, eraseDraft }: HereActs): HTMLElement {
  const card = copyTemplate('draft')
  setText(card, 'written', dayWords(kept.draft.writtenOn))
  setText(card, 'until', dayWords(kept.keptUntil))
  const button = find<HTMLButtonElement>('[data-resume]', card)
  const failed = find('[data-resume-failed]', card)
  button.addEventListener('click', async () => {
    button.disabled = true
    show(failed, false)
    show(failed, !(await resume(kept)))
    button.disabled = false
    button.focus()
  })
  const notErased = find('[data-not-erased]', card)
  armAskTwice(card, 'draft', async () => {
    show(notErased, false)
    show(notErased, !(await eraseDraft(kept)))
  })
  return card
}

/** One card alone, after something was said there: what is typed elsewhere is not touched. */
export function drawAgain(
  correspondence: Correspondence,
  offers: readonly Offer[],
  acts: CorrespondenceActs,
  said: string,
): void {
  const card = find(`[data-correspondences] [data-association="${correspondence.association}"]`)
  const [, typed] = typedIn(card)
  card.replaceWith(drawCorrespondence(correspondence, offers, acts, typed === said ? '' : typed))
}

const typedIn = (card: HTMLElement): [association: string, typed: string] => [
  card.dataset['association'] ?? '',
  find<HTMLTextAreaElement>('textarea', card).value,
]

/** One act at a time: a small phone makes one proof at a time, and nothing is drawn anew under what is being sent. */
export function lockHere(locked: boolean): void {
  const acting =
    'button[type=submit], [data-refresh], [data-yes], [data-resume], [data-to], [data-to-begun], [data-other-words]'
  for (const button of findAll<HTMLButtonElement>(acting, find('[data-view="here"]')))
    button.disabled = locked
}

/** What is said beside the button that looks again; null says nothing. */
export const sayRefreshed = (said: 'looking' | 'done' | 'failed' | 'erased' | 'cleared' | null): void =>
  showOne(find('[data-refreshed]'), said)

/** Nothing of anyone is left on this screen. */
export function clearHere(): void {
  for (const place of ['[data-drafts]', '[data-correspondences]', '[data-untrusted]', '[data-unproven]'])
    find(place).replaceChildren()
  sayRefreshed(null)
}
