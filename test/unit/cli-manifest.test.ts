// Root keepers sign a built site, each on their own machine: nothing is signed of a folder that is not what its manifest says, nor of a
// release that goes back; whoever verifies remembers what it believed.
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeRoot } from '../../src/cli/root-keys.ts'
import type { RootSignatures } from '../../src/directory/directory.ts'
import { rootsText } from '../../src/directory/known-roots.ts'
import { parseDirectory } from '../../src/directory/verify-directory.ts'
import type { Ended } from '../support/run-balise.ts'
import { runHere } from '../support/run-here.ts'
import { writeFixtureSite } from '../support/servers/site-fixture.ts'

const PASSPHRASE = 'six mots tirés au sort dans un livre'
const SITE = 'https://balise.example'

let made: string
let folder: string
const at = (name: string): string => join(folder, name)

const sign = (root: string, ...more: string[]): Promise<Ended> =>
  runHere(['manifest', 'sign', '--site', at('site'), '--key', at(root), ...more], PASSPHRASE)
const check = (...more: string[]): Promise<Ended> =>
  runHere(['manifest', 'check', '--site', at('site'), ...more])

/** A site of the directory as it stands and is signed. */
async function writeSite(version = '1.0.0'): Promise<void> {
  const directoryBytes = new Uint8Array(await readFile(at('directory.json')))
  const signatureBytes = new Uint8Array(await readFile(at('directory.json.signatures')))
  const directory = parseDirectory(directoryBytes)
  if (!directory.ok) throw new Error(directory.reason)
  await writeFixtureSite(at('site'), { directoryBytes, signatureBytes, directory: directory.value }, version)
}

const signDirectory = async (): Promise<void> => {
  for (const root of ['root-1.pem', 'root-2.pem']) {
    const ended = await runHere(
      ['directory', 'sign', '--directory', at('directory.json'), '--key', at(root)],
      PASSPHRASE,
    )
    expect(ended).toMatchObject({ exit: 0 })
  }
}

beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'balise-signing-'))
  folder = made
  expect(await runHere(['directory', 'new', '--out', made, '--site', SITE], PASSPHRASE)).toMatchObject({
    exit: 0,
  })
  await signDirectory()
  await writeSite()
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balise-signing-'))
  await cp(made, folder, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true }))
afterAll(() => rm(made, { recursive: true }))

