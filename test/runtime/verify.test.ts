// Anyone holds a running site against what the roots signed: whatever somebody in between changes, one thing at a time, is named.
import { generateKeyPairSync } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openRoot, signAsRoot, type OpenedRoot } from '../../src/cli/root-keys.ts'
import { sha256Hex } from '../../src/crypto/sha256.ts'
import { utf8, type Bytes } from '../../src/crypto/encoding.ts'
import type { Directory } from '../../src/directory/directory.ts'
import { rootsText } from '../../src/directory/known-roots.ts'
import { manifestMessage, manifestText, type Manifest } from '../../src/directory/manifest.ts'
import { directoryText } from '../../src/directory/verify-directory.ts'
import { VERSION } from '../../src/server/version.ts'
import { startDemonstration, type RunningDemonstration } from '../support/demonstration.ts'
import { runHere } from '../support/run-here.ts'
import type { Ended } from '../support/run-balise.ts'
import {
  startTamperingProxy,
  type Answer,
  type Tamper,
  type TamperingProxy,
} from '../support/servers/tampering-proxy.ts'

let folder: string
let demonstration: RunningDemonstration
let proxy: TamperingProxy
let rootsFile: string
let roots: OpenedRoot[]
let manifest: Manifest
let directory: Directory
/** What the verifier remembers of the genuine site. */
let seen: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balise-verify-'))
  demonstration = await startDemonstration()
  proxy = await startTamperingProxy(demonstration.origin)
  const { siteDir, dataDir, passphrase } = demonstration
  manifest = JSON.parse(await readFile(join(siteDir, 'manifest.json'), 'utf8')) as Manifest
  directory = JSON.parse(await readFile(join(siteDir, 'directory.json'), 'utf8')) as Directory
  roots = await Promise.all(
    [1, 2, 3].map(async (number) => {
      const opened = openRoot(
        await readFile(join(dataDir, `demonstration/root-${number}.pem`), 'utf8'),
        passphrase,
      )
      if (!opened.ok) throw new Error(opened.reason)
      return opened.value
    }),
  )
  rootsFile = join(folder, 'roots.txt')
  await writeFile(rootsFile, rootsText(directory.roots))
  seen = join(folder, 'seen.json')
  expect(await verify()).toMatchObject({ exit: 0, errors: '' })
})
beforeEach(() => proxy.tamper(async () => null))
afterAll(async () => {
  await proxy.stop()
  await demonstration.stop()
  await rm(folder, { recursive: true, force: true })
})

const verify = (...more: string[]): Promise<Ended> =>
  runHere(['verify', proxy.origin, '--roots', rootsFile, '--seen', seen, ...more])

/** What differs, a line each. */
const differences = ({ errors }: Ended): string[] =>
  errors.split('\n').flatMap((line) => (line.startsWith('- ') ? [line.slice(2)] : []))

/** The first listed path like this. */
const pathLike = (pattern: RegExp): string => {
  const path = Object.keys(manifest.files).find((each) => pattern.test(each))
  if (path === undefined) throw new Error(`nothing like ${pattern} is served`)
  return path
}

/** These bytes in the place of what is at these addresses. */
const serving =
  (instead: Readonly<Record<string, Uint8Array>>): Tamper =>
  async (path, { truly }) => {
    const body = instead[path]
    return body ? { ...(await truly(path)), body: Buffer.from(body) } : null
  }

const withHeaders =
  (at: string, change: (headers: Answer['headers']) => Answer['headers']): Tamper =>
  async (path, { truly, encoding }) => {
    if (path !== at) return null
    const answer = await truly(path, encoding)
    return { ...answer, headers: change(answer.headers) }
  }

const signedBy = (message: Bytes, signers: readonly OpenedRoot[]): Bytes =>
  utf8(`${JSON.stringify({ signatures: signers.map((root) => signAsRoot(root, message)) }, null, 2)}\n`)

