// The build: a pure function of source and directory, that refuses a directory nobody should be sealed to.
import { execFile } from 'node:child_process'
import { cp, mkdtemp, mkdir, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildSite, type BuildVerdict } from '../../src/build/build-site.ts'
import { toBase64 } from '../../src/crypto/encoding.ts'
import { manifestMessage, type Manifest } from '../../src/directory/manifest.ts'
import { rootsText } from '../../src/directory/known-roots.ts'
import { directoryText } from '../../src/directory/verify-directory.ts'
import { PAGE, WORKSPACE } from '../../src/server/headers.ts'
import { makeFederation, type Federation } from '../support/federation.ts'
import { atFinestRungs } from '../support/invented-releases.ts'
import { dataBytes, shownOf, TRENDS_WIRE_BYTES } from '../support/trends-weight.ts'

// Compressing a site takes seconds, and the machine may be busy.
vi.setConfig({ testTimeout: 60_000 })

// Most files of one site are those of the next: what was compressed once in this process is the same the second time. The
// process that builds from another folder compresses everything itself.
vi.mock('node:zlib', async (importOriginal) => {
  const zlib = await importOriginal<typeof import('node:zlib')>()
  const known = new Map<string, ReturnType<typeof zlib.brotliCompressSync>>()
  const brotliCompressSync: typeof zlib.brotliCompressSync = (bytes, options) => {
    const key = JSON.stringify([Buffer.from(bytes as Uint8Array).toString('base64'), options])
    const compressed = known.get(key) ?? zlib.brotliCompressSync(bytes, options)
    known.set(key, compressed)
    return compressed
  }
  return { ...zlib, brotliCompressSync }
})

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)
let folder: string
let federation: Federation
let strangers: Federation
/** One site that most tests read and none changes. */
let site: string
let built: BuildVerdict

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balise-build-'))
  federation = await makeFederation({ version: 5 })
  strangers = await makeFederation({ associations: ['inconnue'], version: 9 })
  site = join(folder, 'site')
  built = await build('first', federation, { out: site })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function keepDirectory(name: string, { directoryBytes, signatureBytes }: Federation): Promise<string> {
  await mkdir(join(folder, name), { recursive: true })
  const file = join(folder, name, 'directory.json')
  await writeFile(file, directoryBytes)
  await writeFile(`${file}.signatures`, signatureBytes)
  return file
}

async function build(
  name: string,
  made: Federation,
  { out = join(folder, `${name}-site`), rootsFile }: { out?: string; rootsFile?: string } = {},
): Promise<BuildVerdict> {
  return buildSite({
    directoryFile: await keepDirectory(name, made),
    out,
    rootsFile,
    at: Date.now(),
    // Heeded in development alone.
    languages: [],
  })
}

async function keepRoots(name: string, text: string): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, text)
  return file
}

async function filesBelow(site: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(files.map(async (f) => [f.slice(site.length), await readFile(f)] as const)),
  )
}

