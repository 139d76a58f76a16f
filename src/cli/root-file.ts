// Opens the file of a federation root, for whoever signs with it: the passphrase is asked for, and what is wrong is said.
import { readText } from './files.ts'
import { refused, type Outcome } from './outcome.ts'
import { askPassphrase } from './passphrase.ts'
import { openRoot, type OpenedRoot } from './root-keys.ts'

export async function readRoot(path: string): Promise<Outcome<OpenedRoot>> {
  const pem = await readText(path, 'the root key')
  if (!pem.ok) return pem
  const passphrase = await askPassphrase(path)
  if (!passphrase.ok) return passphrase
  const root = openRoot(pem.value, passphrase.value)
  if (root.ok) return root
  return root.reason === 'wrong-passphrase'
    ? refused(`The passphrase does not open ${path}. Try again.`)
    : refused(`${path} is not a root key. A root key file is made by balise directory new.`)
}