describe('a root keeper', () => {
  it('is shown what they sign; two of three make it valid, in whichever order', async () => {
    const first = await sign('root-3.pem', '--roots', at('roots.txt'))
    expect(first).toMatchObject({ exit: 0, errors: '' })
    expect(first.output).toContain('roots: the same as in --roots\n')
    expect(first.output).toContain(`address ${SITE}\n`)
    expect(first.output).toContain('version 1.0.0, directory version 1\n')
    expect(first.output).toContain('not compared with the one before')
    expect(first.output).toContain('signatures of its roots 1, needed 2')
    expect((await check()).errors).toContain('Two of the three roots must sign')
    expect((await sign('root-1.pem')).output).toContain('signatures of its roots 2, needed 2')
    const valid = await check('--roots', at('roots.txt'))
    expect(valid).toMatchObject({ exit: 0, errors: '' })
    expect(valid.output).toMatch(
      /^valid: version 1\.0\.0, directory version 1, files 11, signatures of its roots 2, manifest sha256 [0-9a-f]{64}\n$/,
    )
    const again = await sign('root-1.pem')
    expect(again.output).toContain('signatures of its roots 2')
    const kept = JSON.parse(await readFile(at('site/manifest.json.signatures'), 'utf8')) as RootSignatures
    expect(kept.signatures).toHaveLength(2)
  })

  it.each<[string, (site: string) => Promise<void>, RegExp]>([
    [
      'a page that changed',
      (site) => appendFile(join(site, 'fr/ecrire.html'), ' '),
      /fr\/ecrire\.html is not the file that the manifest lists/,
    ],
    ['a page that is gone', (site) => rm(join(site, 'index.html')), /index\.html is not there/],
    [
      'a compressed twin that says something else',
      (site) => cp(join(site, '404.html.br'), join(site, 'index.html.br')),
      /index\.html\.br does not hold/,
    ],
    ['a file too many', (site) => writeFile(join(site, 'sw.js'), ''), /"sw\.js" is not in its manifest/],
    [
      'a hidden file too many',
      (site) => writeFile(join(site, 'fr/.hidden'), ''),
      /"fr\/\.hidden" is not in its manifest/,
    ],
    [
      'other headers for the edge',
      (site) => appendFile(join(site, '_headers'), '/x\n'),
      /its _headers is not what this version of balise writes/,
    ],
    [
      'a manifest written by hand',
      (site) => appendFile(join(site, 'manifest.json'), ' '),
      /manifest\.json is not a manifest/,
    ],
  ])('signs nothing of a folder with %s', async (_what, change, named) => {
    await change(at('site'))
    const ended = await sign('root-1.pem')
    expect(ended).toMatchObject({ exit: 1, output: '' })
    expect(ended.errors).toMatch(named)
    expect((await check()).errors).toMatch(named)
  })

  it('is shown which addresses change, and signs nothing that goes back', async () => {
    await cp(at('site/manifest.json'), at('before.json'))
    expect((await sign('root-1.pem', '--before', at('before.json'))).output).toContain(
      'the same, byte for byte',
    )

    const unsigned = await runHere([
      'directory',
      'address',
      '--directory',
      at('directory.json'),
      '--site',
      'https://other.example',
    ])
    expect(unsigned.output).toContain(
      'address https://other.example, onion address none\nversion 2, not signed yet',
    )
    await signDirectory()
    await writeSite('1.1.0')
    const next = await sign('root-1.pem', '--before', at('before.json'))
    expect(next.exit).toBe(0)
    expect(next.output).toContain(
      'the one before: version 1.0.0, directory version 1\n  changed /directory.json\n  changed /directory.json.signatures\n',
    )

    await cp(at('site/manifest.json'), at('newer.json'))
    await writeSite('1.0.9')
    const back = await sign('root-2.pem', '--before', at('newer.json'))
    expect(back.exit).toBe(1)
    expect(back.errors).toContain('is not signed. It is OLDER: its version went back.')
    await writeSite('1.1.0')
    await writeFile(
      at('altered.json'),
      (await readFile(at('newer.json'), 'utf8')).replace('"index.html"', '"404.html"'),
    )
    expect((await sign('root-2.pem', '--before', at('altered.json'))).errors).toContain(
      'It has OTHER BYTES under the same versions',
    )
  })

  it('signs for no directory that two roots did not sign, and with no key that is not a root of it', async () => {
    const { pem, publicKey } = await makeRoot(PASSPHRASE)
    await writeFile(at('stranger.pem'), pem)
    expect((await sign('stranger.pem')).errors).toContain('is not one of the three roots')
    await writeFile(at('others.txt'), rootsText([publicKey, 'a'.repeat(64), 'b'.repeat(64)]))
    const others = await sign('root-1.pem', '--roots', at('others.txt'))
    expect(others.errors).toContain('Two of the roots already trusted')
    await rm(at('site/directory.json.signatures'))
    expect((await sign('root-1.pem')).errors).toContain('directory.json.signatures is not there')
  })
})

describe('the address of a site', () => {
  it('is one that browsers spell so, can be taken away, and stays when it is not spoken of', async () => {
    const address = (...more: string[]): Promise<Ended> =>
      runHere(['directory', 'address', '--directory', at('directory.json'), ...more])
    expect(await address()).toMatchObject({ exit: 2 })
    expect((await address('--site', 'balise.example')).errors).toContain('as browsers spell it')
    const onion = `http://${'a2'.repeat(28)}.onion`
    expect((await address('--onion', onion)).output).toContain(`address ${SITE}, onion address ${onion}`)
    expect((await address('--site', 'none')).output).toContain(`address none, onion address ${onion}`)
  })
})

describe('whoever verifies', () => {
  it('is told what is wrong with the address, with the memory, and where nobody answers', async () => {
    const named = await runHere(['verify', 'http://balise.example', '--seen', at('seen.json')])
    expect(named).toMatchObject({ exit: 2 })
    expect(named.errors).toContain('The address must begin with https://')
    expect(await runHere(['verify'])).toMatchObject({ exit: 2 })
    const silent = await runHere(['verify', 'http://127.0.0.1:1', '--seen', at('seen.json')])
    expect(silent).toMatchObject({ exit: 1 })
    expect(silent.errors).toContain('NOT VERIFIED: no answer from http://127.0.0.1:1')
    await writeFile(at('seen.json'), '{"version":1}')
    const forgotten = await runHere(['verify', 'http://127.0.0.1:1', '--seen', at('seen.json')])
    expect(forgotten.errors).toContain(
      'is not what balise kept. Without it nothing tells whether a site went back',
    )
  })
})
