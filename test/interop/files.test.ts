// A sealed file in the hands of an association that has its own tools alone: with the session key of the envelope they print the file,
// and nothing but the file.
import { afterEach, beforeEach, describe, expect } from 'vitest'
import { concat, type Bytes } from '../../src/crypto/encoding.ts'
import { randomBytes } from '../../src/crypto/random.ts'
import { FRAME_BYTES, sealedLength } from '../../src/crypto/seal-parts.ts'
import { PART_BYTES } from '../../src/protocol/limits.ts'
import { sealFile } from '../support/seal-file.ts'
import { liveTest } from './live-test.ts'
import { openBench, type Bench, type Ran } from './tools.ts'

let bench: Bench
beforeEach(() => {
  bench = openBench()
})
afterEach(() => bench.close())

const OPENERS: Record<'gpg' | 'sq' | 'sqop', (sessionKey: string, sealed: Bytes) => Ran> = {
  // AES-256 is number 9 (RFC 9580 §9.3).
  gpg: (sessionKey, sealed) =>
    bench.run('gpg', [
      '--batch',
      '--no-tty',
      '--override-session-key',
      `9:${sessionKey}`,
      '--decrypt',
      bench.file('sealed.pgp', sealed),
    ]),
  sq: (sessionKey, sealed) =>
    bench.run('sq', ['decrypt', '--session-key', sessionKey, bench.file('sealed.pgp', sealed)]),
  sqop: (sessionKey, sealed) =>
    bench.run('sqop', ['decrypt', '--with-session-key', bench.file('key', `9:${sessionKey}`)], sealed),
}

const anyFile = (bytes: number): Bytes =>
  concat(...Array.from({ length: Math.ceil(bytes / 65_536) }, () => randomBytes(65_536))).slice(0, bytes)

describe.each(Object.entries(OPENERS))('%s', (name, open) => {
  const tool = name as keyof typeof OPENERS

  liveTest(
    [tool],
    'prints a sealed file byte for byte, without a word of complaint, whatever its length',
    async () => {
      const withoutPadding = sealedLength(PART_BYTES) - FRAME_BYTES
      for (const bytes of [1, 1000, 1001, PART_BYTES, withoutPadding, withoutPadding + 1, 3_000_000]) {
        const file = anyFile(bytes)
        const { attachment, parts } = await sealFile(file)
        const { status, stdout, stderr } = open(attachment.sessionKey, concat(...parts))
        expect(stdout.equals(file)).toBe(true)
        expect({ status, warned: /warn|error|unknown|damaged|modified/i.test(stderr) }).toEqual({
          status: 0,
          warned: false,
        })
      }
    },
  )

  liveTest([tool], 'refuses a file of which one bit was changed, or of which a part is missing', async () => {
    const { attachment, parts } = await sealFile(anyFile(600_000))
    const whole = concat(...parts)
    const flipped = whole.slice()
    flipped[400_000] = (flipped[400_000] ?? 0) ^ 1
    for (const wrong of [flipped, whole.slice(0, -PART_BYTES)])
      expect(open(attachment.sessionKey, wrong).status).not.toBe(0)
  })
})
