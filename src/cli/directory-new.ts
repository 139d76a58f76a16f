// `balise directory new`: three federation roots, an observatory, and a directory with nobody in it yet.
import { explainFault } from '../directory/faults.ts'
import { rootsText } from '../directory/known-roots.ts'
import { join } from 'node:path'
import { acceptCertificate } from '../crypto/certificate-profile.ts'
import { makeKey, readArmoredCertificate } from '../crypto/openpgp.ts'
import { command } from './command.ts'
import { addressFields, ADDRESS_OPTIONS, faultInAddresses } from './directory-address.ts'
import { replaceDirectory, textIssuedAt } from './directory-file.ts'
import { exists, makeFolder, readText, writeNew } from './files.ts'
import { gpgKeyCommands } from './key-advice.ts'
import { done, misused, print, refused, type Outcome } from './outcome.ts'
import { chooseNewPassphrase, PASSPHRASE_NOTE } from './passphrase.ts'
import { makeRoot } from './root-keys.ts'

const ROOTS = [1, 2, 3] as const
const OBSERVATORY_SECRET = 'observatory-secret.asc'

/** Not secret, but given from hand to hand: what everyone else holds the directory against. */
const ROOTS_FILE = 'roots.txt'

interface NewFile {
  name: string
  contents: string
}

export const directoryNew = command({
  name: 'directory new',
  summary: 'Make three root keys, an observatory key and an empty directory.',
  options: {
    out: { value: 'DIR', about: 'Folder for the new files; none is replaced.', required: true },
    observatory: {
      value: 'CERT.asc',
      about:
        "The observatory's own certificate. Without it, one is made and its secret key is written encrypted.",
    },
    ...ADDRESS_OPTIONS,
  },
  notes: [
    PASSPHRASE_NOTE,
    'Do this on a machine that stays off the network. Each root key then goes to another person: two of the three sign every directory.',
  ],
  async run({ out, observatory, site, onion }) {
    const addressFault = faultInAddresses({ site, onion })
    if (addressFault !== null) return misused(addressFault)
    const folder = await makeFolder(out)
    if (!folder.ok) return folder
    const names = [
      ...ROOTS.map(rootFile),
      ROOTS_FILE,
      'directory.json',
      ...(observatory ? [] : [OBSERVATORY_SECRET]),
    ]
    for (const name of names) {
      if (await exists(join(out, name))) {
        return refused(`${join(out, name)} already exists, and nothing was made. Choose an empty folder.`)
      }
    }
    const roots = await makeRoots()
    if (!roots.ok) return roots
    const observing = observatory ? await readObservatory(observatory) : await makeObservatory()
    if (!observing.ok) return observing
    const publicKeys = roots.value.map(({ publicKey }) => publicKey)
    const text = textIssuedAt(Date.now(), {
      format: 'balise-directory-1',
      version: 1,
      demonstration: false,
      ...addressFields({ site, onion }),
      roots: publicKeys,
      observatory: observing.value.entry,
      associations: [],
    })
    const files: NewFile[] = [
      ...roots.value.map(({ pem }, index) => ({ name: rootFile(index + 1), contents: pem })),
      ...observing.value.secret,
      { name: ROOTS_FILE, contents: rootsText(publicKeys) },
    ]
    for (const { name, contents } of files) {
      const written = await writeNew(join(out, name), contents, 'a new file')
      if (!written.ok) return written
    }
    const directory = join(out, 'directory.json')
    const written = await replaceDirectory(directory, text)
    if (!written.ok) return written
    print(`made ${[...files.map(({ name }) => join(out, name)), directory].join(', ')}`)
    print('Next:')
    print('1. Give each root key file to another person, who keeps it offline, and delete it here.')
    print(
      `2. Add each association: npx balise directory add --directory ${directory} --entry ENTRY.json --certificate CERT.asc --proof PROOF.asc`,
    )
    print(`3. Two root keepers sign: npx balise directory sign --directory ${directory} --key ROOT.pem`)
    print(`4. Check it: npx balise directory check --directory ${directory} --roots ${join(out, ROOTS_FILE)}`)
    print(
      `5. Give ${join(out, ROOTS_FILE)} to whoever builds a site, and to every association: --roots holds a directory against it.`,
    )
    return done(undefined)
  },
})

const rootFile = (number: number): string => `root-${number}.pem`

async function makeRoots(): Promise<Outcome<{ publicKey: string; pem: string }[]>> {
  const roots = []
  for (const number of ROOTS) {
    const passphrase = await chooseNewPassphrase(rootFile(number))
    if (!passphrase.ok) return passphrase
    roots.push(await makeRoot(passphrase.value))
  }
  return done(roots)
}

interface Observatory {
  entry: { certificate: string; fingerprint: string }
  secret: NewFile[]
}

async function makeObservatory(): Promise<Outcome<Observatory>> {
  const passphrase = await chooseNewPassphrase(OBSERVATORY_SECRET)
  if (!passphrase.ok) return passphrase
  const { certificate, secretKey } = await makeKey('Balise observatory', passphrase.value, Date.now())
  const entry = await acceptObservatory(certificate)
  return entry.ok
    ? done({ entry: entry.value, secret: [{ name: OBSERVATORY_SECRET, contents: secretKey }] })
    : entry
}

async function readObservatory(path: string): Promise<Outcome<Observatory>> {
  const armored = await readText(path, 'the certificate of the observatory')
  if (!armored.ok) return armored
  const entry = await acceptObservatory(armored.value)
  return entry.ok ? done({ entry: entry.value, secret: [] }) : entry
}

async function acceptObservatory(armored: string): Promise<Outcome<Observatory['entry']>> {
  const certificate = await readArmoredCertificate(armored)
  const verdict = certificate
    ? await acceptCertificate(certificate, Date.now())
    : ({ ok: false, reason: 'unreadable-certificate' } as const)
  if (verdict.ok) return done({ certificate: armored, fingerprint: verdict.value.fingerprint })
  return refused(
    `The certificate of the observatory is refused. ${explainFault(verdict.reason, 'observatory')}\nA key that fits is made, and its certificate exported, with:\n  ${gpgKeyCommands('Balise observatory').join('\n  ')}`,
  )
}
