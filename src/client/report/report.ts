// The island of the report page: joins the steps, the form, the two Workers and the network. What is written stays in the
// form's own fields; it leaves only as sealed envelopes, and is wiped when the page goes away.
import { accept, decline } from '../../protocol/result.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import { call } from '../api.ts'
import { fillList, find, findAll, show } from '../dom.ts'
import { armQuit } from '../quit.ts'
import { AssociationCards } from './association-cards.ts'
import { armFields, checkStep, clearProblems } from './gentle-form.ts'
import { Journey } from './journey.ts'
import { writeLetter } from './letter.ts'
import { ProvingDesk } from './proving-desk.ts'
import { readReport, readSeeker } from './read-report.ts'
import { SealingDesk } from './sealing-desk.ts'
import { Sending } from './sending.ts'
import {
  clearSending,
  hideAlreadyReceived,
  hideProof,
  showAlreadyReceived,
  showOutcome,
  showProof,
  showStage,
  writeReceipt,
  type Stage,
} from './sending-view.ts'
import type { Offer } from './worker-messages.ts'

/** A full submission is 700 kB: two minutes on the slowest line. */
const SUBMISSION_TIMEOUT_MS = 120_000

const locale = document.documentElement.lang as Locale
const form = find<HTMLFormElement>('[data-report]')
/** Of the words on this very page, whatever the Worker's age. */
const wordingVersion = find('[data-consent-wording]').dataset['consentWording'] ?? ''
const desk = new SealingDesk()
const prover = new ProvingDesk()
/** Who received something of what was written on this page. Wiping leaves it: the receipt is written after. */
const received = new Map<string, Offer>()
/** Sealings that carried a way to answer, and whether one of them was received. */
const answerable = new WeakSet<readonly Offer[]>()
let canBeAnswered = false

const cards = new AssociationCards(() => sending.forgetSealed())

const sending = new Sending({
  challenge: () => call('/api/challenge'),
  solve: (challenge) =>
    prover.solve(challenge, (solved) => {
      if (sending.underWay) showStage({ at: 'proof', solved })
      else showProof(solved)
    }),
  seal: async (writtenOn) => {
    const offers = await desk.offers()
    if (!offers) return decline('failed')
    if (!cards.stands(offers, seeker())) return decline('key-changed')
    const receivers = cards.agreed
    const total = receivers.length
    showProgress({ at: 'sealing', sealed: 0, total })
    const consents = receivers.map(({ association, fingerprint }) => ({
      association,
      keyFingerprint: fingerprint,
      purposes: ['referral' as const],
      wordingVersion,
    }))
    const report = readReport(new FormData(form), locale)
    if (report.contact) answerable.add(receivers)
    const sealed = await desk.seal(report, consents, writtenOn, (count) =>
      showProgress({ at: 'sealing', sealed: count, total }),
    )
    return sealed.ok ? accept({ ...sealed.value, receivers }) : sealed
  },
  post: (body, proof) => {
    showStage({ at: 'posting' })
    return call('/api/submissions', {
      method: 'POST',
      headers: { Proof: proof },
      body,
      timeoutMs: SUBMISSION_TIMEOUT_MS,
    })
  },
})

/** A sealing that was given up may end later: it is not shown. */
function showProgress(stage: Stage): void {
  if (sending.underWay) showStage(stage)
}

const journey = new Journey({
  mayLeave: (step) => checkStep(form, step),
  onEnter: (step, previous) => {
    clearProblems(form)
    show(find('[data-language]'), false)
    if (previous === 'review') stopSending()
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
  cards.reconcile(offers, seeker())
  cards.draw(offers, seeker())
}

async function readOver(): Promise<void> {
  clearSending()
  writeLetter(form, (step) => journey.goTo(step))
  const offers = cards.agreed.length > 0 ? await desk.offers() : []
  if (journey.current !== 'review') return
  if (offers && !cards.reconcile(offers, seeker())) return journey.goTo('choose')
  const readers = cards.agreed.map(({ name }) => name)
  fillList(find('[data-readers]'), readers)
  for (const element of findAll('[data-some-readers]')) show(element, readers.length > 0)
  for (const element of findAll('[data-no-reader]')) show(element, readers.length === 0)
  show(find('[data-no-contact]'), readReport(new FormData(form), locale).contact === undefined)
  if (readers.length === 0) return cards.explainNobody(await desk.offers(), seeker())
  if (!(await sending.prepare())) hideProof()
}

async function send(): Promise<void> {
  if (sending.underWay || cards.agreed.length === 0) return
  showStage({ at: 'proof', solved: 0 })
  const outcome = await sending.send()
  if (outcome.kind === 'cancelled') return
  if (outcome.kind === 'directory-changed') return askAgain()
  if (outcome.kind !== 'received') {
    return showOutcome(outcome.kind, outcome.kind === 'refused' ? outcome.code : '')
  }
  for (const offer of outcome.receivers) received.set(offer.association, offer)
  canBeAnswered ||= answerable.has(outcome.receivers)
  if (outcome.late && !journey.ended) showAlreadyReceived([...received.values()])
  else end()
}

/** Clears the page, then says who received something; or that nothing was sent. */
function end(): void {
  wipe()
  writeReceipt([...received.values()], canBeAnswered)
  journey.end(received.size > 0 ? 'receipt' : 'unsent')
}

/** Leaving the review gives up what is not yet on the wire. */
function stopSending(): void {
  sending.cancel()
  clearSending()
}

/** A key or an entry changed since the page was opened: the new directory is fetched, and what changed is asked again. */
async function askAgain(): Promise<void> {
  const offers = await desk.restart()
  if (journey.current !== 'review') return
  if (!offers) return showOutcome('unreachable')
  if (cards.reconcile(offers, seeker())) return showOutcome('unchanged')
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
  hideAlreadyReceived()
}

armQuit(wipe)
armFields(form)
form.addEventListener('input', () => sending.forgetSealed())
find('[data-choose-retry]').addEventListener('click', () => void offerAssociations(true))
find('[data-change-readers]').addEventListener('click', () => journey.goTo('choose'))
find('[data-to-words]').addEventListener('click', () => journey.goTo('words'))
find('[data-send]').addEventListener('click', () => void send())
find('[data-again]').addEventListener('click', () => void send())
find('[data-finish]').addEventListener('click', end)
show(find('[data-without-script]'), false)
for (const element of findAll('[data-with-script]')) show(element)
void desk.offers()