/** A whole other release, as two roots (or fewer) would have signed it. */
function release(
  changes: { manifest?: Partial<Manifest>; directory?: Partial<Directory> },
  signers: readonly OpenedRoot[] = roots.slice(0, 2),
): Record<string, Bytes> {
  const directoryBytes = utf8(directoryText({ ...directory, ...changes.directory }))
  const directorySignatures = signedBy(directoryBytes, signers)
  const files = structuredClone(manifest.files)
  for (const [path, bytes] of [
    ['/directory.json', directoryBytes],
    ['/directory.json.signatures', directorySignatures],
  ] as const) {
    const listed = files[path]
    if (listed) listed.sha256 = sha256Hex(bytes)
  }
  const directoryVersion = changes.directory?.version ?? manifest.directoryVersion
  const manifestBytes = utf8(manifestText({ ...manifest, directoryVersion, files, ...changes.manifest }))
  return {
    '/directory.json': directoryBytes,
    '/directory.json.signatures': directorySignatures,
    '/manifest.json': manifestBytes,
    '/manifest.json.signatures': signedBy(manifestMessage(manifestBytes), signers),
  }
}

describe('a site that serves what was signed', () => {
  it('is verified by whoever holds the roots, and by whoever built the same', async () => {
    const signed = await verify()
    expect(signed).toMatchObject({ exit: 0, errors: '' })
    expect(signed.output.split(', ')[0]).toBe(`VERIFIED: ${proxy.origin} serves exactly version ${VERSION}`)
    expect(signed.output).toContain('roots: those of --roots')
    proxy.tamper(async (path, { truly }) =>
      path === '/manifest.json.signatures' ? await truly('/nowhere') : null,
    )
    const built = await verify('--site', demonstration.siteDir)
    expect(built).toMatchObject({ exit: 0, errors: '' })
    expect(built.output).toContain('compared with the site you built')
  })

  it('is said to rest on its own word where nobody gives the roots', async () => {
    const first = await runHere(['verify', proxy.origin, '--seen', join(folder, 'first.json')])
    expect(first.exit).toBe(0)
    expect(first.output).toContain('roots: NOT COMPARED. They are those that the site itself names')
    for (const root of directory.roots) expect(first.output).toContain(`  root ${root}\n`)
  })
})

describe('roots that were believed once', () => {
  it('are not given up for those that a build of one’s own names, nor forgotten for those of a file', async () => {
    const strangers = [1, 2, 3].map(() => {
      const { privateKey, publicKey } = generateKeyPairSync('ed25519')
      const { x = '' } = publicKey.export({ format: 'jwk' })
      return { privateKey, publicKey: Buffer.from(x, 'base64url').toString('hex') }
    })
    const names = strangers.map(({ publicKey }) => publicKey)
    const theirs = release(
      { manifest: { version: '0.2.0' }, directory: { roots: names, version: directory.version + 1 } },
      strangers,
    )
    const site = join(folder, 'their-site')
    await cp(demonstration.siteDir, site, { recursive: true })
    for (const [path, bytes] of Object.entries(theirs)) {
      await writeFile(join(site, path), bytes)
      await rm(join(site, `${path}.br`), { force: true })
    }
    proxy.tamper(serving(theirs))

    const fresh = join(folder, 'fresh.json')
    const first = await runHere(['verify', proxy.origin, '--site', site, '--seen', fresh])
    expect(first.exit).toBe(0)
    expect(first.output).toContain('roots: NOT COMPARED. They are those that the directory you built with')
    for (const name of names) expect(first.output).toContain(`  root ${name}\n`)

    const remembered = join(folder, 'remembered.json')
    await cp(seen, remembered)
    const after = (...more: string[]): Promise<Ended> =>
      runHere(['verify', proxy.origin, '--site', site, '--seen', remembered, ...more])
    expect(differences(await after())).toEqual([
      'directory: Two of the roots you trust must sign it, and did not.',
    ])
    const theirRoots = join(folder, 'their-roots.txt')
    await writeFile(theirRoots, rootsText(names))
    const given = await after('--roots', theirRoots)
    expect(given).toMatchObject({ exit: 0, errors: '' })
    expect(given.output).toContain('roots: two of those believed before did not sign this directory')
    expect(differences(await after())).toEqual([
      'directory: Two of the roots you trust must sign it, and did not.',
    ])
  })

  it('make way for those that two of them signed', async () => {
    const [first, second] = roots
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const third = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex')
    if (!first || !second) throw new Error('three roots are there')
    const names = [first.publicKey, second.publicKey, third]
    const next = release(
      { manifest: { version: '0.2.0' }, directory: { roots: names, version: directory.version + 1 } },
      [first, second, { privateKey, publicKey: third }],
    )
    const remembered = join(folder, 'followed.json')
    await cp(seen, remembered)
    proxy.tamper(serving(next))
    expect(await runHere(['verify', proxy.origin, '--seen', remembered])).toMatchObject({
      exit: 0,
      errors: '',
    })
    expect(await readFile(remembered, 'utf8')).toContain(third)
  })
})

