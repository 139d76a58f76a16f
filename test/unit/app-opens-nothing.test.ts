// The app cannot open what it keeps: none of its code does. Its two entries are bundled as they are deployed, and what is in them is
// looked at.
import { readFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

/** The files of the house that an entry reaches, whether or not anything of them is left, and what is left of them, unminified. */
async function bundled(entry: string): Promise<{ files: string[]; ours: string }> {
  const { metafile, outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'unwritten',
    format: 'esm',
    platform: entry === 'src/node.ts' ? 'node' : 'neutral',
    packages: 'external',
    external: ['node:*'],
    logLevel: 'silent',
  })
  return { files: Object.keys(metafile.inputs), ours: outputFiles.map(({ text }) => text).join('\n') }
}

/** A definition or a call of what opens a sealed thing or a secret key: ours in `src/crypto`, and OpenPGP.js's that they call. */
const OPENERS =
  /\b(?:decryptWith|decryptUnder|readSecretKey|readOpenKeys|decrypt|decryptKey|readPrivateKeys?|openCard|publishDue)\(/

describe.each(['src/worker.ts', 'src/node.ts'])('the app that starts in %s', (entry) => {
  it('reaches no file of the observatory, and nothing that opens what is sealed', async () => {
    const { files } = await bundled(entry)
    expect(files).toContain('src/server/routes/victim/post-card.ts')
    expect(files.filter((file) => /^src\/(observatory|sealing|cli|client)\b/.test(file))).toEqual([])
  })

  it('has no function that opens an envelope, a card or a key', async () => {
    const { ours } = await bundled(entry)
    expect(ours).toContain('keepCard')
    expect(OPENERS.exec(ours)?.[0]).toBeUndefined()
  })
})

describe('the observatory', () => {
  it('has them: what is looked for is what opens a card', async () => {
    const { files, ours } = await bundled('src/observatory.ts')
    expect(files).toContain('src/observatory/open-card.ts')
    expect(ours).toMatch(OPENERS)
  })

  it('reaches neither the app nor the store of envelopes', async () => {
    const { files } = await bundled('src/observatory.ts')
    expect(files.filter((file) => /^src\/(server|db\/envelopes|cli|client|pages)\b/.test(file))).toEqual([])
  })
})

describe('the settings of the two workers', () => {
  it('name each its own secrets: the app’s never the observatory’s key, the observatory’s nothing of the app', async () => {
    const [app, observatory, worker] = await Promise.all(
      ['wrangler.toml', 'wrangler.observatory.toml', 'src/server/edge/edge-house.ts'].map((file) =>
        readFile(file, 'utf8'),
      ),
    )
    expect(`${app}${worker}`).not.toMatch(/OBSERVATORY/)
    expect(observatory).toContain('OBSERVATORY_KEY')
    expect(observatory).not.toMatch(/ENVELOPES|SERVER_SECRET|ORIGIN|ASSETS|PARTS|MAIL_|routes|kv_|r2_/)
  })
})
