// The build: a pure function of source and directory, that refuses a directory nobody should be sealed to.
import { execFile } from 'node:child_process'
import { cp, mkdtemp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSite, type BuildVerdict } from '../../src/build/build-site.ts'
import type { Manifest } from '../../src/build/site-files.ts'
import { PAGE, WORKSPACE } from '../../src/server/headers.ts'
import { makeFederation, type Federation } from '../support/federation.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)
let folder: string
let federation: Federation

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balise-build-'))
  federation = await makeFederation()
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
  out = join(folder, `${name}-site`),
): Promise<BuildVerdict> {
  return buildSite({ directoryFile: await keepDirectory(name, made), out, at: Date.now() })
}

async function filesBelow(site: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(files.map(async (f) => [f.slice(site.length), await readFile(f)] as const)),
  )
}

describe('what is built', () => {
  it('is the same, byte for byte, from two folders', { timeout: 120_000 }, async () => {
    const directoryFile = await keepDirectory('twice', federation)
    const sites: Map<string, Buffer>[] = []
    for (const place of ['one', 'another-longer-place']) {
      const clone = join(folder, place)
      await mkdir(clone)
      await cp(join(root, 'src'), join(clone, 'src'), { recursive: true })
      await cp(join(root, 'package.json'), join(clone, 'package.json'))
      await symlink(join(root, 'node_modules'), join(clone, 'node_modules'))
      const out = join(clone, 'out')
      const command = [join(clone, 'src/build/build.ts'), '--directory', directoryFile, '--out', out]
      await run(process.execPath, command, { cwd: clone })
      sites.push(await filesBelow(out))
    }
    const [one, other] = sites
    expect([...(one?.keys() ?? [])].length).toBeGreaterThan(20)
    expect([...(other?.keys() ?? [])].toSorted()).toEqual([...(one?.keys() ?? [])].toSorted())
    for (const [file, bytes] of one ?? []) expect(other?.get(file)?.equals(bytes), file).toBe(true)
  })

  it('fits a slow phone with twenty associations in the directory', { timeout: 60_000 }, async () => {
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
    const verdict = await build('twenty', await resign(twenty))
    expect(verdict).toMatchObject({ ok: true })
    if (!verdict.ok) return
    for (const { name, bytes, budgetBytes } of verdict.weights)
      expect(bytes, name).toBeLessThanOrEqual(budgetBytes)
    expect(verdict.weights.map(({ name }) => name)).toEqual(['/fr/ecrire', '/en/write', '/w/seal.js'])
  })

  it('gives every page its integrity values, and no code, style or address of its own', async () => {
    const verdict = await build('pages', federation)
    expect(verdict).toMatchObject({ ok: true })
    const site = join(folder, 'pages-site')
    const manifest = JSON.parse(await readFile(join(site, 'manifest.json'), 'utf8')) as Manifest
    const pages = Object.values(manifest.files).filter(({ type }) => type.startsWith('text/html'))
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

  it('tells the edge the headers of every path', async () => {
    const site = join(folder, 'headers-site')
    expect(await build('headers', federation, site)).toMatchObject({ ok: true })
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

describe('what is refused, and leaves the present site as it was', () => {
  const cases: [string, () => Promise<Federation>, string][] = [
    ['one signature', () => makeFederation({ signers: 1 }), 'too-few-signatures'],
    ['an expired directory', () => makeFederation({ issuedOn: '2020-01-01' }), 'expired'],
    ['roots nobody vouched for', () => makeFederation({ version: 9 }), 'unknown-roots'],
  ]
  it.each(cases)('%s', async (name, make, reason) => {
    const site = join(folder, `kept-${reason}`)
    expect(await build('kept', federation, site)).toMatchObject({ ok: true })
    const before = await filesBelow(site)
    expect(await build(name, await make(), site)).toMatchObject({ ok: false, reason })
    expect(await filesBelow(site)).toEqual(before)
  })

  it('a directory older than the one before', async () => {
    const site = join(folder, 'rolled-site')
    const newer = await makeFederation({ from: federation })
    expect(await build('newer', newer, site)).toMatchObject({ ok: true })
    expect(await build('older', federation, site)).toMatchObject({ ok: false, reason: 'rolled-back' })
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

  it('no directory at all, with a word on what to run', async () => {
    const command = [
      join(root, 'src/build/build.ts'),
      '--directory',
      join(folder, 'nowhere.json'),
      '--out',
      folder,
    ]
    const failure = await run(process.execPath, command).catch(
      (error: { code: number; stderr: string }) => error,
    )
    expect(failure).toMatchObject({ code: 1, stderr: expect.stringContaining('npx balise directory new') })
  })
})

async function resign(made: Federation): Promise<Federation> {
  const directoryBytes = new TextEncoder().encode(JSON.stringify(made.directory))
  const signatures = await Promise.all(
    made.roots.slice(0, 2).map(async (each) => ({
      root: each.publicKey,
      signature: Buffer.from(await each.sign(directoryBytes)).toString('base64'),
    })),
  )
  return { ...made, directoryBytes, signatureBytes: new TextEncoder().encode(JSON.stringify({ signatures })) }
}
