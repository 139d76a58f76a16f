// A server cannot keep an association's tool busy for ever by inventing pages.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { forEachPage } from '../../src/cli/inbox-session.ts'
import { done } from '../../src/cli/outcome.ts'
import type { InboxEnvelope } from '../../src/protocol/inbox.ts'

const SESSION = { server: { origin: 'https://balise.example' }, cookie: '__Host-balise=0' }

const envelope = (id: number): InboxEnvelope => ({
  id: String(id),
  receivedOn: '2026-11-03',
  acknowledgedOn: null,
  touchedOn: null,
  standing: 'received',
  keyFingerprint: 'A'.repeat(40),
  sealed: 'AA==',
})

afterEach(() => {
  vi.unstubAllGlobals()
})

/** Follows a server whose nth page is this one. Tells which envelopes were handled, of how many pages. */
async function follow(page: (number: number) => { envelopes: InboxEnvelope[]; next: string | null }) {
  let pages = 0
  vi.stubGlobal('fetch', async () => Response.json(page(++pages)))
  const handled: string[] = []
  const outcome = await forEachPage(SESSION, async (envelopes) => {
    handled.push(...envelopes.map(({ id }) => id))
    return done(undefined)
  })
  return { outcome, pages, handled }
}

describe('the pages of an inbox', () => {
  it('are all read, to the last', async () => {
    const { outcome, handled } = await follow((number) => ({
      envelopes: [envelope(number)],
      next: number < 40 ? `2026-11-03.${number}` : null,
    }))
    expect(outcome).toEqual({ ok: true, value: undefined })
    expect(handled).toEqual(Array.from({ length: 40 }, (_, index) => String(index + 1)))
  })

  it('are left when one gives an envelope that came before, whatever its cursor', async () => {
    const { outcome, pages, handled } = await follow((number) => ({
      envelopes: [envelope(number === 3 ? 1 : number)],
      next: `2026-11-03.${number}`,
    }))
    expect(outcome).toMatchObject({ ok: false, exit: 1, message: expect.stringContaining('does not end') })
    expect({ pages, handled }).toEqual({ pages: 3, handled: ['1', '2'] })
  })

  it('are left when they say they go on where they already went', async () => {
    const { outcome, pages } = await follow(() => ({ envelopes: [], next: '2026-11-03.1' }))
    expect(outcome).toMatchObject({ ok: false, exit: 1 })
    expect(pages).toBe(2)
  })

  it('are left after ten thousand, were each of them new', async () => {
    const { outcome, pages } = await follow((number) => ({ envelopes: [], next: `2026-11-03.${number}` }))
    expect(outcome).toMatchObject({ ok: false, exit: 1, message: expect.stringContaining('does not end') })
    expect(pages).toBe(10_000)
  })
})
