// `balise manifest sign`: one root keeper vouches for the exact bytes of a built site, on their own machine. Nothing is signed of a folder
// that is not what its manifest says, nor before what it says was shown.
import { join } from 'node:path'
import { ROOT_THRESHOLD } from '../directory/directory.ts'
import { manifestMessage, parseManifest, successionOf } from '../directory/manifest.ts'
import { sha256Hex } from '../crypto/sha256.ts'
import { MANIFEST } from '../server/node/site-folder.ts'
import { readBuiltSite } from './built-site.ts'
import { command } from './command.ts'
import { readBytes } from './files.ts'
import { manifestLines, stampOf, SUCCESSION_FAULTS, type Signed } from './manifest-lines.ts'
import { done, print, refused, type Outcome } from './outcome.ts'
import { PASSPHRASE_NOTE } from './passphrase.ts'
import { signaturesPath, signBeside } from './root-signatures.ts'
import { vouchedLines } from './vouching.ts'

export const manifestSign = command({
  name: 'manifest sign',
  summary: 'Sign a built site with a root key; two of the three roots make it one that outsiders can verify.',
  options: {
    site: { value: 'DIR', about: 'The folder of the built site.', required: true },
    key: { value: 'ROOT.pem', about: 'The root key file.', required: true },
    before: {
      value: 'FILE',
      about: 'The manifest.json of the site that this one follows, to be shown what changes.',
    },
    roots: {
      value: 'FILE',
      about: 'The roots.txt you keep: two of its keys must have signed the directory.',
    },
  },
  notes: [
    PASSPHRASE_NOTE,
    'Sign what you built yourself, from the source of that version and the signed directory: npm run build. A folder that another machine built is only as good as that machine.',
    'It writes manifest.json.signatures, which goes beside manifest.json wherever the site is served. The same build keeps it; another build drops it.',
  ],
  async run({ site, key, before: beforePath, roots }) {
    const built = await readBuiltSite({ site, roots }, Date.now())
    if (!built.ok) return built
    const { manifest, manifestBytes, directory, known } = built.value
    const next = { manifest, sha256: sha256Hex(manifestBytes) }
    const before = beforePath === undefined ? done(undefined) : await readManifestFile(beforePath)
    if (!before.ok) return before
    for (const line of [...vouchedLines(directory, known), ...manifestLines(next, before.value)]) print(line)
    const fault = before.value && faultAfter(before.value, next)
    if (fault) return refused(`${site} is not signed. It ${fault}.`)
    const path = join(site, MANIFEST)
    const signed = await signBeside(
      { path, message: manifestMessage(manifestBytes), roots: directory.roots },
      key,
    )
    if (!signed.ok) return signed
    const { root, signers } = signed.value
    print(
      `signed ${signaturesPath(path)} by root ${root}: signatures of its roots ${signers}, needed ${ROOT_THRESHOLD}`,
    )
    return done(undefined)
  },
})

const faultAfter = (before: Signed, next: Signed): string | null =>
  SUCCESSION_FAULTS[
    successionOf(stampOf(before.manifest, before.sha256), stampOf(next.manifest, next.sha256))
  ]

async function readManifestFile(path: string): Promise<Outcome<Signed>> {
  const bytes = await readBytes(path, 'the manifest before')
  if (!bytes.ok) return bytes
  const manifest = parseManifest(bytes.value)
  return manifest
    ? done({ manifest, sha256: sha256Hex(bytes.value) })
    : refused(`${path} is not the manifest of a site.`)
}
