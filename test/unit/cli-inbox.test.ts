// `balise inbox pull` against a server of the test's own: it signs in for one origin, opens what is its own, keeps the rest as
// it came, never replaces a file, and leaves no session behind.
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { toBase64 } from '../../src/crypto/encoding.ts'
import { readArmoredCertificate } from '../../src/crypto/openpgp.ts'
import { verifyText } from '../../src/crypto/openpgp-signatures.ts'
import { rootsText } from '../../src/directory/known-roots.ts'
import { signInStatement, type InboxEnvelope } from '../../src/protocol/inbox.ts'
import { sealTo } from '../interop/seal-to.ts'
import { makeFederation, type FederatedAssociation, type Federation } from '../support/federation.ts'
import type { Ended } from '../support/run-balise.ts'
import { runHere } from '../support/run-here.ts'
import { startStandIn, type Answer, type Received, type StandIn } from '../support/stand-in-server.ts'

const NO_TEAM = { rosters: [], book: null, wrap: null, challenge: '' }
const CHALLENGE = 'sign-in.0.2000000000.AAECAwQFBgcICQoLDA0ODw.EBESExQVFhcYGRobHB0eHw'
const COOKIE = '__Host-balise=0123456789abcdef'

let federation: Federation
let ours: FederatedAssociation
let pages: InboxEnvelope[][]
let folder: string
let server: StandIn

const envelope = (id: string, sealed: Uint8Array, acknowledgedOn: string | null = null): InboxEnvelope => ({
  id,
  receivedOn: '2026-11-03',
  acknowledgedOn,
  touchedOn: null,
  standing: 'received',
  keyFingerprint: ours.fingerprint,
  sealed: toBase64(sealed),
})

