// What an association finds when it opens its inbox: signs in with its key over HTTP and opens every stored envelope.
import { readFile } from 'node:fs/promises'
import { forEachPage, signIn } from '../../src/cli/inbox-session.ts'
import { openKey } from '../../src/cli/member-key.ts'
import { done } from '../../src/cli/outcome.ts'
import { fromBase64 } from '../../src/crypto/encoding.ts'
import { readSecretKey, unlock } from '../../src/crypto/openpgp.ts'
import type { EnvelopeContents } from '../../src/protocol/envelope.ts'
import { openEnvelope } from '../../src/sealing/open-envelope.ts'
import { memberOf, type RunningDemonstration } from './demonstration.ts'

/** Every report stored for it, opened. Throws on an envelope that it cannot open: a test wants to know. */
export async function openedBy(
  demonstration: RunningDemonstration,
  association: string,
): Promise<EnvelopeContents[]> {
  const locked = await readSecretKey(await readFile(memberOf(demonstration, association).keyFile))
  const key = locked && (await unlock(locked, demonstration.passphrase))
  if (!key?.ok) throw new Error(`no key of ${association}`)
  const session = await signIn({ origin: demonstration.origin }, association, openKey(key.value))
  if (!session.ok) throw new Error(session.message)
  const opened: EnvelopeContents[] = []
  await forEachPage(session.value, async (envelopes) => {
    for (const { sealed } of envelopes) {
      const contents = await openEnvelope(fromBase64(sealed) ?? new Uint8Array(), key.value, association)
      if (!contents.ok) throw new Error(contents.reason)
      if (contents.value.kind === 'report') opened.push(contents.value)
    }
    return done(undefined)
  })
  return opened
}
