// The card of one association: where it stands, what was said, what is asked, the place to write, the way to take the agreement back.
// It shows and listens; sending is done by whoever drew it. What is typed stays until it has arrived.
import type { Offer } from '../report/worker-messages.ts'
import { copyTemplate, find, findAll, setText, show, showOne } from '../dom.ts'
import { showStrangerText } from '../inbox/stranger-text.ts'
import { writeAnswerTime } from '../report/association-cards.ts'
import type { Granting } from '../../protocol/thread.ts'
import { armAskTwice } from './ask-twice.ts'
import { dayWords } from './day-words.ts'
import { openQuestions, type Correspondence, type Said } from './holdings.ts'
import type { SpeakingStage, SpokenOutcome, Words } from './speaking.ts'
import type { WithdrawnOutcome } from './withdrawing.ts'

export type Saying = SpokenOutcome['kind'] | WithdrawnOutcome['kind'] | SpeakingStage

export interface CorrespondenceActs {
  /** Whether words of the code are in the text: whoever read them could open everything. */
  holdsCode: (text: string) => boolean
  /** Of a box to write in: where files can be added under it. */
  armFiles: (form: HTMLFormElement, association: string) => void
  /** Whether any file would go to this association. */
  filesGo: (association: string) => Promise<boolean>
  /** The outcome; `say` hears how far it is. When something arrived, the card is drawn again by the one who sent. */
  speak: (
    correspondence: Correspondence,
    words: Omit<Words, 'files'>,
    say: (saying: Saying) => void,
  ) => Promise<SpokenOutcome['kind']>
  withdraw: (
    correspondence: Correspondence,
    say: (saying: Saying) => void,
  ) => Promise<WithdrawnOutcome['kind']>
}

/** `typed`: words that were not sent yet. */
export function drawCorrespondence(
  correspondence: Correspondence,
  offers: readonly Offer[],
  acts: CorrespondenceActs,
  typed: string,
): HTMLElement {
  const { association, offer, standing, lastWaiting } = correspondence
  const card = copyTemplate('correspondence')
  card.dataset['association'] = association
  const heading = find('h3', card)
  heading.id = `with-${association}`
  setText(card, 'name', offer?.name ?? association)
  const standingWords = find('[data-standing]', card)
  showOne(standingWords, standing)
  const time = find('[data-answer-time]', card)
  show(time, offer !== null)
  if (offer) writeAnswerTime(time, offer.answersWithinDays)
  show(find('[data-last-waiting]', card), lastWaiting)
  drawTalk(card, correspondence, offers)
  drawQuestions(card, correspondence, offers, acts)
  armWriting(card, correspondence, acts, typed)
  armWithdrawing(card, correspondence, acts)
  return card
}

const nameOf = (association: string, offers: readonly Offer[]): string =>
  offers.find((offer) => offer.association === association)?.name ?? association

function drawTalk(card: HTMLElement, correspondence: Correspondence, offers: readonly Offer[]): void {
  const { talk, offer, association, silence } = correspondence
  const open = isOpen(correspondence)
  show(find('[data-no-talk]', card), silence === 'no-answer')
  show(find('[data-no-talk-now]', card), silence === 'unknown')
  show(find('[data-some-talk]', card), talk.length > 0)
  find('[data-talk]', card).replaceChildren(
    ...talk.map((said) => {
      const line = drawSaid(said, offer?.name ?? association, offers)
      show(find('[data-files-below]', line), open)
      return line
    }),
  )
}

function drawSaid(said: Said, name: string, offers: readonly Offer[]): HTMLElement {
  const line = copyTemplate('said')
  line.dataset['who'] = said.who
  showOne(find('strong', line), said.who)
  setText(line, 'name', name)
  setText(line, 'day', dayWords(said.day))
  showStrangerText(find('[data-words]', line), said.text)
  show(find('[data-withdrew]', line), said.withdrew)
  show(find('[data-files]', line), said.asking?.for === 'files')
  const answered = find('[data-answered]', line)
  show(answered, said.granting !== null)
  if (said.granting) {
    showOne(answered, said.granting.answer)
    setText(answered, 'to', nameOf(said.granting.to, offers))
  }
  const attached = find('[data-attached]', line)
  show(attached, said.files !== undefined)
  showOne(attached, said.files === 1 ? 'one' : 'several')
  setText(attached, 'files', String(said.files ?? 0))
  return line
}

const isGone = (standing: Correspondence['standing']): boolean =>
  standing === 'expired' || standing === 'ended'

/** May it be written to: not once the agreement was taken back, nor while it takes nothing. */
const isOpen = ({ standing, offer }: Correspondence): boolean =>
  offer?.status === 'active' && standing !== 'withdrawn' && !isGone(standing)

