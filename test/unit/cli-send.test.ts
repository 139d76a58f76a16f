// `balise send` against servers of every kind: it says "received" for one digest only, and nothing of the report leaves it in clear.
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { issueChallenge } from '../../src/crypto/challenge.ts'
import { checkSolutions, splitProof } from '../../src/crypto/proof-of-work.ts'
import { fromBase64 } from '../../src/crypto/encoding.ts'
import { rootsText } from '../../src/directory/known-roots.ts'
import { sha256 } from '../../src/crypto/sha256.ts'
import { openEnvelope } from '../../src/sealing/open-envelope.ts'
import type { Submission } from '../../src/protocol/submission.ts'
import { makeFederation, unlockedKeyOf, type Federation } from '../support/federation.ts'
import type { Ended } from '../support/run-balise.ts'
import { runHere } from '../support/run-here.ts'
import { startStandIn, type Answer, type Received, type StandIn } from '../support/stand-in-server.ts'

const NARRATIVE = 'Une phrase que personne d’autre ne doit lire.'
const BITS = 4
const secret = new Uint8Array(32)

let federation: Federation
let folder: string
let server: StandIn

beforeAll(async () => {
  federation = await makeFederation({ paused: ['accueil-ouest'] })
  folder = await mkdtemp(join(tmpdir(), 'balise-send-'))
})
afterEach(() => server.stop())
afterAll(() => rm(folder, { recursive: true }))

const honest = ({ path, body }: Received): Answer | null => {
  const challenge = issueChallenge(secret, { purpose: 'submission', bits: BITS, expiresAt: 2_000_000_000 })
  const answers: Record<string, Answer> = {
    '/directory.json': { body: federation.directoryBytes },
    '/directory.json.signatures': { body: federation.signatureBytes },
    '/api/challenge': { body: { challenge, today: '2026-11-03' } },
    '/api/submissions': {
      status: 202,
      body: { accepted: createHash('sha256').update(body).digest('hex') },
    },
  }
  return path in answers ? answers[path] : null
}

/** An honest server but for one address. */
const butFor = (path: string, answer: (request: Received, earlier: number) => Answer) => {
  let earlier = 0
  return (request: Received) => (request.path === path ? answer(request, earlier++) : honest(request))
}

async function sendTo(answer: (request: Received) => Answer | null, ...more: string[]): Promise<Ended> {
  server = await startStandIn(answer)
  const report = join(folder, 'report.json')
  await writeFile(report, JSON.stringify({ narrative: NARRATIVE, ...rest }))
  const to = more.includes('--to') ? [] : ['--to', 'ecoute-sud,droits-nord']
  return await runHere(['send', '--server', server.origin, '--report', report, ...to, ...more])
}

/** What a person can tell besides words of their own. */
const rest = {
  account: { role: 'relative', personKnows: 'yes', acts: ['theft'], losses: ['card'], barriers: ['shame'] },
  about: { ageBand: '18-25', audiences: ['hiv'] },
  identifiers: [{ type: 'phone', value: '+33612345678', recognised: true }],
  contact: { channel: 'phone', value: '06', hours: 'midi', voicemail: 'no', askFor: 'Camille', say: 'Rien.' },
}

const posted = (): Received[] => server.received.filter(({ path }) => path === '/api/submissions')

describe('a report sent from a file', () => {
  it('is received once the server answers the digest of what was sent', async () => {
    const sent = await sendTo(honest)
    const [request] = posted()
    const digest = createHash('sha256')
      .update(request?.body ?? '')
      .digest('hex')
    expect(sent).toEqual({ exit: 0, output: `received ${digest}\n`, errors: '' })
    const proof = splitProof(String(request?.headers['proof']))
    expect(proof && checkSolutions(proof.challenge, BITS, proof.solutions, sha256)).toBe(true)
  })

  it('is opened by each association it was sent to, and by no other', async () => {
    await sendTo(honest)
    const { envelopes } = JSON.parse(posted()[0]?.body ?? '') as Submission
    expect(envelopes.map(({ association }) => association)).toEqual(['ecoute-sud', 'droits-nord'])
    for (const [index, envelope] of envelopes.entries()) {
      const holders = federation.associations
      const own = await unlockedKeyOf(holders[index] ?? { secretKey: '', passphrase: '' })
      const other = await unlockedKeyOf(holders[index + 1] ?? { secretKey: '', passphrase: '' })
      const sealed = fromBase64(envelope.sealed) ?? new Uint8Array()
      const opened = await openEnvelope(sealed, own, envelope.association)
      expect(opened).toMatchObject({
        ok: true,
        value: { narrative: NARRATIVE, writtenOn: '2026-11-03', ...rest },
      })
      expect(await openEnvelope(sealed, other, envelope.association)).toEqual({
        ok: false,
        reason: 'not-mine',
      })
    }
    expect(JSON.stringify(server.received)).not.toContain('personne')
  })

  it('is sent again, the same bytes under the same proof, when the answer is lost', async () => {
    const sent = await sendTo(
      butFor('/api/submissions', (request, earlier) =>
        earlier === 0 ? undefined : (honest(request) ?? undefined),
      ),
    )
    expect(sent.exit).toBe(0)
    const [first, second] = posted()
    expect(posted()).toHaveLength(2)
    expect(second?.body).toBe(first?.body)
    expect(second?.headers['proof']).toBe(first?.headers['proof'])
  })

  it('is sent as often as asked', async () => {
    const sent = await sendTo(honest, '--count', '9')
    expect(sent.exit).toBe(0)
    expect(new Set(sent.output.trim().split('\n')).size).toBe(9)
    expect(posted()).toHaveLength(9)
  })
})

