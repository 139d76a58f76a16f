// The exact commands an association runs in GnuPG to bring a key that fits, and to prove that it holds it.
import { possessionStatement } from '../directory/directory.ts'

/** POSIX shell quoting: whatever a name holds, the printed command stays one command. */
const inQuotes = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** Printable, and without what would change meaning between double quotes. */
const plainName = (name: string): string => name.replaceAll(/[\p{C}\s"$`\\!]+/gu, ' ').trim()

/** Makes a key in the profile, then exports its certificate. */
export const gpgKeyCommands = (name: string): string[] => [
  `gpg --quick-gen-key "${plainName(name)}" future-default default never`,
  `gpg --armor --export "=${plainName(name)}" > CERT.asc`,
]

/** `association` and `fingerprint` have the narrow shapes of the directory: nothing in them needs quoting. */
export const gpgProofCommand = (association: string, fingerprint: string): string =>
  `printf '%s' ${inQuotes(possessionStatement(association, fingerprint))} | gpg --armor --detach-sign --local-user ${fingerprint}`