function drawQuestions(
  card: HTMLElement,
  correspondence: Correspondence,
  offers: readonly Offer[],
  acts: CorrespondenceActs,
): void {
  const questions = isOpen(correspondence) ? openQuestions(correspondence) : []
  find('[data-questions]', card).replaceChildren(
    ...questions.flatMap(({ message, asking }) => {
      const to = asking?.for === 'transfer' ? asking.to : null
      // An association nobody can name is none that can be agreed to.
      if (to === null || !offers.some(({ association }) => association === to)) return []
      const form = copyTemplate<HTMLFormElement>('transfer')
      setText(form, 'to', nameOf(to, offers))
      for (const field of findAll<HTMLInputElement>('input', form)) field.name = `answer-${message}`
      form.addEventListener('change', () => show(find('[data-missing]', form), false))
      whenSubmitted(form, async (say) => {
        const chosen = form.querySelector<HTMLInputElement>('input:checked')
        show(find('[data-missing]', form), !chosen)
        if (!chosen) return
        const granting: Granting = { message, to, answer: chosen.value === 'yes' ? 'yes' : 'no' }
        say(await acts.speak(correspondence, { text: '', granting }, say))
      })
      return [form]
    }),
  )
}

function armWriting(
  card: HTMLElement,
  correspondence: Correspondence,
  acts: CorrespondenceActs,
  typed: string,
): void {
  const { association, offer, standing } = correspondence
  const form = find<HTMLFormElement>('[data-write]', card)
  const open = isOpen(correspondence)
  show(form, open)
  if (open) acts.armFiles(form, association)
  const anyway = find<HTMLDetailsElement>('[data-anyway]', card)
  if (open && standing === 'declined') anyway.append(form)
  show(anyway, open && standing === 'declined')
  anyway.open = typed !== ''
  show(find('[data-closed="paused"]', card), !open && standing !== 'withdrawn' && offer?.status !== 'active')
  const field = find<HTMLTextAreaElement>('textarea', form)
  const [label, hint, left] = [find('label', form), find('.hint', form), find('[data-left]', form)]
  field.id = `write-${association}`
  field.value = typed
  hint.id = `write-hint-${association}`
  left.id = `write-left-${association}`
  label.setAttribute('for', field.id)
  field.setAttribute('aria-describedby', `${hint.id} ${left.id}`)
  const kindWord = find('[data-kind-word]', form)
  const cut = find('[data-cut-short]', form)
  field.addEventListener('paste', ({ clipboardData }) => {
    const pasted = clipboardData?.getData('text/plain').length ?? 0
    const replaced = field.selectionEnd - field.selectionStart
    const isCut = field.value.length - replaced + pasted > field.maxLength
    // The pasting itself is an input, which would take the word away again.
    setTimeout(() => show(cut, isCut))
  })
  field.addEventListener('input', () => {
    show(cut, false)
    forgive()
    const count = field.maxLength - field.value.length
    show(left, count < NEAR_THE_LIMIT_CHARS)
    setText(left, 'left', String(count))
  })
  function forgive(): void {
    showOne(kindWord, null)
    field.removeAttribute('aria-invalid')
  }
  function refuse(why: 'empty' | 'holds-code'): void {
    showOne(kindWord, why)
    field.setAttribute('aria-invalid', 'true')
    field.focus()
  }
  whenSubmitted(form, async (say) => {
    forgive()
    const text = field.value
    if (text.trim() === '' && !(await acts.filesGo(association))) return refuse('empty')
    if (acts.holdsCode(text)) return refuse('holds-code')
    field.readOnly = true
    const outcome = await acts.speak(correspondence, { text, granting: null }, say)
    field.readOnly = false
    say(outcome)
    if (outcome === 'empty') return refuse('empty')
    show(find('[data-closed="full"]', card), outcome === 'full')
  })
}

const NEAR_THE_LIMIT_CHARS = 400

function armWithdrawing(card: HTMLElement, correspondence: Correspondence, acts: CorrespondenceActs): void {
  const place = find('[data-withdraw]', card)
  const { standing } = correspondence
  show(find('[data-ask-twice]', place), standing !== 'withdrawn' && standing !== 'none' && !isGone(standing))
  const say = (saying: Saying): void => showOne(find('[data-withdrawing]', card), saying)
  armAskTwice(place, 'withdraw', async () => say(await acts.withdraw(correspondence, say)))
}

/** One sending at a time; the button waits meanwhile. */
function whenSubmitted(form: HTMLFormElement, act: (say: (saying: Saying) => void) => Promise<void>): void {
  const button = find<HTMLButtonElement>('button[type=submit]', form)
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (button.disabled) return
    button.disabled = true
    try {
      await act((saying) => showOne(find('[data-sending]', form), saying))
    } finally {
      button.disabled = false
    }
  })
}

/** Says in a card that was just drawn again how what led to it went, and leads there: the button that was touched is gone. */
export function sayInCard(association: string, place: 'sending' | 'withdrawing', saying: Saying): void {
  const card = find(`[data-correspondences] [data-association="${association}"]`)
  const within =
    place === 'sending' ? find('[data-write] [data-sending]', card) : find('[data-withdrawing]', card)
  within.closest('details')?.setAttribute('open', '')
  showOne(within, saying)
  const words = find(`[data-one="${saying}"]`, within)
  words.tabIndex = -1
  words.focus()
}
