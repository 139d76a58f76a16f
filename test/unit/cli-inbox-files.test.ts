// `balise inbox pull --files` against a server of the test's own: a file is on the disk byte for byte, or not at all, and its name never
// makes it more than it is.
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '../../src/crypto/encoding.ts'
import { readArmoredCertificate } from '../../src/crypto/openpgp.ts'
import { dayOf } from '../../src/protocol/day.ts'
import type { InboxEnvelope } from '../../src/protocol/inbox.ts'
import {
  HOSTILE_PAGE,
  photograph,
  sealFiles,
  seedWith,
  soundOf,
  type Sent,
} from '../browser/inbox-files-seeds.ts'
import { makeFederation, type FederatedAssociation, type Federation } from '../support/federation.ts'
import { runHere } from '../support/run-here.ts'
import { startStandIn, type Answer, type Received, type StandIn } from '../support/stand-in-server.ts'

const NO_TEAM = { rosters: [], book: null, wrap: null, challenge: '' }
const CHALLENGE = 'sign-in.0.2000000000.AAECAwQFBgcICQoLDA0ODw.EBESExQVFhcYGRobHB0eHw'
const TODAY = dayOf(Date.now())

let federation: Federation
let ours: FederatedAssociation
let sent: Sent
let envelopes: InboxEnvelope[]
let folder: string
let server: StandIn
/** Parts that the server gives something else for, or nothing. */
let spoilt: Map<string, Uint8Array | null>

beforeAll(async () => {
  federation = await makeFederation()
  const [first] = federation.associations
  if (!first) throw new Error('a federation has associations')
  ours = first
  sent = await sealFiles([
    { kind: 'jpeg', bytes: await photograph() },
    { kind: 'wav', bytes: soundOf(4) },
    { kind: 'jpeg', bytes: HOSTILE_PAGE },
  ])
  const certificate = await readArmoredCertificate(ours.certificate)
  if (!certificate) throw new Error('an association has a certificate')
  const recipient = { ...ours, certificate: toBase64(certificate.write() as Uint8Array) }
  const { sealed } = await seedWith('Avec trois fichiers.', sent, recipient, TODAY)
  envelopes = [
    {
      id: '11',
      receivedOn: TODAY,
      acknowledgedOn: null,
      touchedOn: null,
      standing: 'received',
      keyFingerprint: ours.fingerprint,
      sealed: toBase64(sealed),
    },
  ]
})
beforeEach(async () => {
  spoilt = new Map()
  folder = await mkdtemp(join(tmpdir(), 'balise-files-'))
  await writeFile(join(folder, 'key.asc'), ours.secretKey)
  server = await startStandIn(answer)
})
afterEach(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

function answer({ method, path }: Received): Answer | null {
  if (path === '/directory.json') return { body: federation.directoryBytes }
  if (path === '/directory.json.signatures') return { body: federation.signatureBytes }
  if (path === '/api/sign-in-challenge') return { body: { challenge: CHALLENGE } }
  if (path === '/api/session' && method === 'POST')
    return { status: 204, headers: { 'Set-Cookie': '__Host-balise=0123456789abcdef; Path=/; Secure' } }
  if (path === '/api/session' || path === '/api/acknowledgements') return { status: 204 }
  if (path === '/api/team') return { body: NO_TEAM }
  if (path === '/api/inbox') return { body: { envelopes, next: null } }
  const sha256 = path.replace('/api/parts/', '')
  const given = spoilt.get(sha256)
  if (given === null) return null
  const part = sent.parts.find((each) => each.sha256 === sha256)
  return part ? { body: given ?? part.bytes } : null
}

const pull = (...more: string[]) =>
  runHere(
    [
      'inbox',
      'pull',
      '--server',
      server.origin,
      '--key',
      join(folder, 'key.asc'),
      '--out',
      join(folder, 'inbox'),
      ...more,
    ],
    ours.passphrase,
  )
const at = (name: string): string => join(folder, 'inbox', `${TODAY}-11.${name}`)
const asked = (): string[] =>
  server.received.filter(({ path }) => path.startsWith('/api/parts/')).map(({ path }) => path)
const partOf = (file: number, index = 0): string => sent.attachments.files[file]?.parts[index] ?? ''

it('writes each file byte for byte, for its owner alone, and one that is not what it says under a name that opens nothing', async () => {
  const pulled = await pull('--files')
  expect(pulled.exit).toBe(0)
  expect(pulled.output).toContain('attached files written 3, missing 0')
  expect(pulled.errors).toContain('is not what it says')
  expect((await readdir(join(folder, 'inbox'))).toSorted()).toEqual(
    ['json', 'piece-1.jpg', 'piece-2.wav', 'piece-3.bin'].map((name) => `${TODAY}-11.${name}`),
  )
  expect(toBase64(await readFile(at('piece-1.jpg')))).toBe(toBase64(await photograph()))
  expect(toBase64(await readFile(at('piece-2.wav')))).toBe(toBase64(soundOf(4)))
  expect((await stat(at('piece-1.jpg'))).mode & 0o777).toBe(0o600)
})

it('fetches no file unless it is asked to', async () => {
  await pull()
  expect(asked()).toEqual([])
})

it('tells no session with a part', async () => {
  await pull('--files')
  const parts = server.received.filter(({ path }) => path.startsWith('/api/parts/'))
  expect(parts.length).toBe(sent.parts.length)
  expect(parts.every(({ headers }) => headers.cookie === undefined)).toBe(true)
})

it('does not fetch again what is there, and never replaces a file', async () => {
  await pull('--files')
  const before = asked().length
  expect((await pull('--files')).exit).toBe(0)
  expect(asked().length).toBe(before)
  await writeFile(at('piece-1.jpg'), 'annoté')
  const again = await pull('--files')
  expect(again.exit).not.toBe(0)
  expect(again.errors).toContain('left as it is')
  expect(await readFile(at('piece-1.jpg'), 'utf8')).toBe('annoté')
})

it('writes the rest when a file is gone, or something else is given in its place, and says which', async () => {
  spoilt.set(partOf(0), null)
  spoilt.set(partOf(1, 1), fromBase64('AAAA') ?? new Uint8Array())
  const pulled = await pull('--files', '--acknowledge')
  expect(pulled.exit).not.toBe(0)
  expect(pulled.errors).toContain(`${at('piece-1.jpg')} is no longer on the server.`)
  expect(pulled.errors).toContain(`${at('piece-2.wav')} was not written`)
  expect(pulled.output).toContain('attached files written 1, missing 2')
  // The report itself was opened: its author may know.
  expect(pulled.output).toContain('acknowledged 1')
  expect(asked().filter((path) => path.endsWith(partOf(1, 1))).length).toBe(2)
  const names = await readdir(join(folder, 'inbox'))
  expect(names.filter((name) => /jpg|wav/.test(name))).toEqual([])
})