describe('what is built', () => {
  it('is the same, byte for byte, from another copy, folder, day, clock, language and mask; and its roots are named, to be compared', async () => {
    const directoryFile = await keepDirectory('again', federation)
    const clone = join(folder, 'another-longer-place')
    await mkdir(clone)
    await cp(join(root, 'src'), join(clone, 'src'), { recursive: true })
    await cp(join(root, 'package.json'), join(clone, 'package.json'))
    await symlink(join(root, 'node_modules'), join(clone, 'node_modules'))
    const long = new Date('1999-12-31T23:59:59Z')
    for (const name of await readdir(join(clone, 'src'), { recursive: true })) {
      await utimes(join(clone, 'src', name), long, long)
    }
    const out = join(clone, 'out')
    const command = [join(clone, 'src/build/build.ts'), '--directory', directoryFile, '--out', out]
    // Where i and I are no pair, numbers have commas, and it is tomorrow already.
    const place = { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', LANGUAGE: 'tr' }
    const masked = ['-c', 'umask 077; exec "$@"', 'sh', process.execPath, ...command]
    const { stdout } = await run('sh', masked, { cwd: clone, env: { ...process.env, ...place } })
    const [one, other] = [await filesBelow(site), await filesBelow(out)]
    expect([...one.keys()].length).toBeGreaterThan(20)
    expect([...other.keys()].toSorted()).toEqual([...one.keys()].toSorted())
    for (const [file, bytes] of one) expect(other.get(file)?.equals(bytes), file).toBe(true)

    for (const publicKey of federation.directory.roots) expect(stdout).toContain(`root ${publicKey}\n`)
    expect(stdout).toContain('trusting these roots for the first time: compare them')
  })

  it('fits a slow phone with twenty associations in the directory', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `association-${i + 1}`)
    const twenty = await makeFederation({ associations: names })
    const words =
      'écoute soutien juridique psychologique victimes accueil hébergement droits avocats région plainte'
    for (const [i, entry] of twenty.directory.associations.entries()) {
      const own = words
        .split(' ')
        .toSorted((a, b) => (a.codePointAt(i % 4) ?? 0) - (b.codePointAt(i % 3) ?? 0))
      entry.about = { fr: `${own.join(' ')} ${i}`, en: `${own.toReversed().join(' ')} ${i}` }
    }
    twenty.directory.securityContact = 'mailto:failles@balise.example'
    const rootsFile = await keepRoots('twenty-roots.txt', rootsText(twenty.directory.roots))
    const verdict = await build('twenty', await resign(twenty), { rootsFile })
    expect(verdict).toMatchObject({ ok: true, trust: 'vouched-for' })
    if (!verdict.ok) return
    for (const { name, bytes, budgetBytes } of verdict.weights)
      expect(bytes, name).toBeLessThanOrEqual(budgetBytes)
    const weighed = verdict.weights.map(({ name }) => name)
    expect(weighed.slice(0, 2)).toEqual(['/fr/ecrire', '/en/write'])
    expect(weighed.slice(-2)).toEqual(['all of /fr/ecrire', 'all of /en/write'])
    expect(weighed).toEqual(expect.arrayContaining(['/w/seal.js', '/w/prove.js', '/w/code.js']))
    for (const worker of ['/w/open.js', '/w/thread.js']) expect(weighed).not.toContain(worker)

    // This directory names whom to tell of a flaw; that of the other site names nobody.
    const security = await readFile(join(folder, 'twenty-site/.well-known/security.txt'), 'utf8')
    expect(security).toContain('Contact: mailto:failles@balise.example\n')
    const others = [...(await filesBelow(site)).keys()]
    expect(others.filter((file) => file.includes('security'))).toEqual([])
  })

  it.each(['/fr/tendances', '/en/trends'])(
    'brings three years of trends, the page and its numbers, in 70 kB: %s',
    async (path) => {
      const page = (built.ok ? built.weights : []).find(({ name }) => name === path)?.bytes ?? Number.NaN
      const releases = atFinestRungs()
      const data = await dataBytes(releases, '2025')
      const parts = `the page: ${page} bytes; ${shownOf(releases, '2025').length} releases and the list of ${releases.length}: ${data}`
      expect(page + data, parts).toBeLessThanOrEqual(TRENDS_WIRE_BYTES)
    },
  )

  it('gives every page its integrity values, and no code, style or address of its own', async () => {
    const { files } = await manifest()
    const pages = Object.values(files).filter(({ type }) => type.startsWith('text/html'))
    expect(pages.length).toBeGreaterThan(8)
    for (const { file } of pages) {
      const html = await readFile(join(site, file), 'utf8')
      const loading = html.match(/<(?:script|link rel="stylesheet")[^>]*>/g) ?? []
      expect(loading.length, file).toBeGreaterThan(0)
      for (const tag of loading)
        expect(tag, file).toMatch(/(?:src|href)="\/a\/[^"]+" integrity="sha384-[^"]+"/)
      expect(html, file).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script[^>]*>[^<]/i)
      expect(html, file).not.toMatch(
        /<(?:img|iframe|script|link|source|video|audio)[^>]+(?:src|href)="https?:/i,
      )
    }
  })

  it('shows the design system in development, and never otherwise', async () => {
    const development = join(folder, 'development')
    const directoryFile = await keepDirectory('development', federation)
    const verdict = await buildSite({ directoryFile, out: development, at: Date.now(), development: true })
    expect(verdict).toMatchObject({ ok: true })
    const shown = JSON.parse(await readFile(join(development, 'manifest.json'), 'utf8')) as Manifest
    expect(shown.files['/design']).toMatchObject({ type: 'text/html; charset=utf-8' })

    const { files } = await manifest()
    expect(Object.keys(files).filter((path) => path.includes('design'))).toEqual([])
    const names = [...(await filesBelow(site)).keys()]
    expect(names.filter((file) => file.includes('design'))).toEqual([])
    for (const { file } of Object.values(files)) expect(names).toContain(`/${file}.br`)
  })

  it('speaks the languages of the site, whatever others were asked for, unless it is built for development', async () => {
    expect([...(await filesBelow(site)).keys()]).toEqual(
      expect.arrayContaining(['/fr/ecrire.html', '/en/write.html']),
    )
  })

  it('has a page for lost addresses, which is the one the manifest falls back to', async () => {
    const { default_fallback: fallback, files } = await manifest()
    expect(fallback).toBe('404.html')
    expect(Object.values(files)).toContainEqual(expect.objectContaining({ file: fallback, headers: 'page' }))
    const html = await readFile(join(site, fallback), 'utf8')
    expect(html).toContain('<main')
    for (const home of ['/fr', '/en']) expect(html).toContain(`href="${home}"`)
  })

  it('lists every file that is served, and hides from the edge the two kinds that are not', async () => {
    const { files } = await manifest()
    const listed = Object.values(files).map(({ file }) => `/${file}`)
    const ignored = await readFile(join(site, '.assetsignore'), 'utf8')
    expect(ignored.trim().split('\n')).toEqual(['*.br', '_headers'])
    const served = [...(await filesBelow(site)).keys()].filter((file) => !file.endsWith('.br'))
    const unlisted = served.filter((file) => !listed.includes(file))
    expect(unlisted.toSorted()).toEqual(['/.assetsignore', '/_headers', '/manifest.json'])
    expect(listed.filter((file) => !served.includes(file))).toEqual([])
  })

  it('tells the edge the headers of every path', async () => {
    const headers = await readFile(join(site, '_headers'), 'utf8')
    expect(headers.startsWith('/*\n')).toBe(true)
    expect(headers).toContain(`  Content-Security-Policy: ${PAGE['Content-Security-Policy']}`)
    expect(headers).toContain(
      `/fr/association\n  ! Permissions-Policy\n  Permissions-Policy: ${WORKSPACE['Permissions-Policy']}`,
    )
    expect(headers).toContain('/fr/sortie\n  Clear-Site-Data: ')
    expect(Math.max(...headers.split('\n').map((line) => line.length))).toBeLessThan(2000)
    expect(headers.split('\n').filter((line) => line.startsWith('/')).length).toBeLessThan(100)
  })
})

