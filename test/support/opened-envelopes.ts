// What an association finds when it opens its inbox: signs in with its key over HTTP and opens every stored envelope.
import { readFile } from 'node:fs/promises'
import { forEachPage, signIn } from '../../src/cli/inbox-session.ts'
import { openKey } from '../../src/cli/member-key.ts'
import { done } from '../../src/cli/outcome.ts'
import { fromBase64 } from '../../src/crypto/encoding.ts'
import { readSecretKey, unlock, type PrivateKey } from '../../src/crypto/openpgp.ts'
import type { EnvelopeContents } from '../../src/protocol/envelope.ts'
import { openEnvelope } from '../../src/sealing/open-envelope.ts'
import { memberOf, type RunningDemonstration } from './demonstration.ts'

/** By what is in the file, which a test may change: one that looks often need not unlock it each time. */
const unlocked = new Map<string, Promise<PrivateKey>>()

async function keyIn(file: string, passphrase: string): Promise<PrivateKey> {
  const bytes = await readFile(file)
  const kept = bytes.toString('latin1')
  const key = unlocked.get(kept) ?? unlockKey(file, bytes, passphrase)
  unlocked.set(kept, key)
  return key
}

async function unlockKey(file: string, bytes: Uint8Array, passphrase: string): Promise<PrivateKey> {
  const locked = await readSecretKey(bytes)
  const key = locked && (await unlock(locked, passphrase))
  if (!key?.ok) throw new Error(`${file} holds no key that the passphrase unlocks`)
  return key.value
}

/** Every report stored for it, opened. Throws on an envelope that it cannot open: a test wants to know. */
export async function openedBy(
  demonstration: RunningDemonstration,
  association: string,
): Promise<EnvelopeContents[]> {
  const key = await keyIn(memberOf(demonstration, association).keyFile, demonstration.passphrase)
  const session = await signIn({ origin: demonstration.origin }, association, openKey(key))
  if (!session.ok) throw new Error(session.message)
  const opened: EnvelopeContents[] = []
  await forEachPage(session.value, async (envelopes) => {
    for (const { sealed } of envelopes) {
      const contents = await openEnvelope(fromBase64(sealed) ?? new Uint8Array(), key, association)
      if (!contents.ok) throw new Error(contents.reason)
      if (contents.value.kind === 'report') opened.push(contents.value)
    }
    return done(undefined)
  })
  return opened
}
