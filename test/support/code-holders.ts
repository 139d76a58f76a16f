// Someone who holds a return code: what they sent before, what came for them, what an association does with it. Codes, keys, envelopes
// and answers are real.
import type { CaseState } from '../../src/protocol/case-state.ts'
import { readFile } from 'node:fs/promises'
import { acknowledge, forEachPage, signIn } from '../../src/cli/inbox-session.ts'
import { openKey } from '../../src/cli/member-key.ts'
import { done } from '../../src/cli/outcome.ts'
import { argon2InWasm, CODE_COST } from '../../src/crypto/argon2.ts'
import { drawCode, secretOf } from '../../src/crypto/code-spelling.ts'
import { signEd25519 } from '../../src/crypto/curve-keys.ts'
import { fromBase64, toBase64, toHex, utf8, type Bytes } from '../../src/crypto/encoding.ts'
import { threadOf } from '../../src/crypto/links.ts'
import { readArmoredCertificate, readSecretKey, unlock } from '../../src/crypto/openpgp.ts'
import { solveProof } from '../../src/crypto/proof-of-work.ts'
import { randomHex } from '../../src/crypto/random.ts'
import type { Code } from '../../src/crypto/return-code.ts'
import { deriveReturnKeys, type ReturnKeys } from '../../src/crypto/return-keys.ts'
import { sha256 } from '../../src/crypto/sha256.ts'
import type { InboxEnvelope } from '../../src/protocol/inbox.ts'
import { mailboxStatement, writeDetail, type Keeping } from '../../src/protocol/mailbox.ts'
import type { Asking, InboxContents } from '../../src/protocol/thread.ts'
import { openEnvelope } from '../../src/sealing/open-envelope.ts'
import { replyOf } from '../../src/sealing/reply.ts'
import { sealAnswer } from '../../src/sealing/seal-answer.ts'
import { sealDraft, type UnprovenDraft } from '../../src/sealing/seal-own.ts'
import { sealReport } from '../../src/sealing/seal-report.ts'
import { consentsTo } from './consents.ts'
import { memberOf, type RunningDemonstration } from './demonstration.ts'
import { post, provenChallenge, recipientsOf } from './post-report.ts'
import { reportOf } from '../browser/inbox-seeds.ts'

export interface Holder {
  code: Code
  keys: ReturnKeys
}

/** A code as a phone makes and derives one. */
export async function makeHolder(): Promise<Holder> {
  const code = drawCode()
  return { code, keys: await deriveReturnKeys(secretOf(code) as Bytes, argon2InWasm(CODE_COST)) }
}

interface Answering {
  asking?: Asking
  /** Whose key signs, when it is not the one that is named. */
  signedBy?: string
}

export const DRAFT: UnprovenDraft = {
  kind: 'draft',
  version: 1,
  writtenOn: '2026-10-04',
  locale: 'fr',
  step: 'words',
  fields: [['narrative', 'Ce que je n’ai pas fini de dire.']],
  identifiers: [],
}

