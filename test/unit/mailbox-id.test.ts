// The name of a mailbox follows from its keys, and from nothing else.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { mailboxOf } from '../../src/crypto/mailbox-id.ts'
import { MailboxId } from '../../src/protocol/shapes.ts'

const key = fc.uint8Array({ minLength: 32, maxLength: 32 })

it('is in the base32 of RFC 4648', () => {
  const [auth, writeHash] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]
  // { head -c 32 /dev/zero | tr '\0' '\1'; head -c 32 /dev/zero | tr '\0' '\2'; } | sha256sum, first 16 bytes, Python base64.b32encode
  expect(mailboxOf(auth, writeHash)).toBe('7amk7u32nxb3zex3irzraejhoa')
})

it('has the shape that the wire asks for, and is another for another key', () => {
  fc.assert(
    fc.property(key, key, key, (auth, writeHash, other) => {
      const mailbox = mailboxOf(auth, writeHash)
      expect(v.is(MailboxId, mailbox)).toBe(true)
      fc.pre(!Buffer.from(other).equals(Buffer.from(auth)))
      expect(mailboxOf(other, writeHash)).not.toBe(mailbox)
    }),
  )
})

it('keeps the first 128 bits of the hash, and no more', () => {
  const hash = createHash('sha256')
    .update(Buffer.concat([Buffer.alloc(32, 7), Buffer.alloc(32, 9)]))
    .digest()
  const letters = 'abcdefghijklmnopqrstuvwxyz234567'
  const mailbox = mailboxOf(new Uint8Array(32).fill(7), new Uint8Array(32).fill(9))
  const number = [...mailbox].reduce((sum, letter) => sum * 32n + BigInt(letters.indexOf(letter)), 0n)
  expect((number >> 2n).toString(16).padStart(32, '0')).toBe(hash.subarray(0, 16).toString('hex'))
})
