// `balise directory check`: whether a build would accept a directory today.
import { explainFault } from '../directory/faults.ts'
import { verifyKeys, verifySignedDirectory } from '../directory/verify-directory.ts'
import { daysBetween, dayOf } from '../protocol/day.ts'
import { command } from './command.ts'
import { readDirectoryFile, readSignaturesFile, signaturesText } from './directory-file.ts'
import { utf8 } from '../crypto/encoding.ts'
import { readKnownRoots, ROOTS_NOTE, ROOTS_OPTION } from './known-roots.ts'
import { done, print, refused } from './outcome.ts'

export const directoryCheck = command({
  name: 'directory check',
  summary: 'Check the signatures, the expiry and every key of a directory.',
  options: {
    directory: { value: 'FILE', about: 'The directory.json to check.', required: true },
    roots: ROOTS_OPTION,
  },
  notes: [ROOTS_NOTE],
  async run({ directory: path, roots: rootsPath }) {
    const roots = await readKnownRoots(rootsPath)
    if (!roots.ok) return roots
    const file = await readDirectoryFile(path)
    if (!file.ok) return file
    const signatures = await readSignaturesFile(path)
    if (!signatures.ok) return signatures
    const at = Date.now()
    const signatureBytes = utf8(signaturesText(signatures.value))
    const signed = await verifySignedDirectory(file.value.bytes, signatureBytes, at, {
      roots: roots.value,
    })
    if (!signed.ok) return refused(`${path} is not valid. ${explainFault(signed.reason, signed.about)}`)
    const keys = await verifyKeys(signed.value, at)
    if (!keys.ok) return refused(`${path} is not valid. ${explainFault(keys.reason, keys.about)}`)
    const { version, expiresOn } = signed.value
    const daysLeft = daysBetween(dayOf(at), expiresOn)
    print(
      `valid: version ${version}, associations ${keys.value.size}, good until ${expiresOn} (${daysLeft} days)`,
    )
    return done(undefined)
  },
})
