// The island of the report page: joins the steps, the form, the Workers and the network. What is written stays in the form's
// own fields; it leaves only as sealed envelopes, and is wiped when the page goes away.
import type { Report } from '../../protocol/report.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import { call } from '../api.ts'
import { find, show, showAll } from '../dom.ts'
import { meetsFloor } from '../floor.ts'
import { armQuit } from '../quit.ts'
import { ApartConsents } from './apart-consents.ts'
import { AssociationCards } from './association-cards.ts'
import { beingCounted } from './being-counted.ts'
import { cardDesk } from './card-desk.ts'
import { clearCardPreview, showCardOutcome } from './card-words.ts'
import { armCareClock, clearCareClock } from './care-clock.ts'
import { Counting } from './counting.ts'
import type { AskedEnding } from './ending.ts'
import { Finish } from './finish.ts'
import { armFields, checkStep, clearProblems } from './gentle-form.ts'
import { IdentifierRows } from './identifier-rows.ts'
import { Journey } from './journey.ts'
import { pastNumbers } from './later-numbers.ts'
import { writeLetter } from './letter.ts'
import { MorePart } from './more-part.ts'
import { ProvingDesk } from './proving-desk.ts'
import { readReport, readSeeker } from './read-report.ts'
import { sealForAgreed } from './seal-for-agreed.ts'
import { SealingDesk } from './sealing-desk.ts'
import { isSealed, Sending } from './sending.ts'
import {
  clearSending,
  clearTold,
  hideProof,
  showOutcome,
  showProof,
  showStage,
  writeReaders,
  type Stage,
} from './sending-view.ts'
import { armWays, setHidden, wayOf } from './ways.ts'
import { wipeForm } from './wipe.ts'
import type { Offer } from './worker-messages.ts'

/** A full submission is 700 kB: two minutes on the slowest line. */
const SUBMISSION_TIMEOUT_MS = 120_000

const locale = document.documentElement.lang as Locale
const form = find<HTMLFormElement>('[data-report]')
/** Of the words on this very page, whatever the Worker's age. */
const wordingVersion = form.dataset['consentWording'] ?? ''
const desk = new SealingDesk()
const prover = new ProvingDesk()
const counting = new Counting(cardDesk(desk))
/** Sealings that carried a way to answer. */
const answerable = new WeakSet<readonly Offer[]>()

const rows = new IdentifierRows(form)
const apart = new ApartConsents(form)
const cards = new AssociationCards(() => {
  sending.forgetSealed()
  hearAgreements()
})

const read = (): Report => readReport(new FormData(form), locale, rows.rows())
const seeker = () => readSeeker(new FormData(form), locale)

const sending = new Sending({
  challenge: () => call('/api/challenge'),
  dated: true,
  solve: (challenge) =>
    prover.solve(challenge, (solved) => {
      if (sending.underWay) showStage({ at: 'proof', solved })
      else showProof(solved)
    }),
  seal: async (writtenOn) => {
    const { files } = more
    const code = pastNumbers(more.code, sending.perhapsReceived)
    const parts = { desk, cards, apart, files, code, wordingVersion, read, seeker, onStage: showProgress }
    const sealed = await sealForAgreed(writtenOn, parts)
    if (sealed.ok && sealed.value.isAnswerable) answerable.add(sealed.value.receivers)
    // Once the report is received, the answers and this Worker are gone.
    if (apart.statistics) await counting.prepare(counted.card())
    return sealed
  },
  isSealed,
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
  mayLeave: (step) => checkStep(form, step) && more.allows(),
  onEnter: (step, previous) => {
    clearProblems(form)
    show(find('[data-language]'), false)
    if (previous === 'review') stopSending()
    if (previous === 'count') counted.stop()
    finish.tell()
    more.enter(step)
    if (step === 'identifiers') rows.start()
    if (step === 'path') show(find('[data-erase]'), false)
    if (step === 'choose') void offerAssociations()
    if (step === 'apart') apart.draw(cards.agreed, isComparable())
    if (step === 'apart') apart.hearCard(JSON.stringify(counted.card()))
    if (step === 'apart' || step === 'count') counted.show()
    if (step === 'review') void readOver()
  },
})

