// `node test/vectors/make-messages.ts`: a sealed file that gpg opened, and an answer that gpg signed. gpg 2.2.40 made what is kept.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toBase64, utf8, type Bytes } from '../../src/crypto/encoding.ts'
import { sealInParts } from '../../src/crypto/seal-parts.ts'
import { gpgUnattended, openBench } from '../interop/tools.ts'
import { ASSOCIATION, PASSPHRASE } from './terms.ts'

const keep = (name: string, contents: object): void =>
  writeFileSync(join(import.meta.dirname, name), `${JSON.stringify(contents, null, 2)}\n`)

const bench = openBench()
const gpg = (...args: string[]): Buffer => bench.must('gpg', [...gpgUnattended(PASSPHRASE), ...args])

const content: Bytes = utf8('Une pièce inventée.\n'.repeat(40))
const sealing = sealInParts(content.length, [content])
const part = await sealing.next()
const ended = await sealing.next()
if (part.done || !ended.done) throw new Error('a short file is one part')
const { sessionKey, sha256 } = ended.value
const sealed = bench.file('piece.pgp', part.value)
const opened = gpg('--override-session-key', `9:${sessionKey}`, '--decrypt', sealed)
if (!opened.equals(content)) throw new Error('gpg does not open it')
keep('attachment_balise.json', { sessionKey, sha256, bytes: content.length, message: toBase64(part.value) })

const unsigned = {
  kind: 'answer',
  version: 1,
  association: ASSOCIATION,
  thread: '68f315f5014fcf93e71bbcfc59de7b8e',
  message: '000102030405060708090a0b0c0d0e0f',
  writtenOn: '2026-09-02',
  text: 'Merci d’avoir écrit. Nous vous répondons ici.',
}
gpg('--import', join(import.meta.dirname, 'secret-key_gpg.asc'))
const at = ['--faked-system-time', '20260902T000000!']
const signed = bench.file('answer.json', JSON.stringify(unsigned))
const signature = gpg(...at, '--armor', '--output', '-', '--detach-sign', signed).toString()
keep('answer_gpg.json', { ...unsigned, signature })
bench.close()
