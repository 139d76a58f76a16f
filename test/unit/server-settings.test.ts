// Settings read alike on Node and at the edge: a slip of the operator's is named, never taken for a choice.
import { expect, test } from 'vitest'
import { USUAL_PUZZLE_BITS } from '../../src/protocol/limits.ts'
import { edgeMailer } from '../../src/server/edge/edge-mailer.ts'
import { readMailSettings } from '../../src/server/node/mail-settings.ts'
import { readSettings } from '../../src/server/node/settings.ts'
import { isOrigin, readProofBits } from '../../src/server/settings.ts'

test('an unset difficulty is the usual one, and an empty one is not “none”', () => {
  expect(readProofBits(undefined)).toBe(USUAL_PUZZLE_BITS)
  expect(readProofBits('')).toBeNull()
})

test.each(['-1', '17', '13.5', '1e1', 'thirteen', ' 13'])(
  'a difficulty of “%s” cannot be understood',
  (text) => {
    expect(readProofBits(text)).toBeNull()
  },
)

test.each(['0', '13', '16'])('a difficulty of %s is taken as it is', (text) => {
  expect(readProofBits(text)).toBe(Number(text))
})

test('an origin is a scheme, a host and a port, and nothing after', () => {
  expect(isOrigin('https://balise.example')).toBe(true)
  expect(isOrigin('http://127.0.0.1:8787')).toBe(true)
  for (const text of ['', 'balise.example', 'https://balise.example/', 'https://balise.example/fr']) {
    expect(isOrigin(text), text).toBe(false)
  }
})

test('the statistics lie with everything else, unless another folder is named', () => {
  const read = (env: Record<string, string>) => {
    const settings = readSettings(env)
    return settings.ok ? [settings.value.dataDir, settings.value.statisticsDir] : []
  }
  expect(read({ DATA_DIR: '/srv/data' })).toEqual(['/srv/data', '/srv/data'])
  expect(read({ DATA_DIR: '/srv/data', STATISTICS_DIR: '/srv/statistics' })).toEqual([
    '/srv/data',
    '/srv/statistics',
  ])
})

const RELAY = { MAIL_RELAY: 'smtp://relais.example', MAIL_FROM: 'avis@balise.example' }

test('a server without a relay sends no mail', () => {
  expect(readMailSettings({})).toEqual({ ok: true, value: null })
})

test.each([
  ['smtp://relais.example', 'relais.example', 587, 'required'],
  ['smtp://relais.example:2525', 'relais.example', 2525, 'required'],
  ['smtps://relais.example', 'relais.example', 465, 'from-start'],
  ['smtp://127.0.0.1:25', '127.0.0.1', 25, 'none'],
  ['smtp://[::1]:25', '::1', 25, 'none'],
  ['smtp://127.0.0.1.relais.example', '127.0.0.1.relais.example', 587, 'required'],
])('a relay at %s is reached with TLS, unless it is this machine', (MAIL_RELAY, host, port, tls) => {
  const read = readMailSettings({ ...RELAY, MAIL_RELAY })
  expect(read).toMatchObject({ ok: true, value: { relay: { host, port, tls, login: null }, fromHour: 6 } })
})

test.each([
  [{ MAIL_RELAY: 'relais.example' }, 'MAIL_RELAY'],
  [{ MAIL_RELAY: 'https://relais.example' }, 'MAIL_RELAY'],
  [{ MAIL_RELAY: 'smtp://balise:secret@relais.example' }, 'MAIL_RELAY'],
  [{ MAIL_FROM: 'Balise <avis@balise.example>' }, 'MAIL_FROM'],
  [{ MAIL_FROM: undefined }, 'MAIL_FROM'],
  [{ MAIL_LOGIN: 'balise' }, 'MAIL_PASSWORD'],
  [{ MAIL_PASSWORD: 'secret' }, 'MAIL_LOGIN'],
  [{ MAIL_HOUR: '24' }, 'MAIL_HOUR'],
])('a slip in the settings of mail is named: %o', (slip, reason) => {
  expect(readMailSettings({ ...RELAY, ...slip })).toEqual({ ok: false, reason })
})

test('at the edge an endpoint is https, or on this machine, and comes with a token and a sender', () => {
  const bindings = {
    MAIL_ENDPOINT: 'https://courrier.example/mails',
    MAIL_TOKEN: 'x',
    MAIL_FROM: RELAY.MAIL_FROM,
  }
  expect(edgeMailer({})).toEqual({ ok: true, value: null })
  expect(edgeMailer(bindings)).toMatchObject({ ok: true, value: { fromHour: 6 } })
  expect(edgeMailer({ ...bindings, MAIL_ENDPOINT: 'http://127.0.0.1:1/' }).ok).toBe(true)
  for (const slip of [
    { MAIL_ENDPOINT: 'http://courrier.example/mails' },
    { MAIL_ENDPOINT: 'courrier.example' },
    { MAIL_TOKEN: '' },
    { MAIL_FROM: '' },
    { MAIL_HOUR: 'six' },
  ]) {
    expect(edgeMailer({ ...bindings, ...slip }), JSON.stringify(slip)).toEqual({
      ok: false,
      reason: 'mail-settings-invalid',
    })
  }
})