describe('one file that is another', () => {
  it.each<[string, RegExp]>([
    ['a page', /^\/fr\/ecrire$/],
    ['a script', /^\/a\/.*\.js$/],
    ['a style', /^\/a\/.*\.css$/],
    ['the Worker that seals', /^\/w\/seal\.js$/],
    ['what shows an attachment', /^\/a\/viewer\..*\.js$/],
    ['the icon', /^\/icon\.svg$/],
    ['the page for lost addresses', /^\/404$/],
  ])('is named: %s', async (_what, pattern) => {
    const path = pathLike(pattern)
    const truth = await readFile(join(demonstration.siteDir, manifest.files[path]?.file ?? ''))
    proxy.tamper(serving({ [path]: Buffer.concat([truth, Buffer.from(' ')]) }))
    const ended = await verify()
    expect(ended.exit).toBe(1)
    expect(differences(ended)).toEqual([`${path}: its content is not the one of the manifest`])
  })

  it('is named where only browsers that take Brotli get it', async () => {
    proxy.tamper(async (path, { truly, encoding }) => {
      if (path !== '/fr/ecrire' || !encoding.includes('br')) return null
      const answer = await truly(path, encoding)
      return { ...answer, body: brotliCompressSync('<p>other') }
    })
    expect(differences(await verify())).toEqual([
      '/fr/ecrire: its content is not the one of the manifest (where gzip, deflate, br; or gzip, deflate, br, zstd is accepted)',
    ])
  })

  it('is named where it lies at an address that must lead nowhere', async () => {
    proxy.tamper(async (path, { truly }) => (path === '/sw.js' ? await truly('/w/seal.js') : null))
    const found = differences(await verify())
    expect(found).toContain('/sw.js: it answers 200 instead of 404')
    expect(found.every((line) => line.startsWith('/sw.js: '))).toBe(true)
  })
})

describe('another spelling of an address', () => {
  const other: Answer = { status: 200, headers: [], body: Buffer.from('other') }

  it('is named where a link that was shared is answered otherwise', async () => {
    proxy.tamper(async (path, { truly, encoding }) => {
      const [place = '', query] = path.split('?')
      if (place !== '/fr/ecrire' || query === undefined) return null
      return { ...(await truly(place, encoding)), body: brotliCompressSync('other') }
    })
    expect(differences(await verify())).toEqual([
      '/fr/ecrire?fbclid=(anything): its content is not the one of the manifest',
    ])
  })

  it.each(['/fr/ecrire/', '/fr/ecrire.html'])(
    'is named where it is a page of its own: %s',
    async (spelled) => {
      proxy.tamper(async (path) => (path === spelled ? other : null))
      const found = differences(await verify())
      expect(found[0]).toBe(`${spelled}: it answers 200 instead of 307`)
      expect(found.every((line) => line.startsWith(`${spelled}: `))).toBe(true)
    },
  )

  it.each<[string, [string, string][], RegExp]>([
    [
      'elsewhere',
      [['Location', 'https://elsewhere.example/']],
      /and leads to "https:\/\/elsewhere\.example\/"/,
    ],
    ['to another page', [['Location', '/fr']], /and leads to "\/fr"/],
    [
      'to two places',
      [
        ['Location', '/fr/ecrire'],
        ['Location', '/fr'],
      ],
      /and leads to "\/fr\/ecrire", "\/fr"/,
    ],
    ['nowhere', [], /and leads nowhere/],
  ])('is named where it leads %s', async (_where, places, named) => {
    proxy.tamper(async (path, { truly, encoding }) => {
      if (path !== '/fr/ecrire/') return null
      const answer = await truly(path, encoding)
      const others = answer.headers.filter(([name]) => name.toLowerCase() !== 'location')
      return { ...answer, headers: [...others, ...places] }
    })
    const found = differences(await verify())
    expect(found).toEqual([expect.stringMatching(named)])
    expect(found[0]).toContain('instead of to "/fr/ecrire"')
  })
})

