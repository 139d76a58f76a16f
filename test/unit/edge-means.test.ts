// What the observatory's worker is given at the edge: a slip of its operator's is named, and nothing is counted under it.
import { beforeAll, expect, test } from 'vitest'
import { edgeMeans, type ObservatoryBindings } from '../../src/observatory/edge-means.ts'
import { makeFederation, type Federation } from '../support/federation.ts'

let federation: Federation
let bindings: ObservatoryBindings
beforeAll(async () => {
  federation = await makeFederation({ associations: [] })
  const { secretKey, passphrase, fingerprint } = federation.observatory
  bindings = {
    STATISTICS_URL: 'https://statistiques.example',
    STATISTICS_TOKEN: 'jeton',
    OBSERVATORY_KEY: secretKey,
    OBSERVATORY_PASSPHRASE: passphrase,
    OBSERVATORY_FINGERPRINT: fingerprint,
    DEMONSTRATION: 'no',
    STARTED_ON: '2026-10-03',
  }
})

test.each([
  ['no', false],
  ['yes', true],
])('invented cards are said to be so when DEMONSTRATION is “%s”: %s', async (DEMONSTRATION, synthetic) => {
  const means = await edgeMeans({ ...bindings, DEMONSTRATION })
  expect(means).toMatchObject({ ok: true, value: { synthetic, startedOn: '2026-10-03' } })
})

test('the day a site opened may be left out', async () => {
  expect(await edgeMeans({ ...bindings, STARTED_ON: '' })).toMatchObject({
    ok: true,
    value: { startedOn: undefined },
  })
})

test.each<[ObservatoryBindings, string]>([
  [{ DEMONSTRATION: '' }, 'settings-invalid'],
  [{ DEMONSTRATION: 'true' }, 'settings-invalid'],
  [{ STATISTICS_URL: '' }, 'settings-invalid'],
  [{ STATISTICS_URL: 'statistiques' }, 'settings-invalid'],
  [{ STARTED_ON: '3 octobre' }, 'settings-invalid'],
  [{ OBSERVATORY_KEY: '' }, 'key-unreadable'],
  [{ OBSERVATORY_FINGERPRINT: '' }, 'key-not-of-the-directory'],
  [{ OBSERVATORY_FINGERPRINT: 'A'.repeat(40) }, 'key-not-of-the-directory'],
  [{ OBSERVATORY_PASSPHRASE: '' }, 'wrong-passphrase'],
])('a slip is named: %o', async (slip, reason) => {
  expect(await edgeMeans({ ...bindings, ...slip })).toEqual({ ok: false, reason })
})
