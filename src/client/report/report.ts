// The island of the report page: joins the steps, the form, the two Workers and the network. What is written stays in the
// form's own fields; it leaves only as sealed envelopes, and is wiped when the page goes away.
import type { Locale } from '../../protocol/vocabulary.ts'
import { call } from '../api.ts'
import { find, findAll, show } from '../dom.ts'
import { armQuit } from '../quit.ts'
import { AssociationCards } from './association-cards.ts'
import { armFields, checkStep, clearProblems } from './gentle-form.ts'
import { Journey } from './journey.ts'
import { writeLetter } from './letter.ts'
import { ProvingDesk } from './proving-desk.ts'
import { readReport, readSeeker } from './read-report.ts'
import { SealingDesk } from './sealing-desk.ts'
import { Sending } from './sending.ts'
import { clearSending, hideProof, showOutcome, showProof, showStage, writeReceipt } from './sending-view.ts'

const locale = document.documentElement.lang as Locale
const form = find<HTMLFormElement>('[data-report]')
const desk = new SealingDesk()
const prover = new ProvingDesk()
let underWay = false

const cards = new AssociationCards(() => sending.forgetSealed())

const sending = new Sending({
  challenge: () => call('/api/challenge'),
  solve: (challenge) =>
    prover.solve(challenge, (solved) => {
      if (underWay) showStage({ at: 'proof', solved })
      else showProof(solved)
    }),
  seal: (writtenOn) => {
    const consents = cards.agreed.map(({ association }) => ({ association, purposes: ['referral' as const] }))
    const total = consents.length
    showStage({ at: 'sealing', sealed: 0, total })
    return desk.seal(readReport(new FormData(form), locale), consents, writtenOn, (sealed) =>
      showStage({ at: 'sealing', sealed, total }),
    )
  },
  post: (body, proof) => {
    showStage({ at: 'posting' })
    return call('/api/submissions', { method: 'POST', headers: { Proof: proof }, body })
  },
})

const journey = new Journey({
  mayLeave: (step) => checkStep(form, step),
  onEnter: (step, previous) => {
    clearProblems(form)
    show(find('[data-language]'), false)
    if (previous === 'review' && step !== 'review') stopSending()
    if (step === 'choose') void offerAssociations()
    if (step === 'review') void readOver()
  },
})

const seeker = () => readSeeker(new FormData(form), locale)

/** Draws the list for what this person said of themselves; a failure to load is said, and can be tried again. */
async function offerAssociations(restart = false): Promise<void> {
  cards.wait()
  const offers = await (restart ? desk.restart() : desk.offers())
  if (!offers) return cards.wait(true)
  const { changed, gone } = cards.reconcile(offers, seeker())
  if (changed.length + gone.length > 0) cards.explain({ changed, gone })
  cards.draw(offers, seeker())
}

async function readOver(): Promise<void> {
  clearSending()
  writeLetter(form, (step) => journey.goTo(step))
  const offers = cards.agreed.length > 0 ? await desk.offers() : []
  if (offers && cards.agreed.length > 0) {
    const { changed, gone } = cards.reconcile(offers, seeker())
    if (changed.length + gone.length > 0) {
      cards.explain({ changed, gone })
      return journey.goTo('choose')
    }
  }
  const readers = cards.agreed.map(({ name }) => {
    const line = document.createElement('li')
    line.textContent = name
    return line
  })
  find('[data-readers]').replaceChildren(...readers)
  for (const element of findAll('[data-some-readers]')) show(element, readers.length > 0)
  for (const element of findAll('[data-no-reader]')) show(element, readers.length === 0)
  show(find('[data-no-contact]'), readReport(new FormData(form), locale).contact === undefined)
  if (readers.length > 0 && !(await sending.prepare())) hideProof()
}

async function send(): Promise<void> {
  if (underWay || cards.agreed.length === 0) return
  underWay = true
  const outcome = await sending.send()
  if (outcome.kind === 'cancelled') return
  underWay = false
  if (outcome.kind === 'directory-changed') return askAgain()
  if (outcome.kind !== 'received') {
    return showOutcome(outcome.kind, outcome.kind === 'refused' ? outcome.code : '')
  }
  const receivers = cards.agreed
  wipe()
  writeReceipt(receivers)
  journey.end('receipt')
}

/** Leaving the review gives up what is not yet on the wire. */
function stopSending(): void {
  sending.cancel()
  underWay = false
  clearSending()
}

/** A key or an entry changed since the page was opened: the new directory is fetched, and what changed is asked again. */
async function askAgain(): Promise<void> {
  const offers = await desk.restart()
  if (!offers) return showOutcome('unreachable')
  const { changed, gone } = cards.reconcile(offers, seeker())
  if (changed.length + gone.length === 0) return showOutcome('unchanged')
  cards.explain({ changed, gone })
  clearSending()
  journey.goTo('choose')
}

/** Clears every field and every trace of an answer from the page, ends the Workers, drops what was sealed. */
function wipe(): void {
  sending.forget()
  desk.close()
  prover.close()
  form.reset()
  for (const field of findAll<HTMLInputElement>('input[type=text], textarea', form)) field.value = ''
  cards.wipe()
  for (const place of findAll('[data-letter], [data-readers], [data-receivers]')) place.replaceChildren()
}

armQuit(wipe)
armFields(form)
form.addEventListener('input', () => sending.forgetSealed())
find('[data-choose-retry]').addEventListener('click', () => void offerAssociations(true))
find('[data-change-readers]').addEventListener('click', () => journey.goTo('choose'))
find('[data-to-words]').addEventListener('click', () => journey.goTo('words'))
find('[data-send]').addEventListener('click', () => void send())
find('[data-again]').addEventListener('click', () => void send())
find('[data-finish]').addEventListener('click', () => {
  wipe()
  journey.end('unsent')
})
show(find('[data-without-script]'), false)
for (const element of findAll('[data-with-script]')) show(element)
void desk.offers()