describe('a site built over another', () => {
  /** As two roots sign a site; the third signature is of a root, and over other bytes. */
  async function signSite(out: string) {
    const manifestBytes = await readFile(join(site, 'manifest.json'))
    const [one, two, three] = await Promise.all(
      federation.roots.map(async ({ publicKey, sign }) => ({
        root: publicKey,
        signature: toBase64(await sign(manifestMessage(manifestBytes))),
      })),
    )
    const others = { root: three?.root, signature: one?.signature }
    await writeFile(join(out, 'manifest.json.signatures'), JSON.stringify({ signatures: [one, two, others] }))
    return [one, two]
  }

  it('keeps what roots signed of it, where it comes out the same', async () => {
    const out = join(folder, 'signed')
    await mkdir(out)
    const holding = await signSite(out)
    const rootsFile = await keepRoots('signed-roots.txt', rootsText(federation.directory.roots))
    expect(await build('first', federation, { out, rootsFile })).toMatchObject({ ok: true })
    const kept = JSON.parse(await readFile(join(out, 'manifest.json.signatures'), 'utf8')) as unknown
    expect(kept).toEqual({ signatures: holding })
  })

  it('is of the next directory, whose roots the one before vouches for, and what was signed of that one is gone', async () => {
    expect(built).toMatchObject({ ok: true, trust: 'first-use' })
    const out = join(folder, 'followed')
    await mkdir(out)
    await cp(join(site, 'directory.json'), join(out, 'directory.json'))
    await signSite(out)
    const newer = await makeFederation({ from: federation })
    expect(await build('newer', newer, { out })).toMatchObject({ ok: true, trust: 'vouched-for' })
    expect((await readFile(join(out, 'directory.json'))).equals(newer.directoryBytes)).toBe(true)
    expect(await readdir(out)).not.toContain('manifest.json.signatures')
    expect(await readdir(folder)).not.toContain('followed.old')
  })
})

