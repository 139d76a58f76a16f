// `balise directory sign`: one root keeper vouches for the exact bytes of a directory, after every key in it was judged and what
// it says was shown.
import { explainFault } from '../directory/faults.ts'
import { verifyKeys } from '../directory/verify-directory.ts'
import { ROOT_THRESHOLD } from '../directory/directory.ts'
import { dayOf } from '../protocol/day.ts'
import { command } from './command.ts'
import { readDirectoryFile, type DirectoryFile } from './directory-file.ts'
import { readKnownRoots } from './known-roots.ts'
import { done, print, refused } from './outcome.ts'
import { PASSPHRASE_NOTE } from './passphrase.ts'
import { signBeside } from './root-signatures.ts'
import { vouchedLines } from './vouching.ts'

export const directorySign = command({
  name: 'directory sign',
  summary: 'Sign a directory with a root key; two of the three roots make it valid.',
  options: {
    directory: { value: 'FILE', about: 'The directory.json to sign.', required: true },
    key: { value: 'ROOT.pem', about: 'The root key file.', required: true },
    roots: { value: 'FILE', about: 'The roots.txt you keep, to be told if the roots changed.' },
  },
  notes: [
    PASSPHRASE_NOTE,
    'Before it asks for the passphrase it prints what you vouch for: compare each fingerprint with what the association read to you.',
  ],
  async run({ directory: path, key, roots: rootsPath }) {
    const known = await readKnownRoots(rootsPath)
    if (!known.ok) return known
    const file = await readDirectoryFile(path)
    if (!file.ok) return file
    const fault = await faultOf(file.value)
    if (fault !== null) return refused(`${path} is not signed. ${fault}`)
    const { directory, bytes } = file.value
    for (const line of vouchedLines(directory, known.value)) print(line)
    const signed = await signBeside({ path, message: bytes, roots: directory.roots }, key)
    if (!signed.ok) return signed
    const { root, signers } = signed.value
    print(
      `signed version ${directory.version} by root ${root}: signatures of its roots ${signers}, needed ${ROOT_THRESHOLD}`,
    )
    return done(undefined)
  },
})

async function faultOf({ directory }: DirectoryFile): Promise<string | null> {
  const at = Date.now()
  if (dayOf(at) > directory.expiresOn) return explainFault('expired')
  const keys = await verifyKeys(directory, at)
  return keys.ok ? null : explainFault(keys.reason, keys.about)
}
