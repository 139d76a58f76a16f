// The whole way of one report: written on a phone, stored, then opened three ways by the associations it was meant for.
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { openInbox, readRow, rowsOf, visitInbox } from '../browser/inbox-visit.ts'
import {
  LAWYERS,
  LISTENERS,
  send,
  setClockOff,
  TWO_THOUSAND_WORDS,
  TWO_YEARS_MS,
  writeTo,
} from '../browser/report-visit.ts'
import { launchBrowser, openPhone, type Phone } from '../support/browser.ts'
import { memberOf, startDemonstration, type RunningDemonstration } from '../support/demonstration.ts'
import { liveTest } from './live-test.ts'
import { gpgUnattended, openBench, type Bench } from './tools.ts'

let browser: Browser
let demonstration: RunningDemonstration
let bench: Bench
const visits: Phone[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  demonstration = await startDemonstration({ proofBits: 4 })
})
afterAll(async () => {
  await browser?.close()
  await demonstration?.stop()
})
beforeEach(() => {
  bench = openBench()
})
afterEach(async () => {
  bench.close()
  await Promise.all(visits.splice(0).map((visit) => visit.close()))
})

/** The bytes of one association's envelopes, as they lie in the store. */
async function storedFor(association: string): Promise<Buffer[]> {
  const store = createClient({ url: `file:${join(demonstration.dataDir, 'envelopes.db')}` })
  const sql = 'SELECT sealed FROM envelopes WHERE association = ?'
  const { rows } = await store.execute({ sql, args: [association] })
  store.close()
  return rows.map((row) => Buffer.from(row['sealed'] as ArrayBuffer))
}

liveTest(
  ['gpg'],
  'what a phone sent opens in the workspace, and gpg opens the same stored bytes',
  async () => {
    const phone = await openPhone(browser, demonstration.origin)
    visits.push(phone)
    await setClockOff(phone, -TWO_YEARS_MS)
    await writeTo(phone.page, demonstration.origin, TWO_THOUSAND_WORDS, LISTENERS, LAWYERS)
    await send(phone.page)
    await phone.page.locator('[data-step="receipt"]').waitFor()

    for (const { association, secretKey, passphrase } of demonstration.associations) {
      const desk = await visitInbox(browser, demonstration.origin)
      visits.push(desk)
      await openInbox(desk.page, { secretKey, passphrase })
      const addressed = association === LISTENERS || association === LAWYERS
      expect(await rowsOf(desk.page).count(), association).toBe(addressed ? 1 : 0)

      const stored = await storedFor(association)
      expect(stored.length).toBe(addressed ? 1 : 0)
      bench.must('gpg', [...gpgUnattended(passphrase), '--import'], secretKey)
      for (const sealed of stored) {
        const [opening, ...lines] = TWO_THOUSAND_WORDS.split('\n')
        const letter = await readRow(desk.page, 0)
        for (const words of [opening?.slice(-12), ...lines]) expect(letter).toContain(words)
        const file = bench.file(`${association}.pgp`, sealed)
        const printed = bench.must('gpg', [...gpgUnattended(passphrase), '--decrypt', file])
        const contents = JSON.parse(printed.toString()) as Record<string, unknown>
        expect(contents).toMatchObject({ narrative: TWO_THOUSAND_WORDS, consent: { association } })
      }
    }

    const [listeners] = await storedFor(LISTENERS)
    const lawyers = memberOf(demonstration, LAWYERS)
    const other = openBench()
    other.must('gpg', [...gpgUnattended(lawyers.passphrase), '--import'], lawyers.secretKey)
    const foreign = other.file('foreign.pgp', listeners ?? Buffer.alloc(0))
    expect(other.run('gpg', [...gpgUnattended(lawyers.passphrase), '--decrypt', foreign]).status).not.toBe(0)
    other.close()
  },
)
