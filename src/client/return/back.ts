// The island of the page one comes back to: joins the typing of a code, the Workers, the network and the screens. The words, the keys
// and what they open are in memory alone, and are gone when the page is.
import { ADDRESSES } from '../../i18n/addresses.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import { becomePage } from '../bring-in.ts'
import type { Code } from '../../crypto/return-code.ts'
import { CodeDesk } from '../code/code-desk.ts'
import { armTyping } from '../code/code-typing.ts'
import { find, findAll, show, showAll } from '../dom.ts'
import { missingFeatures } from '../floor.ts'
import { shelf } from '../hand-over.ts'
import { armQuit } from '../quit.ts'
import { BackFiles } from './back-files.ts'
import { armAskTwice, foldAskTwice } from './ask-twice.ts'
import { CodeFlow } from './code-flow.ts'
import { Desk, type Known } from './desk.ts'
import { eraseEverything } from './erasing.ts'
import type { KeptDraft } from './holdings.ts'
import { networkOf } from './network.ts'
import { sayDerived, sayOpening, sayOpeningFault } from './opening-view.ts'
import { ProofQueue } from './proof-queue.ts'
import { ThreadDesk } from './thread-desk.ts'
import { Views } from './views.ts'
import type { Visit } from './visit.ts'

const locale = document.documentElement.lang as Locale
const codeDesk = new CodeDesk()
const thread = new ThreadDesk()
const proofs = new ProofQueue()
const means = { thread, network: networkOf(codeDesk, proofs) }
/** The form has taken the place of this page: what this one showed is no longer there. */
let handedOver = false

if (missingFeatures().length > 0) {
  show(find('[data-too-old]'))
  show(find('[data-without-script]'), false)
  armQuit()
} else start()

function start(): void {
  const files = new BackFiles((challenge) => proofs.solve(challenge))
  const desk = new Desk({ locale, files, resume })
  const views = new Views(leaveScreen)
  const flow = new CodeFlow({
    desk: codeDesk,
    locale,
    visit: () => desk.visit,
    holdings: () => desk.holdings,
    hold: (held) => views.hold(held),
    onChanged: ({ visit, code }) => {
      desk.clear()
      desk.take(visit, code)
      views.go('changed')
    },
  })
  const typing = armTyping(find('[data-view="typing"]'), codeDesk, (code) => void open(code))
  let typed: Code | null = null

  async function open(code: Code): Promise<void> {
    typed = code
    views.go('opening')
    sayOpening('deriving')
    const keys = await codeDesk.derive(code, sayDerived)
    if (typed !== code) return
    if (!keys) return sayOpeningFault('failed')
    desk.take({ keys, means }, code)
    typing.wipe()
    await lookAll()
  }

  /** With keys that are there already: after a fault, or after the code was changed. */
  async function lookAll(): Promise<void> {
    views.go('opening')
    const visit = desk.visit
    const fault = await desk.open(sayOpening)
    if (desk.visit !== visit) return
    if (fault) return sayOpeningFault(fault)
    views.go('here')
  }

  function again(): void {
    if (desk.visit) void lookAll()
    else if (typed) void open(typed)
  }

  function otherWords(): void {
    typed = null
    desk.clear()
    typing.wipe()
    views.go('typing')
  }

  function leaveScreen(): void {
    flow.reset()
    foldAskTwice(find('[data-view="erase"]'), 'erase')
    show(find('[data-erase-failed]'), false)
  }

  async function resume(kept: KeptDraft, known: Known): Promise<boolean> {
    const { visit } = desk
    if (!visit) return false
    shelf.resumed = { ...known, draft: kept.draft, keys: visit.keys, message: kept.id }
    handedOver = await becomePage(ADDRESSES.write[locale])
    if (!handedOver) delete shelf.resumed
    if (handedOver) end()
    return handedOver
  }

  async function eraseAll(): Promise<void> {
    const visit: Visit | null = desk.visit
    if (!visit) return
    views.hold(true)
    show(find('[data-erase-failed]'), false)
    show(find('[data-erasing]'))
    const erased = await eraseEverything(visit)
    views.hold(false)
    if (desk.visit !== visit) return
    show(find('[data-erasing]'), false)
    show(find('[data-erase-failed]'), !erased)
    if (!erased) return
    typed = null
    desk.clear()
    views.go('erased')
  }

  /** Keys, words and Workers; what the page shows is another matter. */
  function end(): void {
    typed = null
    desk.drop()
    views.close()
    codeDesk.close()
    thread.close()
    proofs.close()
  }

  function wipe(): void {
    end()
    delete shelf.resumed
    if (handedOver) return
    typing.wipe()
    flow.reset()
    desk.clear()
    for (const fold of findAll('details[open]')) fold.removeAttribute('open')
    views.go('typing')
  }

  armQuit(wipe)
  armAskTwice(document, 'erase', eraseAll)
  const on = (selector: string, act: () => void): void => {
    for (const element of findAll(selector)) element.addEventListener('click', act)
  }
  on('[data-open-again]', again)
  on('[data-other-words]', otherWords)
  on('[data-refresh]', () => void desk.refresh())
  on('[data-to="change"], [data-to-begun]', () => {
    views.go('change')
    flow.enter()
  })
  on('[data-to="erase"]', () => views.go('erase'))
  on('[data-to-here]', () => views.toHere())
  on('[data-go-on]', () => void lookAll())
  show(find('[data-without-script]'), false)
  showAll('[data-with-script]', true)
  // The Worker arrives while the words are typed.
  void thread.offers()
}
