// The life of a self-hosted server: how it starts or refuses to, how it is stopped, and what a crash leaves.
import { connect } from 'node:net'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fromBase64, toBase64, utf8 } from '../../src/crypto/encoding.ts'
import { randomBytes } from '../../src/crypto/random.ts'
import type { SealedEnvelope } from '../../src/protocol/envelope.ts'
import { addDays, dayOf } from '../../src/protocol/day.ts'
import { VERSION } from '../../src/server/version.ts'
import { makeFederation, type Federation } from '../support/federation.ts'
import { asAnother, bodyOf, sealedEnvelope, solvedProof, submit } from '../support/servers/correspondence.ts'
import { makeDataDir, queryFile, runNode, type NodeProcess } from '../support/servers/node-process.ts'
import type { RunningServer } from '../support/servers/running-server.ts'
import { writeFixtureSite } from '../support/servers/site-fixture.ts'

let federation: Federation
beforeAll(async () => {
  federation = await makeFederation()
})

const started: { server: NodeProcess; dataDir: string }[] = []
afterEach(async () => {
  for (const { server, dataDir } of started.splice(0)) {
    server.child.kill('SIGKILL')
    await server.ended
    await rm(dataDir, { recursive: true, force: true })
  }
})

async function prepare(of: Federation, env: Record<string, string> = {}) {
  const { dataDir, secret } = await makeDataDir(of)
  const launch = (): NodeProcess => {
    const server = runNode(dataDir, { PROOF_BITS: '0', ...env })
    started.push({ server, dataDir })
    return server
  }
  /** As the correspondence helpers want it; they need neither the store nor the logs. */
  const at = (origin: string) => ({ origin, federation: of, secret }) as RunningServer
  return { dataDir, launch, at, file: join(dataDir, 'envelopes.db') }
}

function withAnotherEnd(envelope: SealedEnvelope): SealedEnvelope {
  const sealed = fromBase64(envelope.sealed) ?? new Uint8Array()
  sealed.set(randomBytes(500), sealed.length - 500)
  return { ...envelope, sealed: toBase64(sealed) }
}

const askedFor = (origin: string, path: string) =>
  fetch(`${origin}${path}`).then(async (answer) => [answer.status, await answer.text()])

