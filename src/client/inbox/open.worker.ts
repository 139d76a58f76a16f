// Holds the association's secret key while its inbox is open, in this Worker's memory alone. It fetches nothing, stores nothing,
// and dies with the session; no message returns the key or the passphrase.
import { entries } from 'balise:directory'
import { hasChallengeForm } from '../../crypto/challenge.ts'
import { fromBase64, utf8 } from '../../crypto/encoding.ts'
import { MAX_KEY_FILE_BYTES } from '../../crypto/key-file.ts'
import {
  fingerprintOf,
  readCertificate,
  readSecretKey,
  unlock,
  type Certificate,
  type PrivateKey,
} from '../../crypto/openpgp.ts'
import { signText } from '../../crypto/openpgp-signatures.ts'
import { signInStatement } from '../../protocol/inbox.ts'
import { accept, decline } from '../../protocol/result.ts'
import { openAttachment } from '../../sealing/open-attachment.ts'
import { openEnvelope } from '../../sealing/open-envelope.ts'
import { sealAnswer } from '../../sealing/seal-answer.ts'
import { readThreads } from '../../sealing/thread.ts'
import type { Reply } from '../../protocol/shapes.ts'
import type { UnsignedAnswer } from './correspondence.ts'
import type { InboxItem } from './inbox-items.ts'
import type { KeyAnswers, KeySource, NumberedAnswer, NumberedRequest } from './key-messages.ts'

interface Holder {
  key: PrivateKey
  association: string
  /** The directory's own copy of it, by which answers are known again as the association's. */
  certificate: Certificate
}

let holder: Holder | null = null

/** Null when the file cannot be read any more. One too large to be a key reads as empty. */
async function bytesOf(source: KeySource): Promise<Uint8Array | null> {
  if (typeof source === 'string') return utf8(source)
  if (source.size > MAX_KEY_FILE_BYTES) return new Uint8Array()
  try {
    return new Uint8Array(await source.arrayBuffer())
  } catch {
    return null
  }
}

/** The directory is asked before the passphrase is tried: a stranger's key is named as such, not as a typing mistake. */
async function unlockKey(source: KeySource, passphrase: string): Promise<KeyAnswers['unlock']> {
  holder = null
  const bytes = await bytesOf(source)
  if (!bytes) return decline('unreadable-file')
  const locked = await readSecretKey(bytes)
  if (!locked) return decline('not-a-secret-key')
  const fingerprint = fingerprintOf(locked)
  const entry = entries.find((each) => each.fingerprint === fingerprint)
  if (!entry) return decline('unknown-key')
  const unlocked = await unlock(locked, passphrase)
  if (!unlocked.ok) return unlocked
  const certificate = await readCertificate(fromBase64(entry.certificate) ?? new Uint8Array())
  holder = { key: unlocked.value, association: entry.association, certificate }
  return accept({ association: entry.association, name: entry.name, fingerprint })
}

/**
 * Only ever the sign-in statement of the association whose key this is, over a challenge and nothing else. A clock set before
 * the key was made cannot sign.
 */
async function signIn(origin: string, challenge: string): Promise<KeyAnswers['sign']> {
  const { key, association } = keyHolder()
  if (!hasChallengeForm('sign-in', challenge)) return decline('not-a-challenge')
  try {
    return accept(await signText(key, signInStatement(origin, association, challenge), Date.now()))
  } catch {
    return decline('clock')
  }
}

async function open(sealed: string): Promise<KeyAnswers['open']> {
  const { key, association } = keyHolder()
  const bytes = fromBase64(sealed)
  return bytes ? await openEnvelope(bytes, key, association) : decline('damaged')
}

async function threads(items: readonly InboxItem[]): Promise<KeyAnswers['threads']> {
  const contents = items.flatMap(({ id, receivedOn, opened }) =>
    opened.ok ? [{ id, receivedOn, contents: opened.value }] : [],
  )
  return readThreads(contents, keyHolder())
}

/** Signed only as an answer of the association whose key this is. */
async function signAnswer(answer: UnsignedAnswer, reply: Reply): Promise<KeyAnswers['answer']> {
  const { key, association, certificate } = keyHolder()
  return sealAnswer(key, { ...answer, kind: 'answer', association }, reply, certificate)
}

function keyHolder(): Holder {
  if (!holder) throw new Error('no key is unlocked')
  return holder
}

function answer({ request }: NumberedRequest): Promise<NumberedAnswer['answer']> {
  switch (request.ask) {
    case 'unlock':
      return unlockKey(request.key, request.passphrase)
    case 'sign':
      return signIn(request.origin, request.challenge)
    case 'open':
      return open(request.sealed)
    case 'threads':
      return threads(request.items)
    case 'answer':
      return signAnswer(request.answer, request.reply)
    case 'open-file':
      return openAttachment(request.attachment, request.parts)
  }
}

/** A throw is a bug: reported, it reaches the page as the Worker's `error`, and nobody waits for ever. */
self.addEventListener('message', async (event: MessageEvent<NumberedRequest>) => {
  try {
    const numbered: NumberedAnswer = { number: event.data.number, answer: await answer(event.data) }
    postMessage(numbered)
  } catch (error) {
    self.reportError(error)
  }
})