describe('what is refused, and leaves the present site as it was', () => {
  const cases: [string, () => Promise<Federation>, string][] = [
    ['one signature', () => makeFederation({ from: federation, signers: 1 }), 'too-few-signatures'],
    ['an expired directory', () => makeFederation({ from: federation, issuedOn: '2020-01-01' }), 'expired'],
    ['roots nobody vouched for', async () => strangers, 'unknown-roots'],
    [
      'a directory older than the one before',
      () => makeFederation({ from: federation, version: 4 }),
      'rolled-back',
    ],
    [
      'another directory of the same version',
      () => makeFederation({ from: federation, version: 5, paused: ['ecoute-sud'] }),
      'same-version',
    ],
  ]
  it.each(cases)('%s', async (name, make, reason) => {
    const before = await filesBelow(site)
    expect(await build(name, await make(), { out: site })).toMatchObject({ ok: false, reason })
    expect(await filesBelow(site)).toEqual(before)
  })

  it('any directory, where the one before is there and cannot be read', async () => {
    const whole = await readFile(join(site, 'directory.json'))
    const out = join(folder, 'unreadable')
    await mkdir(out)
    const refused = { ok: false, reason: 'unreadable-predecessor' }
    for (const cut of [whole.subarray(0, -40), Buffer.alloc(0), Buffer.from('{}')]) {
      await writeFile(join(out, 'directory.json'), cut)
      expect(await build('strangers', strangers, { out })).toEqual(refused)
    }
    await rm(join(out, 'directory.json'))
    await mkdir(join(out, 'directory.json'))
    expect(await build('strangers', strangers, { out })).toEqual(refused)
  })

  it('roots nobody vouched for, where a stopped build left the site before half replaced', async () => {
    const out = join(folder, 'stopped')
    await mkdir(`${out}.old`)
    await cp(join(site, 'directory.json'), join(`${out}.old`, 'directory.json'))
    expect(await build('strangers', strangers, { out })).toMatchObject({ reason: 'unknown-roots' })
    expect(await readdir(`${out}.old`)).toEqual(['directory.json'])
  })

  it('a directory that the roots one holds did not sign, or a list that holds none', async () => {
    const rootsFile = await keepRoots('strange-roots.txt', rootsText(strangers.directory.roots))
    expect(await build('held', federation, { rootsFile })).toMatchObject({ reason: 'unknown-roots' })
    const empty = await keepRoots('no-roots.txt', '\n')
    for (const file of [empty, join(folder, 'nowhere.txt')]) {
      expect(await build('held', federation, { rootsFile: file })).toMatchObject({ reason: 'no-roots' })
    }
  })

  it('a directory one byte of which changed after signing', async () => {
    const altered = { ...federation, directoryBytes: federation.directoryBytes.slice() }
    const at = Buffer.from(altered.directoryBytes).indexOf('Listens')
    altered.directoryBytes[at] = 'l'.charCodeAt(0)
    expect(await build('altered', altered)).toMatchObject({ ok: false, reason: 'too-few-signatures' })
  })

  it('an association whose fingerprint is not its certificate’s', async () => {
    const made = await makeFederation()
    const [first, second] = made.directory.associations
    if (first && second) Object.assign(first, { fingerprint: second.fingerprint })
    const resigned = await resign(made)
    expect(await build('mismatch', resigned)).toMatchObject({
      ok: false,
      reason: 'fingerprint-mismatch',
      about: first?.association,
    })
  })

  it.each([
    [['--directory', 'nowhere.json', '--out', 'nowhere'], 1, 'npx balise directory new'],
    [['--directory', 'nowhere.json'], 2, 'Usage: npm run build -- --directory FILE --out DIR [--roots FILE]'],
  ])('%j, with a word on what to run', async (given, code, words) => {
    const failure = await run(process.execPath, [join(root, 'src/build/build.ts'), ...given], {
      cwd: folder,
    }).catch((error: { code: number; stderr: string }) => error)
    expect(failure).toMatchObject({ code, stderr: expect.stringContaining(words) })
  })
})

const manifest = async (): Promise<Manifest> =>
  JSON.parse(await readFile(join(site, 'manifest.json'), 'utf8')) as Manifest

async function resign(made: Federation): Promise<Federation> {
  const directoryBytes = new TextEncoder().encode(directoryText(made.directory))
  const signatures = await Promise.all(
    made.roots.slice(0, 2).map(async (each) => ({
      root: each.publicKey,
      signature: Buffer.from(await each.sign(directoryBytes)).toString('base64'),
    })),
  )
  return { ...made, directoryBytes, signatureBytes: new TextEncoder().encode(JSON.stringify({ signatures })) }
}