describe('a directory that is another', () => {
  const NOT_SIGNED = 'directory: Two of the three roots must sign exactly these bytes, and did not.'
  const OTHER_BYTES = expect.stringMatching(/^directory: it has OTHER BYTES under the same version/) as string
  const changed = (signers: readonly OpenedRoot[]) => {
    const [first, ...others] = directory.associations
    if (!first) throw new Error('somebody is listed')
    const associations = [{ ...first, name: 'Another' }, ...others]
    const { '/directory.json': bytes = utf8(''), '/directory.json.signatures': signatures = utf8('') } =
      release({ directory: { associations } }, signers)
    return { bytes, signatures }
  }

  it('is named where one entry changed and the signatures did not', async () => {
    proxy.tamper(serving({ '/directory.json': changed([]).bytes }))
    expect(differences(await verify())).toEqual([
      NOT_SIGNED,
      OTHER_BYTES,
      '/directory.json: its content is not the one of the manifest',
    ])
  })

  it('is named where one root alone signed it again', async () => {
    const { bytes, signatures } = changed(roots.slice(0, 1))
    proxy.tamper(serving({ '/directory.json': bytes, '/directory.json.signatures': signatures }))
    expect(differences(await verify())).toEqual([
      NOT_SIGNED,
      OTHER_BYTES,
      '/directory.json: its content is not the one of the manifest',
      '/directory.json.signatures: its content is not the one of the manifest',
    ])
  })

  it('is named where its signatures are others’', async () => {
    const strangers = changed(roots.slice(1))
    proxy.tamper(serving({ '/directory.json.signatures': strangers.signatures }))
    const found = differences(await verify())
    expect(found[0]).toBe(NOT_SIGNED)
    expect(found).toContain('/directory.json.signatures: its content is not the one of the manifest')
  })

  it('is named once it has expired, whoever signed it', async () => {
    proxy.tamper(serving(release({ directory: { issuedOn: '2020-01-01', expiresOn: '2020-06-01' } })))
    expect(differences(await verify())).toContainEqual('directory: it EXPIRED, it was good until 2020-06-01')
  })
})

