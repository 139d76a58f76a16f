// `balise manifest check`: whether a folder is a built site that two of the roots signed, byte for byte.
import { sha256Hex } from '../crypto/sha256.ts'
import { believeManifest } from '../directory/manifest.ts'
import { readBuiltSite } from './built-site.ts'
import { command } from './command.ts'
import { ROOTS_NOTE, ROOTS_OPTION } from './known-roots.ts'
import { MANIFEST_FAULTS } from './manifest-lines.ts'
import { done, print, refused } from './outcome.ts'

export const manifestCheck = command({
  name: 'manifest check',
  summary: 'Check a built site: every file, its directory, and the signatures of the roots.',
  options: {
    site: { value: 'DIR', about: 'The folder of the built site.', required: true },
    roots: ROOTS_OPTION,
  },
  notes: [ROOTS_NOTE],
  async run(given) {
    const built = await readBuiltSite(given, Date.now())
    if (!built.ok) return built
    const { manifest, manifestBytes, signatureBytes, directory, files } = built.value
    if (!signatureBytes)
      return refused(`${given.site} is whole, and nobody has signed it. See: npx balise manifest sign --help`)
    const believed = await believeManifest(manifestBytes, signatureBytes, directory.roots)
    if (!believed.ok) return refused(`${given.site} is whole. ${MANIFEST_FAULTS[believed.reason]}`)
    print(
      `valid: version ${manifest.version}, directory version ${manifest.directoryVersion}, files ${files.length}, signatures of its roots ${believed.value.size}, manifest sha256 ${sha256Hex(manifestBytes)}`,
    )
    return done(undefined)
  },
})