describe('a report is not said to be received', () => {
  it('when the receipt is for other bytes', async () => {
    const sent = await sendTo(
      butFor('/api/submissions', () => ({ status: 202, body: { accepted: 'a'.repeat(64) } })),
    )
    expect(sent).toMatchObject({ exit: 1, output: '' })
    expect(sent.errors).toContain('count the report as not received')
  })

  it('when something else answers in the place of the server', async () => {
    const portal = { status: 200, body: '<html>Bienvenue sur le réseau de la gare</html>' }
    const sent = await sendTo(butFor('/api/submissions', () => portal))
    expect(sent).toMatchObject({ exit: 1, output: '' })
    expect(sent.errors).not.toContain('gare')
  })

  it('when the server refuses it: its code is told with what to do', async () => {
    const sent = await sendTo(
      butFor('/api/submissions', () => ({ status: 409, body: { error: 'key-changed' } })),
    )
    expect(sent).toMatchObject({ exit: 1, output: '' })
    expect(sent.errors).toContain('has just changed. Run the command again. (key-changed)')
  })

  it('when no answer ever comes', async () => {
    const sent = await sendTo(butFor('/api/submissions', () => undefined))
    expect(sent).toMatchObject({ exit: 1, output: '' })
    expect(sent.errors).toContain(`No answer from ${server.origin}`)
    expect(posted()).toHaveLength(3)
  })
})

describe('nothing is sealed or sent', () => {
  it('to a directory that two roots did not sign', async () => {
    const sent = await sendTo(
      butFor('/directory.json.signatures', () => ({ body: JSON.stringify({ signatures: [] }) })),
    )
    expect(sent.exit).toBe(1)
    expect(sent.errors).toContain('cannot be believed. Two of the three roots must sign')
    expect(posted()).toEqual([])
  })

  it('to a directory that other roots signed than those one holds', async () => {
    const roots = join(folder, 'roots.txt')
    const { directory: strange } = await makeFederation({ associations: ['inconnue'] })
    await writeFile(roots, rootsText(strange.roots))
    const refused = await sendTo(honest, '--roots', roots)
    expect(refused.exit).toBe(1)
    expect(refused.errors).toContain('cannot be believed. Two of the roots already trusted')
    expect(posted()).toEqual([])
    await server.stop()
    await writeFile(roots, rootsText(federation.directory.roots))
    expect(await sendTo(honest, '--roots', roots)).toMatchObject({ exit: 0, errors: '' })
  })

  it('to a directory changed on the way', async () => {
    const changed = Buffer.from(federation.directoryBytes).toString('utf8').replace('Écoute', 'Ecoute')
    const sent = await sendTo(butFor('/directory.json', () => ({ body: changed })))
    expect(sent.exit).toBe(1)
    expect(posted()).toEqual([])
  })

  it('for a proof of work beyond the ceiling of the protocol', async () => {
    const challenge = issueChallenge(secret, { purpose: 'submission', bits: 17, expiresAt: 2_000_000_000 })
    const sent = await sendTo(butFor('/api/challenge', () => ({ body: { challenge, today: '2026-11-03' } })))
    expect(sent.exit).toBe(1)
    expect(sent.errors).toContain('not that of a Balise server')
    expect(posted()).toEqual([])
  })

  it('to an association that is unknown, or takes no reports', async () => {
    const unknown = await sendTo(honest, '--to', 'ecoute-sud', '--to', 'inconnue')
    expect(unknown.errors).toContain('An association given with --to is not in the directory')
    await server.stop()
    const paused = await sendTo(honest, '--to', 'accueil-ouest')
    expect(paused.errors).toContain('accueil-ouest takes no reports at the moment')
    expect([unknown.exit, paused.exit]).toEqual([1, 1])
    expect(posted()).toEqual([])
  })

  it('for a number of times that is none, or too many', async () => {
    const ends = []
    for (const count of ['0', '1.5', '10001', 'beaucoup']) {
      ends.push((await sendTo(honest, '--count', count)).exit)
      expect(server.received).toEqual([])
      await server.stop()
    }
    server = await startStandIn(honest)
    expect(ends).toEqual([2, 2, 2, 2])
  })
})
