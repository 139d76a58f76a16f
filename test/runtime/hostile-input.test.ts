// Hostile input at every endpoint, some hundreds of cases of what `npm run fuzz` sends in thousands: nothing fails, comes back or hangs.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyMethod, headBesideGet, routesTried } from '../reliability/fuzz/exhaustive.ts'
import { plainPlan, sequencesFor, STRANDS, strandsFor, WORDS_BEGIN } from '../reliability/fuzz/plan.ts'
import { everyShape } from '../reliability/fuzz/raw-shapes.ts'
import { runStrand, Tally, tryOne } from '../reliability/fuzz/run-strand.ts'
import { stageNode, type Stage } from '../reliability/fuzz/stage.ts'
import { faultOf } from '../reliability/fuzz/verdict.ts'
import { TEAM } from '../reliability/fuzz/visit.ts'
import { speak } from '../reliability/fuzz/wire.ts'
import { routesOfTheApp } from '../support/servers/every-route.ts'

const RUNS = 24
const seed = Date.now() % 2 ** 31

let stage: Stage
beforeAll(async () => {
  stage = await stageNode()
  process.stdout.write(`hostile input: seed ${seed}\n`)
})
afterAll(() => stage.stop())

describe('hostile input', () => {
  it('is tried at every endpoint that the app has, and at every page of the site', async () => {
    expect(routesTried()).toEqual(routesOfTheApp().toSorted())
    expect(routesTried().length).toBeGreaterThan(40)
    expect(stage.pages).toContain('/fr/ecrire')
  })

  it.each(STRANDS)(
    'is refused with its code, echoed nowhere and never ends the server: %s',
    async (strand) => {
      const tally = new Tally()
      expect(await runStrand(stage, strandsFor(stage.visit)[strand], { runs: RUNS, seed, tally })).toBeNull()
      expect(tally.inputs).toBeGreaterThanOrEqual(RUNS)
    },
  )

  it('does no more when it comes in any order from people with proofs, permits and seats in a team', async () => {
    const tally = new Tally()
    expect(await runStrand(stage, sequencesFor(stage.visit), { runs: 8, seed, tally })).toBeNull()
    expect(tally.taken).toBeGreaterThan(0)
  })

  it('is no method that an address does not have, and HEAD says what GET does', async () => {
    const tally = new Tally()
    expect(await everyMethod(stage, tally, ['DELETE', 'PATCH', 'TRACE'])).toEqual([])
    expect(await headBesideGet(stage, tally)).toEqual([])
    expect(tally.inputs).toBeGreaterThan(100)
  })

  it('leaves nothing in the log, and not one word in a store', async () => {
    expect(stage.logs().replaceAll('notices-off\n', '')).toBe('')
    expect(await stage.leaks()).toEqual([])
    // What may be there is found, so that the search is known to bite.
    expect((await stage.leaks(TEAM)).some((file) => file.includes('envelopes.db'))).toBe(true)
    expect(await stage.isAlive()).toBe(true)
  })
})

describe('what looks for it', () => {
  const word = `${WORDS_BEGIN}abcdef`
  const circumstances = { word, isHead: false, isRaw: false, isEdge: false }

  it('finds a word in an answer in each form that it may take', async () => {
    const { bytes } = { bytes: Buffer.from('GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n') }
    const [lost] = (await speak(stage.visit.server.origin, { bytes: [bytes] })).answers
    if (!lost) throw new Error('a page that is not there is answered')
    expect(faultOf(lost, circumstances)).toBeNull()
    const forms = [
      word,
      word.toUpperCase(),
      encodeURIComponent(word).replace('z', '%7A'),
      Buffer.from(`a${word}`).toString('base64'),
      Buffer.from(word).toString('hex'),
    ]
    for (const form of forms) {
      expect(faultOf({ ...lost, body: Buffer.from(`<p>${form}</p>`) }, circumstances)).toBe('an echo')
      expect(faultOf({ ...lost, headers: [...lost.headers, ['etag', form]] }, circumstances)).toBe('an echo')
    }
  })

  it('minds a failure, a header that is missing, a code that nobody declared and one under another status', async () => {
    const origin = stage.visit.server.origin
    const bytes = Buffer.from('GET /api/nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    const [lost] = (await speak(origin, { bytes: [bytes] })).answers
    if (!lost) throw new Error('an address that is not there is answered')
    expect(faultOf(lost, circumstances)).toBeNull()
    const minded = [
      { ...lost, status: 500 },
      { ...lost, status: 403 },
      { ...lost, headers: lost.headers.filter(([name]) => name !== 'x-frame-options') },
      { ...lost, headers: [...lost.headers, ['x-powered-by', 'anything'] as const] },
      { ...lost, body: Buffer.from('{"error":"because"}') },
      { ...lost, body: Buffer.from('{"error":"not-found","path":"/"}') },
    ]
    for (const answer of minded) expect(faultOf(answer, circumstances)).not.toBeNull()
  })

  it('minds an honest request that is refused, and a wrong one that is taken', async () => {
    const { visit } = stage
    const tally = new Tally()
    const honest = plainPlan(1)
    expect(await tryOne(stage, honest, tally)).toBeNull()
    const strange = { ...stage, visit: { ...visit, fingerprint: 'A'.repeat(40) } }
    expect(await tryOne(strange, honest, tally)).toContain('what is honest was answered 409 key-changed')
  })
})

describe('what is hardly HTTP', () => {
  it('is one request at most for whoever is in front and for us, and everyone else is served meanwhile', async () => {
    const tally = new Tally()
    expect(await everyShape(stage, tally)).toEqual([])
    expect(tally.inputs).toBeGreaterThan(40)
  })
})