/** What they do at the server that `house` gives, once it runs. */
export function holdersAt(house: () => RunningDemonstration) {
  /** The report that the holder of this code sent to these associations. */
  async function sendReport({ keys }: Holder, ...associations: readonly string[]): Promise<void> {
    const { origin, directoryFile } = house()
    const { proof, today } = await provenChallenge(origin)
    const recipients = await recipientsOf(directoryFile)
    const chosen = recipients.filter(({ association }) => associations.includes(association))
    const code = { reply: replyOf(keys), links: keys.links }
    const sealed = await sealReport(
      reportOf('Le récit.'),
      consentsTo(...chosen),
      recipients,
      today,
      undefined,
      code,
    )
    if (!sealed.ok) throw new Error(sealed.reason)
    const answer = await post(origin, sealed.value.body, proof)
    if (answer.status !== 202) throw new Error(await answer.text())
  }

  async function keyOf(association: string) {
    const member = memberOf(house(), association)
    const locked = await readSecretKey(await readFile(member.keyFile))
    const key = locked && (await unlock(locked, house().passphrase))
    const certificate = await readArmoredCertificate(member.certificate)
    if (!key?.ok || !certificate) throw new Error(`no key of ${association}`)
    return { key: key.value, certificate }
  }

  /** Leaves sealed bytes in the mailbox of this code. */
  async function leaveInMailbox({ keys }: Holder, sealed: string, keep: Keeping = 'message'): Promise<void> {
    const { origin } = house()
    const asked = (await (await fetch(`${origin}/api/mailbox-challenge`)).json()) as { challenge: string }
    const { mailbox, auth, write } = replyOf(keys)
    const detail = writeDetail({ keep }, toHex(sha256(utf8(sealed))))
    const statement = mailboxStatement('write', mailbox, asked.challenge, detail)
    const signature =
      keep === 'message' ? null : toBase64(await signEd25519(keys.auth.secret, utf8(statement)))
    const answer = await fetch(`${origin}/api/mailbox-messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Proof: solveProof(asked.challenge, sha256) },
      body: JSON.stringify({ version: 1, mailbox, auth, write, keep, sealed, signature }),
    })
    if (answer.status !== 202) throw new Error(await answer.text())
  }

  /** An association answers; its message key comes back. */
  async function answer(
    holder: Holder,
    association: string,
    text: string,
    { asking, signedBy = association }: Answering = {},
  ): Promise<string> {
    const { key, certificate } = await keyOf(signedBy)
    const { today } = await provenChallenge(house().origin)
    const message = randomHex(16)
    const unsigned = {
      kind: 'answer' as const,
      version: 1 as const,
      association,
      thread: await threadOf(holder.keys.links, association),
      message,
      writtenOn: today,
      text,
      ...(asking ? { asking } : {}),
    }
    const sealed = await sealAnswer(key, unsigned, replyOf(holder.keys), certificate)
    if (!sealed.ok) throw new Error(sealed.reason)
    await leaveInMailbox(holder, sealed.value.forAuthor)
    return message
  }

  /** A story put aside, for as long as `keep` says. */
  async function putAside(holder: Holder, keep: Keeping, draft = DRAFT): Promise<void> {
    const sealed = await sealDraft(draft, holder.keys.certificate, holder.keys.links)
    if (!sealed.ok) throw new Error(sealed.reason)
    await leaveInMailbox(holder, sealed.value, keep)
  }

  /** What an association finds of the threads of these codes, oldest number unknown: every envelope opened. */
  async function inboxOf(association: string): Promise<(InboxEnvelope & { contents: InboxContents })[]> {
    const { key } = await keyOf(association)
    const session = await signIn({ origin: house().origin }, association, openKey(key))
    if (!session.ok) throw new Error(session.message)
    const found: (InboxEnvelope & { contents: InboxContents })[] = []
    await forEachPage(session.value, async (envelopes) => {
      for (const envelope of envelopes) {
        const opened = await openEnvelope(fromBase64(envelope.sealed) ?? new Uint8Array(), key, association)
        if (opened.ok) found.push({ ...envelope, contents: opened.value })
      }
      return done(undefined)
    })
    return found
  }

  /** Those of one code's thread. */
  async function threadAt(association: string, { keys }: Holder): Promise<InboxContents[]> {
    const thread = await threadOf(keys.links, association)
    return (await inboxOf(association))
      .map(({ contents }) => contents)
      .filter((each) => each.thread === thread)
  }

  /** The association opens what it has of this code, and says where its case stands. */
  async function opens(association: string, { keys }: Holder, standing?: CaseState): Promise<void> {
    const thread = await threadOf(keys.links, association)
    const ids = (await inboxOf(association))
      .filter(({ contents }) => contents.thread === thread)
      .map(({ id }) => id)
    const { key } = await keyOf(association)
    const session = await signIn({ origin: house().origin }, association, openKey(key))
    if (!session.ok) throw new Error(session.message)
    if (!standing) return void (await acknowledge(session.value, ids))
    const answered = await fetch(`${house().origin}/api/acknowledgements`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Cookie: session.value.cookie,
        Origin: house().origin,
      },
      body: JSON.stringify({ envelopes: ids, standing }),
    })
    if (answered.status !== 204) throw new Error(await answered.text())
  }

  return { sendReport, leaveInMailbox, answer, putAside, inboxOf, threadAt, opens }
}
