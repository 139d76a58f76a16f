// What the observatory's worker is given at the edge: a slip of its operator's is named, and nothing is counted under it.
import { beforeAll, expect, test } from 'vitest'
import { edgeMeans, type ObservatoryBindings } from '../../src/observatory/edge-means.ts'
import { fingerprintOf, makeKey, readArmoredCertificate } from '../../src/crypto/openpgp.ts'
import { makeFederation, type Federation } from '../support/federation.ts'

let federation: Federation
let bindings: ObservatoryBindings
const federationKey = () => federation.observatory.fingerprint
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

test('keys that it had before are opened too, each with whichever passphrase is its own', async () => {
  const former = await makeKey('Observatoire', 'une autre phrase', Date.now())
  const older = await makeKey('Observatoire', bindings.OBSERVATORY_PASSPHRASE ?? '', Date.now())
  const keysWith = async (OBSERVATORY_FORMER_KEYS: string, OBSERVATORY_PASSPHRASE: string) => {
    const means = await edgeMeans({ ...bindings, OBSERVATORY_FORMER_KEYS, OBSERVATORY_PASSPHRASE })
    return means.ok ? means.value.keys.map(fingerprintOf) : means.reason
  }
  const blocks = `${former.secretKey}\n${older.secretKey}\n`
  const expected = [federationKey()]
  for (const { certificate } of [former, older]) {
    const read = await readArmoredCertificate(certificate)
    if (read) expected.push(fingerprintOf(read))
  }
  const own = bindings.OBSERVATORY_PASSPHRASE ?? ''
  expect(await keysWith(blocks, `${own}\nune autre phrase\n`)).toEqual(expected)
  expect(await keysWith('', own)).toEqual(expected.slice(0, 1))
  expect(await keysWith(blocks, own)).toBe('wrong-passphrase')
  expect(await keysWith('rien', own)).toBe('key-unreadable')
})

test('the window up to which any number may go at once is one', async () => {
  const means = await edgeMeans({ ...bindings, CATCH_UP: '2026-Q3' })
  expect(means).toMatchObject({ ok: true, value: { catchUp: '2026-Q3' } })
  expect(await edgeMeans(bindings)).toMatchObject({ ok: true, value: { catchUp: undefined } })
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
  [{ CATCH_UP: 'yes' }, 'settings-invalid'],
  [{ OBSERVATORY_KEY: '' }, 'key-unreadable'],
  [{ OBSERVATORY_FINGERPRINT: '' }, 'key-not-of-the-directory'],
  [{ OBSERVATORY_FINGERPRINT: 'A'.repeat(40) }, 'key-not-of-the-directory'],
  [{ OBSERVATORY_PASSPHRASE: '' }, 'wrong-passphrase'],
])('a slip is named: %o', async (slip, reason) => {
  expect(await edgeMeans({ ...bindings, ...slip })).toEqual({ ok: false, reason })
})
