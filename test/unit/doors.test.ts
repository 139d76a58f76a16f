// Where a demonstration says it is: under a name on this machine, since a passkey is for names alone.
import { expect, test } from 'vitest'
import { demonstrationOrigin } from '../../src/cli/doors.ts'
import { isOrigin } from '../../src/server/settings.ts'

test.each(['127.0.0.1', '::1', 'localhost'])('a demonstration on %s has a name', (host) => {
  expect(demonstrationOrigin(host, 8787)).toBe('http://localhost:8787')
})

test('elsewhere it is where it listens, written as an address is', () => {
  expect(demonstrationOrigin('192.0.2.7', 8787)).toBe('http://192.0.2.7:8787')
  const sixth = demonstrationOrigin('2001:db8::7', 8787)
  expect(sixth).toBe('http://[2001:db8::7]:8787')
  expect(isOrigin(sixth)).toBe(true)
})
