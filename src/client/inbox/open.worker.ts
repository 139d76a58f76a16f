// The key Worker: holds the keys of whoever opened the workspace, and does with them what the page asks. It fetches nothing, stores
// nothing, and dies with the session, as do the openers it starts for itself; no message returns a secret key or a passphrase.
import { entries } from 'balise:directory'
import { drawCode, readCode } from '../../crypto/code-spelling.ts'
import { fingerprintOf } from '../../crypto/openpgp.ts'
import { accept, decline } from '../../protocol/result.ts'
import type { Reply } from '../../protocol/shapes.ts'
import { openAttachment } from '../../sealing/open-attachment.ts'
import { sealAnswer } from '../../sealing/seal-answer.ts'
import { readThreads } from '../../sealing/thread.ts'
import { sealTransfer, type Transfer } from '../../sealing/transfer.ts'
import { makeTeamWork } from '../team/team-work.ts'
import { makeCaseKeeping } from '../../sealing/case-keeping.ts'
import { templateFacts } from '../templates/template-facts.ts'
import { makeTemplateKeeping } from '../../sealing/template-keeping.ts'
import type { UnsignedAnswer } from './correspondence.ts'
import type { InboxItem } from '../../sealing/inbox-items.ts'
import { handsOf, makeKeyKeeper } from './key-keeper.ts'
import type { KeyAnswers, NumberedAnswer, NumberedRequest } from './key-messages.ts'
import { openSealed } from './open-sealed.ts'
import { makeOpeners } from './openers.ts'

const keeper = makeKeyKeeper(entries)
const team = makeTeamWork(keeper)
const hands = () => handsOf(keeper.kept())
const cases = makeCaseKeeping(hands)
const templates = makeTemplateKeeping(hands, cases.note)

const openers = makeOpeners(navigator.hardwareConcurrency)

async function threads(items: readonly InboxItem[]): Promise<KeyAnswers['threads']> {
  const contents = items.flatMap(({ id, receivedOn, opened }) =>
    opened.ok ? [{ id, receivedOn, contents: opened.value }] : [],
  )
  const { association, keys } = keeper.kept()
  return readThreads(contents, { association, certificates: keys.map((key) => key.toPublic()), entries })
}

/** What speaks in the association's name: the key that its directory entry names, since whoever reads what it signed knows no other. */
function speaker() {
  const { keys, association, certificate } = keeper.kept()
  const key = keys.find((each) => fingerprintOf(each) === fingerprintOf(certificate))
  if (!key) throw new Error('the directory names a key that the team lacks')
  return { key, association, certificate }
}

/** Signed only as an answer of the association. */
async function signAnswer(answer: UnsignedAnswer, reply: Reply): Promise<KeyAnswers['answer']> {
  const { key, association, certificate } = speaker()
  return sealAnswer(key, { ...answer, kind: 'answer', association }, reply, certificate)
}

async function passOn(transfer: Transfer): Promise<KeyAnswers['transfer']> {
  const recipient = entries.find(({ association }) => association === transfer.to)
  const { key, association } = speaker()
  if (!recipient) return decline('no-such-recipient')
  const sealed = await sealTransfer(key, transfer, association, recipient)
  const receiver = { association: recipient.association, fingerprint: recipient.fingerprint }
  return sealed.ok ? accept({ ...sealed.value, receiver }) : sealed
}

async function answer({ request }: NumberedRequest): Promise<NumberedAnswer['answer']> {
  switch (request.ask) {
    case 'unlock':
      return keeper.unlock(request.key, request.passphrase, request.association)
    case 'read-words':
      return readCode(request.text, request.locale)
    case 'locate':
      return keeper.locate(request.opener)
    case 'unlock-blob':
      return keeper.unlockBlob(request.association, request.blob)
    case 'unlock-sheet':
      return keeper.unlockSheet(request.association, request.code)
    case 'sign':
      return keeper.sign(request.origin, request.challenge)
    case 'open':
      return openSealed(request.sealed, keeper.kept())
    case 'start-openers':
      return openers.start(keeper.kept())
    case 'end-openers':
      return openers.end()
    case 'threads':
      return threads(request.items)
    case 'answer':
      return signAnswer(request.answer, request.reply)
    case 'transfer':
      return passOn(request.transfer)
    case 'open-file':
      return openAttachment(request.attachment, request.parts)
    case 'open-case':
      return cases.open(request.kept)
    case 'seal-case':
      return cases.seal(request.draft)
    case 'seal-record':
      return cases.note(request.draft)
    case 'open-templates':
      return templates.open(request.kept)
    case 'seal-templates':
      return templates.seal(request.draft)
    case 'template-facts':
      return templateFacts(entries, keeper.kept().association, request.seeker)
    case 'read-records':
      return cases.read(request.records, request.trail)
    case 'enter':
      // Openers hold the keys of before.
      openers.end()
      return keeper.enter(request.state)
    case 'confirm':
      return keeper.confirm(request.confirmation)
    case 'confirm-file':
      return keeper.confirmFile(request.key, request.passphrase)
    case 'is-confirmed':
      return keeper.isConfirmed()
    case 'draw-words':
      return drawCode()
    case 'new-member':
      return team.newMember()
    case 'lock-key':
      return team.lockKey(request.opener, request.whose)
    case 'sheet':
      return team.sheet(request.code)
    case 'found':
      return team.found(request.challenge, request.name, request.sheets, request.ways)
    case 'enrol':
      return team.enrol(request.entry, request.notice, request.name, request.sheets, request.ways)
    case 'open-founding':
      return team.openFounding(request.file, request.opener)
    case 'take-up':
      return team.takeUp(request.opener)
    case 'change-team':
      return team.change(request.challenge, request.edit, request.ways)
    case 'key-request':
      return team.keyRequest()
    case 'invite':
      return team.invite()
    case 'invitation-locator':
      return team.invitationLocator(request.code)
    case 'answer-invitation':
      return team.answer(request.code, request.name, request.ways, request.certificate)
    case 'open-answer':
      return team.openAnswer(request.note, request.answer, request.locatorHash)
  }
}

/** Only the ports to openers are moved: all else is copied. */
const portsIn = ({ answer: said }: NumberedAnswer): MessagePort[] =>
  Array.isArray(said) ? said.filter((each) => each instanceof MessagePort) : []

/** A throw is a bug: reported, it reaches the page as the Worker's `error`, and nobody waits for ever. */
self.addEventListener('message', async (event: MessageEvent<NumberedRequest>) => {
  try {
    const numbered: NumberedAnswer = { number: event.data.number, answer: await answer(event.data) }
    postMessage(numbered, portsIn(numbered))
  } catch (error) {
    self.reportError(error)
  }
})
