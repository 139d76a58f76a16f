// What an author and an association say to one another can be opened, and its signature checked, with GnuPG and sq alone.
import { afterEach, beforeEach, describe, expect } from 'vitest'
import { toBase64 } from '../../src/crypto/encoding.ts'
import { fingerprintOf } from '../../src/crypto/openpgp.ts'
import { dayOf } from '../../src/protocol/day.ts'
import { replyOf } from '../../src/sealing/reply.ts'
import { sealAnswer } from '../../src/sealing/seal-answer.ts'
import { sealFollowUp } from '../../src/sealing/seal-follow-up.ts'
import { makeAuthor } from '../support/authors.ts'
import { makeHolder, PASSPHRASE } from '../support/openpgp-keys.ts'
import { liveTest } from './live-test.ts'
import { openBench, type Bench } from './tools.ts'

const US = 'ecoute-sud'
const TODAY = dayOf(Date.now())
const us = await makeHolder(US)
const author = await makeAuthor()
const common = { version: 1, thread: 'a'.repeat(32), message: 'b'.repeat(32), association: US } as const
const OPENED_BY_HAND = ['--batch', '--pinentry-mode', 'loopback', '--passphrase', PASSPHRASE]

/** The text that was signed, byte for byte, and its signature: as anyone can take them out of the JSON by hand. */
function partsOf(plaintext: Buffer): { text: string; signature: string } {
  const json = plaintext.toString('utf8').trimEnd()
  const cut = json.lastIndexOf(',"signature":')
  const { signature } = JSON.parse(json) as { signature: string }
  return { text: `${json.slice(0, cut)}}`, signature }
}

let bench: Bench
beforeEach(() => {
  bench = openBench()
})
afterEach(() => bench.close())

async function followUp(): Promise<Uint8Array> {
  const recipient = {
    association: US,
    fingerprint: fingerprintOf(us.certificate),
    certificate: toBase64(us.certificate.write()),
  }
  const words = {
    kind: 'follow-up',
    ...common,
    writtenOn: TODAY,
    locale: 'fr',
    text: 'Ils ont réécrit.',
  } as const
  const sealed = await sealFollowUp(words, author.secretKey, recipient, 'c'.repeat(64))
  if (!sealed.ok) throw new Error(sealed.reason)
  const { envelopes } = JSON.parse(sealed.value.body) as { envelopes: { sealed: string }[] }
  return new Uint8Array(Buffer.from(envelopes[0]?.sealed ?? '', 'base64'))
}

describe('what an author writes after their report', () => {
  liveTest(
    ['gpg'],
    'opens with gpg, which knows whose signature is inside, and that of nobody else',
    async () => {
      bench.must('gpg', [...OPENED_BY_HAND, '--import', bench.file('us.asc', us.armored.secretKey)])
      bench.must('gpg', ['--batch', '--import', bench.file('author.pgp', author.certificate)])
      const sealed = bench.file('sealed.pgp', await followUp())
      const { text, signature } = partsOf(bench.must('gpg', [...OPENED_BY_HAND, '--decrypt', sealed]))
      expect(JSON.parse(text)).toMatchObject({ kind: 'follow-up', text: 'Ils ont réécrit.' })
      const signed = bench.file('words.sig', signature)
      expect(bench.run('gpg', ['--batch', '--verify', signed, bench.file('words', text)])).toMatchObject({
        status: 0,
      })
      const other = bench.file('other', text.replace('réécrit', 'menacé'))
      expect(bench.run('gpg', ['--batch', '--verify', signed, other]).stderr).toContain('BAD signature')
    },
  )
})

describe('what an association answers', () => {
  liveTest(
    ['gpg', 'sq'],
    'opens with gpg and the author’s key, and sq knows whose signature is inside',
    async () => {
      const answer = { kind: 'answer', ...common, writtenOn: TODAY, text: 'Nous vous lisons.' } as const
      const sealed = await sealAnswer(us.key, answer, replyOf(author), us.certificate)
      if (!sealed.ok) throw new Error(sealed.reason)
      bench.must('gpg', ['--batch', '--import', bench.file('author.key', author.secretKey)])
      const file = bench.file('answer.pgp', Buffer.from(sealed.value.forAuthor, 'base64'))
      const { text, signature } = partsOf(bench.must('gpg', ['--batch', '--decrypt', file]))
      expect(JSON.parse(text)).toMatchObject(answer)
      const ours = bench.file('us.asc', us.armored.certificate)
      const signed = bench.file('answer.sig', signature)
      const verify = (path: string) =>
        bench.run('sq', ['verify', '--signer-cert', ours, '--detached', signed, path])
      expect(verify(bench.file('answer', text))).toMatchObject({ status: 0 })
      expect(verify(bench.file('other', text.replace('lisons', 'attendons'))).status).not.toBe(0)
    },
  )
})
