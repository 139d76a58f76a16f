// `balise directory check`: whether a build would accept a directory today.
import { explainFault } from '../directory/faults.ts'
import { verifyKeys } from '../directory/verify-directory.ts'
import { daysBetween, dayOf } from '../protocol/day.ts'
import { command } from './command.ts'
import { ROOTS_NOTE, ROOTS_OPTION } from './known-roots.ts'
import { done, print, refused } from './outcome.ts'
import { readSignedDirectory } from './signed-directory.ts'

export const directoryCheck = command({
  name: 'directory check',
  summary: 'Check the signatures, the expiry and every key of a directory.',
  options: {
    directory: { value: 'FILE', about: 'The directory.json to check.', required: true },
    roots: ROOTS_OPTION,
  },
  notes: [ROOTS_NOTE],
  async run(given) {
    const at = Date.now()
    const signed = await readSignedDirectory(given, at, false)
    if (!signed.ok) return signed
    const keys = await verifyKeys(signed.value, at)
    if (!keys.ok) return refused(`${given.directory} is not valid. ${explainFault(keys.reason, keys.about)}`)
    const { version, expiresOn } = signed.value
    const daysLeft = daysBetween(dayOf(at), expiresOn)
    print(
      `valid: version ${version}, associations ${keys.value.size}, good until ${expiresOn} (${daysLeft} days)`,
    )
    return done(undefined)
  },
})