describe('a self-hosted server starts', () => {
  it('and says where it listens, last, on its standard output', async () => {
    const { launch, dataDir } = await prepare(federation)
    const server = launch()
    const origin = await server.ready
    expect(server.stdout()).toBe(`ready ${origin}\n`)
    expect(await askedFor(origin, '/api/health')).toEqual([200, `{"status":"ok","version":"${VERSION}"}`])
    expect((await stat(join(dataDir, 'envelopes.db'))).isFile()).toBe(true)
    expect((await stat(join(dataDir, 'statistics.db'))).isFile()).toBe(true)
  })

  it('with stores that nobody else may read, and their logs', async () => {
    const { launch, dataDir } = await prepare(federation)
    await launch().ready
    const names = (await readdir(dataDir)).filter((name) => name !== 'site')
    expect(names).toEqual(expect.arrayContaining(['envelopes.db', 'envelopes.db-wal', 'statistics.db']))
    const modes = await Promise.all(names.map(async (name) => (await stat(join(dataDir, name))).mode & 0o077))
    expect(modes).toEqual(names.map(() => 0))
  })

  it('with a file that no longer tells which envelopes came together', async () => {
    const { launch, at, file } = await prepare(federation)
    const first = launch()
    const running = at(await first.ready)
    const [one, two] = [
      await sealedEnvelope(running, 'ecoute-sud', utf8('une'), 16_384),
      await sealedEnvelope(running, 'droits-nord', utf8('deux'), 16_384),
    ]
    for (let person = 0; person < 8; person++) {
      // Sealed bytes are told apart by their last ones: the server cannot check those.
      const pair = [one, two].map(asAnother).map(withAnotherEnd)
      expect((await submit(running, bodyOf(...pair), solvedProof(running))).status).toBe(202)
    }
    first.child.kill('SIGTERM')
    await first.ended
    const again = launch()
    await again.ready
    again.child.kill('SIGKILL')
    await again.ended

    const rows = await queryFile(file, 'select sealed from envelopes order by id')
    const bytes = await readFile(file)
    const places = rows.map((row) => bytes.indexOf(Buffer.from(row['sealed'] as ArrayBuffer).subarray(-500)))
    expect(places).toHaveLength(16)
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it.each(['fr/ecrire.html', 'fr/ecrire.html.br'])(
    'never with a page that is not the one that was built: %s',
    async (name) => {
      const { launch, dataDir } = await prepare(federation)
      await writeFile(join(dataDir, 'site', name), brotliCompressSync('une autre page'))
      const server = launch()
      expect(await server.ended).toBe(1)
      expect(server.stderr()).toContain(name)
      expect(server.stdout()).toBe('')
    },
  )

  it('with a secret of its own that nobody else may read, the same after a restart', async () => {
    const { launch, dataDir } = await prepare(federation)
    const file = join(dataDir, 'server.secret')
    await rm(file)
    const first = launch()
    const challenge = await askedFor(await first.ready, '/api/challenge')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    first.child.kill('SIGTERM')
    await first.ended
    const again = launch()
    const proof = `${(JSON.parse(String(challenge[1])) as { challenge: string }).challenge}.${'A'.repeat(86)}`
    const answer = await submit({ origin: await again.ready } as RunningServer, 'not json', proof)
    expect(await answer.json()).toEqual({ error: 'invalid-json' })
  })

  it('never without a signed directory: it says what to run', async () => {
    const { launch, dataDir } = await prepare(federation)
    await rm(join(dataDir, 'site'), { recursive: true })
    const server = launch()
    expect(await server.ended).toBe(1)
    expect(server.stdout()).toBe('')
    expect(server.stderr()).toContain('npx balise directory new')
    expect(server.stderr()).toContain(
      `npm run build -- --directory directory.json --out ${join(dataDir, 'site')}`,
    )
    expect(server.stderr()).toContain('npm run demo')
  })

  it('never with a directory that only one root signed, or that was changed after', async () => {
    const oneRoot = await prepare(await makeFederation({ from: federation, signers: 1 }))
    const changed = await prepare(federation)
    await writeFile(
      join(changed.dataDir, 'site/directory.json'),
      Buffer.concat([federation.directoryBytes, Buffer.from(' ')]),
    )
    for (const { launch } of [oneRoot, changed]) {
      const server = launch()
      expect(await server.ended).toBe(1)
      expect(server.stderr()).toContain('may not be believed')
    }
  })

  it.each([
    [{ PORT: '80a' }, 'PORT'],
    [{ PROOF_BITS: '17' }, 'PROOF_BITS'],
    [{ ORIGIN: 'https://balise.example/fr' }, 'ORIGIN'],
  ])('never with a setting it cannot understand: %o', async (env, name) => {
    const { launch } = await prepare(federation, env)
    const server = launch()
    expect(await server.ended).toBe(1)
    expect(server.stderr()).toContain(`${name} cannot be understood`)
  })

  it('never on a port that something else uses', async () => {
    const { launch } = await prepare(federation)
    const first = launch()
    const { port } = new URL(await first.ready)
    const second = (await prepare(federation, { PORT: port })).launch()
    expect(await second.ended).toBe(1)
    expect(second.stderr()).toContain('Set PORT')
  })
})

describe('a directory that has expired', () => {
  it('still leaves the pages and their helplines, but takes no report', async () => {
    const today = dayOf(Date.now())
    const late = await makeFederation({ issuedOn: addDays(today, -180), expiresOn: addDays(today, -1) })
    const { launch, at } = await prepare(late)
    const server = launch()
    const origin = await server.ready
    expect((await askedFor(origin, '/fr/ecrire'))[0]).toBe(200)
    expect(await askedFor(origin, '/api/challenge')).toEqual([503, '{"error":"directory-expired"}'])
    const body = bodyOf(await sealedEnvelope(at(origin), 'ecoute-sud'))
    const answer = await submit(at(origin), body, solvedProof(at(origin)))
    expect([answer.status, await answer.json()]).toEqual([503, { error: 'directory-expired' }])
    await server.heard(/directory-expired/)
    expect(server.stderr()).toContain(addDays(today, -1))
  })

  it.each([
    [61, false],
    [60, true],
    [14, true],
    [0, true],
  ])('in %i days is announced to the operator: %s', async (days, announced) => {
    const today = dayOf(Date.now())
    const soon = await makeFederation({ from: federation, expiresOn: addDays(today, days) })
    const { launch } = await prepare(soon)
    const server = launch()
    await server.ready
    server.child.kill('SIGTERM')
    await server.ended
    expect(server.stderr().includes(`in ${days} days`)).toBe(announced)
  })

  it('or changed while an answer was lost does not hide that the report was kept', async () => {
    const { launch, at, dataDir } = await prepare(federation)
    const first = launch()
    const before = at(await first.ready)
    const body = bodyOf(await sealedEnvelope(before, 'ecoute-sud'))
    const proof = solvedProof(before)
    expect((await submit(before, body, proof)).status).toBe(202)
    first.child.kill('SIGTERM')
    await first.ended

    await writeFixtureSite(
      join(dataDir, 'site'),
      await makeFederation({ from: federation, rotate: ['ecoute-sud'] }),
    )
    const second = launch()
    const after = at(await second.ready)
    expect((await submit(after, body, proof)).status).toBe(202)
    const anew = await submit(after, body, solvedProof(after))
    expect(await anew.json()).toEqual({ error: 'key-changed' })
  })
})

describe('a self-hosted server that is stopped', () => {
  it('finishes what is under way and is gone within two seconds', async () => {
    const { launch, at, file } = await prepare(federation)
    const server = launch()
    const running = at(await server.ready)
    const envelope = await sealedEnvelope(running, 'ecoute-sud')
    // Someone whose upload has stalled must not hold it up.
    const stalled = connect(Number(new URL(running.origin).port), '127.0.0.1')
    stalled.on('error', () => undefined)
    stalled.write(
      'POST /api/submissions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n{',
    )

    const statuses: (number | 'refused')[] = []
    const endedAt = server.ended.then(() => Date.now())
    let askedAt = 0
    const burst = Array.from({ length: 150 }, async () => {
      const answer = await submit(running, bodyOf(asAnother(envelope)), solvedProof(running)).catch(
        () => null,
      )
      if (statuses.length === 10) {
        askedAt = Date.now()
        server.child.kill('SIGTERM')
      }
      statuses.push(answer?.status ?? 'refused')
    })
    await Promise.all(burst)
    expect(await server.ended).toBe(0)
    expect((await endedAt) - askedAt).toBeLessThan(2000)
    expect(server.stderr()).toBe('')
    stalled.destroy()

    const kept = statuses.filter((status) => status === 202).length
    expect(kept).toBeGreaterThan(10)
    expect(statuses.filter((status) => status !== 202 && status !== 'refused')).toEqual([])
    const [row] = await queryFile(file, 'select count(*) as n from envelopes')
    expect(Number(row?.['n'])).toBeGreaterThanOrEqual(kept)
  })

  it('by kill -9 in the middle of a burst has lost nothing that it acknowledged', async () => {
    const { launch, at, file } = await prepare(federation)
    const server = launch()
    const running = at(await server.ready)
    const envelope = await sealedEnvelope(running, 'ecoute-sud')
    const acknowledged: string[] = []
    await Promise.all(
      Array.from({ length: 200 }, async () => {
        const mine = asAnother(envelope)
        const answer = await submit(running, bodyOf(mine), solvedProof(running)).catch(() => null)
        if (answer?.status !== 202) return
        acknowledged.push(mine.tokenHash)
        if (acknowledged.length === 60) server.child.kill('SIGKILL')
      }),
    )
    expect(await server.ended).toBe('SIGKILL')
    expect(acknowledged.length).toBeGreaterThanOrEqual(60)

    const again = launch()
    await again.ready
    const rows = await queryFile(file, 'select token_hash from envelopes')
    const kept = new Set(rows.map((row) => row['token_hash']))
    expect(acknowledged.filter((tokenHash) => !kept.has(tokenHash))).toEqual([])
    expect(await queryFile(file, 'pragma integrity_check')).toMatchObject([{ integrity_check: 'ok' }])
  })
})