beforeAll(async () => {
  federation = await makeFederation()
  const [first, second] = federation.associations
  if (!first || !second) throw new Error('a federation has three associations')
  ours = first
  const seal = (holder: FederatedAssociation, narrative: string) =>
    sealTo(holder.certificate, holder.association, narrative, Date.now())
  const damaged = await seal(ours, 'abîmé')
  damaged[damaged.length - 5] = (damaged.at(-5) ?? 0) ^ 1
  pages = [
    [
      envelope('11', await seal(ours, 'Ils étaient trois. 🌈 \u009b31m')),
      envelope('12', await seal(second, 'à d’autres')),
      envelope('13', damaged),
    ],
    [envelope('14', await seal(ours, 'déjà vu'), '2026-11-02')],
  ]
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balise-inbox-'))
  await writeFile(join(folder, 'key.asc'), ours.secretKey)
})
afterEach(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

async function honest({ method, path, headers, body }: Received, origin: string): Promise<Answer | null> {
  if (path === '/directory.json') return { body: federation.directoryBytes }
  if (path === '/directory.json.signatures') return { body: federation.signatureBytes }
  if (path === '/api/sign-in-challenge') return { body: { challenge: CHALLENGE } }
  if (path === '/api/session' && method === 'POST') {
    const { association, challenge, signature } = JSON.parse(body)
    const certificate = await readArmoredCertificate(ours.certificate)
    const statement = signInStatement(origin, association, challenge)
    const genuine =
      certificate !== null && (await verifyText(certificate, statement, signature, Date.now() + 1000))
    return genuine
      ? { status: 204, headers: { 'Set-Cookie': `${COOKIE}; Path=/; Secure; HttpOnly; SameSite=Strict` } }
      : { status: 401, body: { error: 'sign-in-refused' } }
  }
  if (headers.cookie !== COOKIE) return { status: 401, body: { error: 'sign-in-required' } }
  if (path === '/api/team') return { body: NO_TEAM }
  if (path === '/api/inbox') return { body: { envelopes: pages[0], next: '2026-11-03.13' } }
  if (path === '/api/inbox?before=2026-11-03.13') return { body: { envelopes: pages[1], next: null } }
  if (path === '/api/acknowledgements' || path === '/api/session') return { status: 204 }
  return null
}

async function pull(...more: string[]): Promise<Ended> {
  const from = ['--server', server.origin, '--key', join(folder, 'key.asc'), '--out', join(folder, 'inbox')]
  return await runHere(['inbox', 'pull', ...from, ...more], ours.passphrase)
}
const written = (name: string): Promise<string> => readFile(join(folder, 'inbox', name), 'utf8')

describe('an association that pulls its inbox', () => {
  beforeEach(async () => {
    server = await startStandIn(honest)
  })

  it('reads what is its own, and is told apart what is not and what is damaged', async () => {
    const pulled = await pull()
    expect(pulled).toEqual({
      exit: 0,
      output: `opened 2, not for this key 1, damaged 1; written 4 in ${join(folder, 'inbox')}\n`,
      errors: '',
    })
    expect((await readdir(join(folder, 'inbox'))).toSorted()).toEqual([
      '2026-11-03-11.json',
      '2026-11-03-12.not-mine.pgp',
      '2026-11-03-13.damaged.pgp',
      '2026-11-03-14.json',
    ])
    const first = await written('2026-11-03-11.json')
    expect(JSON.parse(first)).toMatchObject({ kind: 'report', narrative: 'Ils étaient trois. 🌈 \u009b31m' })
    expect(first).not.toContain('\u009b')
    const foreign = await readFile(join(folder, 'inbox', '2026-11-03-12.not-mine.pgp'))
    expect(toBase64(foreign)).toBe(pages[0]?.[1]?.sealed)
  })

  it('keeps it in files that nobody else of the machine may read', async () => {
    await pull()
    expect((await stat(join(folder, 'inbox'))).mode & 0o777).toBe(0o700)
    for (const name of await readdir(join(folder, 'inbox'))) {
      expect((await stat(join(folder, 'inbox', name))).mode & 0o777).toBe(0o600)
    }
  })

  it('acknowledges only when asked, and only what was opened and is not acknowledged yet', async () => {
    await pull()
    expect(server.received.filter(({ path }) => path === '/api/acknowledgements')).toEqual([])
    const again = await pull('--acknowledge')
    expect(again.output).toContain('acknowledged 1\n')
    const acknowledged = server.received.filter(({ path }) => path === '/api/acknowledgements')
    expect(acknowledged.map(({ body }) => JSON.parse(body))).toEqual([{ envelopes: ['11'] }])
  })

  it('finds a second pull writes nothing and changes nothing', async () => {
    await pull()
    const again = await pull()
    expect(again.exit).toBe(0)
    expect(again.output).toContain('opened 2, not for this key 1, damaged 1; written 0')
  })

  it('never loses a file that is there already: it is named, left, and not acknowledged', async () => {
    await mkdir(join(folder, 'inbox'))
    await writeFile(join(folder, 'inbox', '2026-11-03-11.json'), 'mes notes')
    const pulled = await pull('--acknowledge')
    expect(pulled.exit).toBe(1)
    expect(pulled.errors).toContain('2026-11-03-11.json was there with other contents')
    expect(pulled.output).toContain('acknowledged 0')
    expect(await written('2026-11-03-11.json')).toBe('mes notes')
  })

  it('says which site it speaks to, ends its session, and sends neither its key nor its passphrase', async () => {
    await pull()
    expect(server.received.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/session' })
    for (const { method, headers } of server.received) {
      expect(headers.origin).toBe(method === 'GET' ? undefined : server.origin)
    }
    const everything = JSON.stringify(server.received)
    expect(everything).not.toContain(ours.passphrase)
    expect(everything).not.toContain('PRIVATE KEY')
  })
})

describe('an association that cannot pull', () => {
  beforeEach(async () => {
    server = await startStandIn(honest)
  })
  const requested = () => server.received.map(({ path }) => path)

  it('is told when the passphrase is wrong, or missing, before anything is asked of the inbox', async () => {
    const from = [
      'inbox',
      'pull',
      '--server',
      server.origin,
      '--key',
      join(folder, 'key.asc'),
      '--out',
      folder,
    ]
    const wrong = await runHere(from, 'une autre')
    expect(wrong).toMatchObject({ exit: 1, output: '' })
    expect(wrong.errors).toContain('The passphrase does not open')
    const none = await runHere(from)
    expect(none.exit).toBe(2)
    expect(none.errors).toContain('Set BALISE_PASSPHRASE')
    expect(requested()).not.toContain('/api/session')
  })

  it('is told when its key is not in the directory', async () => {
    await writeFile(join(folder, 'key.asc'), federation.observatory.secretKey)
    const pulled = await pull()
    expect(pulled.exit).toBe(1)
    expect(pulled.errors).toContain(`has the key ${federation.observatory.fingerprint}`)
  })

  it('signs nothing but a sign-in challenge', async () => {
    await server.stop()
    server = await startStandIn(async (request, origin) =>
      request.path === '/api/sign-in-challenge'
        ? { body: { challenge: `${CHALLENGE}\naction: erase everything` } }
        : await honest(request, origin),
    )
    const pulled = await pull()
    expect(pulled).toMatchObject({ exit: 1, output: '' })
    expect(pulled.errors).toContain('is not a sign-in challenge. Nothing was signed')
    expect(requested()).not.toContain('/api/session')
  })

  it('asks nothing of a server whose directory was signed by other roots than those it holds', async () => {
    const roots = join(folder, 'roots.txt')
    await writeFile(roots, rootsText(['a', 'b', 'c'].map((digit) => digit.repeat(64))))
    const pulled = await pull('--roots', roots)
    expect(pulled).toMatchObject({ exit: 1, output: '' })
    expect(pulled.errors).toContain('Two of the roots already trusted')
    expect(requested().toSorted()).toEqual(['/directory.json', '/directory.json.signatures'])
    await writeFile(roots, rootsText(federation.directory.roots))
    expect(await pull('--roots', roots)).toMatchObject({ exit: 0 })
  })

  it('is told when the file is a certificate, not a secret key', async () => {
    await writeFile(join(folder, 'key.asc'), ours.certificate)
    const pulled = await pull()
    expect(pulled.exit).toBe(1)
    expect(pulled.errors).toContain('holds no OpenPGP secret key')
  })
})

describe('a server that leads a reader in a circle', () => {
  it('is left, and the session ended', async () => {
    server = await startStandIn(async (request, origin) =>
      request.path.startsWith('/api/inbox')
        ? { body: { envelopes: [], next: '2026-11-03.13' } }
        : await honest(request, origin),
    )
    const pulled = await pull()
    expect(pulled.exit).toBe(1)
    expect(pulled.errors).toContain('does not end')
    expect(server.received.at(-1)).toMatchObject({ method: 'DELETE' })
  })
})