const finish = new Finish({ journey, sending, counting, wipe })
/** Whoever wants nothing done with it wants nothing kept of it either. */
const end = (asked: AskedEnding): void => {
  if (asked === 'unsent') more.letGo()
  finish.end(asked)
}
const more = new MorePart({ form, journey, desk, rows, end }, () => sending.forgetSealed())
const counted = beingCounted(form, counting, finish, () => read().account)

/** Whether anything points to the attackers: without it, there is nothing to compare. */
const isComparable = (): boolean => rows.rows().length > 0

/** The consents asked apart are on the way only when it is to be sent and someone was agreed to. */
function hearAgreements(): void {
  apart.keepOnly(cards.agreed, isComparable())
  const way = wayOf(form)
  setHidden(form, 'agreed', way === 'send' && cards.agreed.length > 0 ? 'yes' : way === 'keep' ? way : '')
}

/** Draws the list for what this person said of themselves; a failure to load is said, and can be tried again. */
async function offerAssociations(restart = false): Promise<void> {
  cards.wait(false, seeker())
  const all = await (restart ? desk.restart() : desk.offers())
  if (!all) return cards.wait(true, seeker())
  const offers = more.offerable(all)
  cards.reconcile(offers, seeker())
  cards.draw(offers, seeker())
}

async function readOver(): Promise<void> {
  clearSending()
  writeLetter(form, (step) => journey.goTo(step))
  const offers = cards.agreed.length > 0 ? await desk.offers() : []
  if (journey.current !== 'review' || !more.allows()) return
  if (offers && !cards.reconcile(offers, seeker())) return journey.goTo('choose')
  if (cards.agreed.length > 0 && !apart.standsFor(JSON.stringify(counted.card())))
    return journey.goTo('apart')
  apart.keepOnly(cards.agreed, isComparable())
  const readers = cards.agreed.map(({ name, association }) => ({
    name,
    comparing: apart.purposesOf(association).includes('series'),
  }))
  writeReaders(readers, apart.statistics, counting.received)
  show(find('[data-no-contact]'), !read().contact && !more.code)
  if (readers.length === 0) return cards.explainNobody(await desk.offers(), seeker())
  if (!(await sending.prepare())) hideProof()
}

async function send(): Promise<void> {
  if (sending.underWay || cards.agreed.length === 0) return
  showStage({ at: 'proof', solved: 0 })
  const outcome = await sending.send()
  if (outcome.kind === 'cancelled') return finish.tell()
  if (outcome.kind === 'directory-changed') return askAgain()
  if (outcome.kind !== 'received') {
    return showOutcome(outcome.kind, outcome.kind === 'refused' ? outcome.code : '')
  }
  finish.received(outcome.receivers, answerable.has(outcome.receivers))
  more.sent()
  if (outcome.late) return finish.tell()
  const agreed = apart.statistics
  finish.end()
  if (agreed) await counted.afterReport()
}

/** Leaving the review gives up what is not yet on the wire. */
function stopSending(): void {
  sending.cancel()
  more.files?.stop()
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
  counting.wipe()
  more.wipe()
  desk.close()
  prover.close()
  cards.wipe()
  apart.wipe()
  rows.wipe()
  wipeForm(form)
  journey.wipe()
  clearCardPreview()
  clearCareClock()
  clearSending()
  hideProof()
  showCardOutcome(null)
  clearTold()
}

if (meetsFloor()) start()
else armQuit()

function start(): void {
  armQuit(wipe)
  armFields(form)
  armCareClock()
  armWays(form, journey, { onChosen: hearAgreements, end })
  form.addEventListener('input', () => sending.forgetSealed())
  find('[data-choose-retry]').addEventListener('click', () => void offerAssociations(true))
  find('[data-list-retry]').addEventListener('click', () => (void desk.restart(), journey.goTo('choose')))
  find('[data-change-readers]').addEventListener('click', () => journey.goTo('choose'))
  find('[data-change-apart]').addEventListener('click', () => journey.goTo('apart'))
  find('[data-to-words]').addEventListener('click', () => journey.goTo('words'))
  find('[data-send]').addEventListener('click', () => void send())
  find('[data-again]').addEventListener('click', () => void send())
  find('[data-count-send]').addEventListener('click', () => void counted.alone())
  find('[data-finish]').addEventListener('click', () => finish.end('unsent'))
  show(find('[data-without-script]'), false)
  showAll('[data-with-script]', true)
  void desk.offers().then(() => more.start())
}
