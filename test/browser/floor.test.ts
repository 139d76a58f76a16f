// The supported browsers, feature by feature: what sealing needs is looked for before anyone may begin; what has a spare is not missed.
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '../support/accessible.ts'
import { demonstration, phone, phoneForEachTest, setStage } from '../support/stage.ts'
import { openedBy } from '../support/opened-envelopes.ts'
import { LISTENERS, send, step, WRITE, writeTo } from './report-visit.ts'

setStage()
phoneForEachTest()

/** Runs in the page before its own scripts, and at the head of each of its Workers. */
async function inEveryPlace(code: string): Promise<void> {
  await phone.context.addInitScript({ content: code })
  await phone.context.route('**/w/*.js', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `${code}\n${await response.text()}` })
  })
}

/** As on a browser that never had it: inherited names are hidden too. */
const without = (path: string): string => {
  const names = path.split('.')
  const place = ['globalThis', ...names.slice(0, -1)].join('?.')
  return `{ const place = ${place}; if (place) Object.defineProperty(place, '${names.at(-1)}', { value: undefined, configurable: true }) }`
}

/** An OpenPGP implementation asks for X25519 and is told that it is not supported. */
const WITHOUT_X25519 = `for (const name of ['generateKey', 'importKey', 'deriveBits', 'deriveKey']) {
  const known = SubtleCrypto.prototype[name]
  SubtleCrypto.prototype[name] = function (...given) {
    const asked = given.some((each) => each === 'X25519' || each?.name === 'X25519' || each?.crv === 'X25519')
    return asked ? Promise.reject(new DOMException('X25519', 'NotSupportedError')) : known.apply(this, given)
  }
}`

describe('a browser without', () => {
  test.each([
    'Worker',
    'crypto.getRandomValues',
    'crypto.subtle',
    'BigInt',
    'TextEncoder',
    'TransformStream',
    'FormData',
    'Intl.DisplayNames',
    'Element.prototype.replaceChildren',
    'Array.prototype.toSorted',
  ])('%s is told so kindly, is given numbers that answer, and sends nothing', async (feature) => {
    const { page, sent, complaints } = phone
    await inEveryPlace(without(feature))
    await page.goto(`${demonstration.origin}${WRITE}`)
    await page.locator('[data-too-old]').waitFor()
    expect(await page.locator('[data-too-old] a[href^="tel:"]:visible').count()).toBeGreaterThanOrEqual(3)
    expect(await page.locator('[data-step="safe"] a[href="tel:17"]').first().isVisible()).toBe(true)
    expect(await page.locator('[data-next]:visible, [data-skip]:visible').count()).toBe(0)
    expect(await page.locator('[data-without-script]').isVisible()).toBe(false)
    await page.waitForLoadState('networkidle')
    expect(sent.filter(({ method, url }) => method !== 'GET' || /\/(?:api|w)\//.test(url))).toEqual([])
    expect(complaints).toEqual([])
    await page.locator('header [data-quit]').click()
    await expect.poll(() => sent.map(({ url }) => url)).toContain(`${demonstration.origin}/fr/sortie`)
  })
})

test('a page that came without TLS has no crypto.subtle, and says so as kindly', async () => {
  const { context, page, complaints } = phone
  const plain = 'http://balise.example'
  await context.route(`${plain}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname
    const answer = await fetch(`${demonstration.origin}${path}`)
    await route.fulfill({
      status: answer.status,
      contentType: answer.headers.get('content-type') ?? '',
      body: Buffer.from(await answer.arrayBuffer()),
    })
  })
  await page.goto(`${plain}${WRITE}`)
  await page.locator('[data-too-old]').waitFor()
  expect(await page.evaluate<boolean>('isSecureContext')).toBe(false)
  expect(complaints).toEqual([])
})

test.each(['light', 'dark'] as const)('what it is told is accessible, in %s', async (colorScheme) => {
  const { page } = phone
  await page.emulateMedia({ colorScheme })
  await inEveryPlace(without('Array.prototype.toSorted'))
  await page.goto(`${demonstration.origin}${WRITE}`)
  await page.locator('[data-too-old]').waitFor()
  await expectAccessible(page)
})

test('a browser that knows everything needed is told nothing', async () => {
  const { page } = phone
  await page.goto(`${demonstration.origin}${WRITE}`)
  await page.locator('[data-next]:visible').waitFor()
  expect(await page.locator('[data-too-old]').isVisible()).toBe(false)
})

describe('what has a spare is not missed:', () => {
  test.each([
    ['X25519 in WebCrypto', WITHOUT_X25519],
    ['WebAssembly', without('WebAssembly')],
    ['X25519, WebAssembly and all', `${WITHOUT_X25519}\n${without('WebAssembly')}`],
  ])('a report leaves without %s, and can be opened', async (_, code) => {
    const { page, sent, complaints } = phone
    await inEveryPlace(code)
    const words = `sans ${code.length}`
    await writeTo(page, demonstration.origin, words, LISTENERS)
    await send(page)
    await step(page, 'receipt').waitFor()
    expect((await openedBy(demonstration, LISTENERS)).map(({ narrative }) => narrative)).toContain(words)
    const curves = sent.filter(({ url }) => url.endsWith('/w/curves.js')).length
    expect(curves > 0).toBe(code.includes('X25519'))
    expect(complaints).toEqual([])
  })
  test('a report leaves from a browser that knows no Trusted Types', async () => {
    const { context, page, complaints } = phone
    await context.route(`**${WRITE}`, async (route) => {
      const response = await route.fetch()
      const headers = response.headers()
      const policy = headers['content-security-policy'] ?? ''
      expect(policy).toContain('trusted-types')
      const rest = policy.split(';').filter((rule) => !rule.includes('trusted-types'))
      await route.fulfill({ response, headers: { ...headers, 'content-security-policy': rest.join(';') } })
    })
    await inEveryPlace(without('trustedTypes'))
    await writeTo(page, demonstration.origin, 'sans types', LISTENERS)
    await send(page)
    await step(page, 'receipt').waitFor()
    expect((await openedBy(demonstration, LISTENERS)).map(({ narrative }) => narrative)).toContain(
      'sans types',
    )
    expect(complaints).toEqual([])
  })
})