describe('a manifest that is another', () => {
  const TOO_FEW = 'manifest: Two of the three roots must sign exactly these bytes of its manifest.'

  it('is named where one line of it changed', async () => {
    const { '/manifest.json': bytes = utf8('') } = release({ manifest: { default_index: 'fr.html' } })
    proxy.tamper(serving({ '/manifest.json': bytes }))
    expect(differences(await verify())[0]).toBe(TOO_FEW)
  })

  it('is named where one root alone signed it, and where nobody did', async () => {
    const signature = signedBy(manifestMessage(utf8(manifestText(manifest))), roots.slice(0, 1))
    proxy.tamper(serving({ '/manifest.json.signatures': signature }))
    expect(differences(await verify())).toEqual([TOO_FEW])
    proxy.tamper(async (path, { truly }) =>
      path === '/manifest.json.signatures' ? await truly('/nowhere') : null,
    )
    expect(differences(await verify())).toEqual([
      'manifest: nobody signed it, /manifest.json.signatures is not there',
    ])
  })

  it('is named where it was signed as a directory is, and not as a manifest', async () => {
    const signature = signedBy(utf8(manifestText(manifest)), roots)
    proxy.tamper(serving({ '/manifest.json.signatures': signature }))
    expect(differences(await verify())).toEqual([TOO_FEW])
  })

  it('is named where it is another build than one’s own', async () => {
    proxy.tamper(serving(release({ manifest: { version: '99.0.0' } }, roots.slice(0, 1))))
    const found = differences(await verify('--site', demonstration.siteDir))
    expect(found[0]).toMatch(/^manifest: it is not that of your build .*the site's: version 99\.0\.0/)
  })

  it.each<[string, Parameters<typeof release>[0], RegExp]>([
    ['an older version', { manifest: { version: '0.0.9' } }, /^manifest: it is OLDER: its version went back/],
    [
      'an older directory, under a newer version too',
      { manifest: { version: '99.0.0' }, directory: { version: 3 } },
      /^manifest: it is OLDER: its directory went back/,
    ],
    [
      'other bytes under the same versions',
      { manifest: { default_index: 'fr.html' } },
      /^manifest: it has OTHER BYTES under the same versions/,
    ],
  ])('is named where two roots signed it once: %s', async (_what, changes, named) => {
    const before = await readFile(seen, 'utf8')
    proxy.tamper(serving(release(changes)))
    expect(differences(await verify()).filter((line) => named.test(line))).toHaveLength(1)
    expect(await readFile(seen, 'utf8')).toBe(before)
  })
})

describe('a header that is another', () => {
  const CSP = 'content-security-policy'
  it.each<[string, (headers: Answer['headers']) => Answer['headers'], RegExp]>([
    [
      'one is missing',
      (all) => all.filter(([name]) => name.toLowerCase() !== 'integrity-policy'),
      /^\/fr\/ecrire: the header Integrity-Policy is missing$/,
    ],
    [
      'one is weaker',
      (all) => all.map(([name, value]) => [name, /^referrer-policy$/i.test(name) ? 'origin' : value]),
      /^\/fr\/ecrire: the header Referrer-Policy is "origin" instead of "no-referrer"$/,
    ],
    [
      'the policy is looser',
      (all) =>
        all.map(([name, value]) => [
          name,
          name.toLowerCase() === CSP
            ? value.replace("connect-src 'self'", "connect-src 'self' https://collect.example")
            : value,
        ]),
      /^\/fr\/ecrire: the header Content-Security-Policy is "default-src 'none'; .*collect\.example/,
    ],
    [
      'a second policy',
      (all) => [...all, ['Content-Security-Policy', "default-src 'self'"]],
      /^\/fr\/ecrire: the header Content-Security-Policy is ".*", "default-src 'self'" instead of/,
    ],
    [
      'one that reports to somebody',
      (all) => [...all, ['NEL', '{"report_to":"x","max_age":1}']],
      /^\/fr\/ecrire: the header nel must not be there: "\{"report_to":"x","max_age":1\}"$/,
    ],
    [
      'a cookie',
      (all) => [...all, ['Set-Cookie', 'seen=1']],
      /^\/fr\/ecrire: the header set-cookie must not be there: "seen=1"$/,
    ],
  ])('is named: %s', async (_what, change, named) => {
    proxy.tamper(withHeaders('/fr/ecrire', change))
    const ended = await verify()
    expect(ended.exit).toBe(1)
    expect(differences(ended)).toEqual([expect.stringMatching(named)])
  })

  it('is named on an answer of the API', async () => {
    proxy.tamper(withHeaders('/api/health', (all) => [...all, ['Access-Control-Allow-Origin', '*']]))
    expect(differences(await verify())).toEqual([
      '/api/health: the header access-control-allow-origin must not be there: "*"',
    ])
  })

  it('is let be where it changes nothing for whoever reads', async () => {
    proxy.tamper(async (path, { truly, encoding }) => {
      const answer = await truly(path, encoding)
      return { ...answer, headers: [...answer.headers, ['Server', 'x'], ['Alt-Svc', 'h3=":443"; ma=86400']] }
    })
    expect(await verify()).toMatchObject({ exit: 0, errors: '' })
  })
})

it('a redirect is not followed, and where it leads is shown without acting on the terminal', async () => {
  proxy.tamper(async (path, { truly }) =>
    path === '/fr/ecrire'
      ? {
          ...(await truly(path)),
          status: 302,
          headers: [['Location', 'https://elsewhere.example/\u009b2J']],
          body: Buffer.from(''),
        }
      : null,
  )
  const found = differences(await verify())
  expect(found[0]).toBe(
    '/fr/ecrire: it answers 302 instead of 200, and leads to "https://elsewhere.example/<U+009B>2J"',
  )
})
