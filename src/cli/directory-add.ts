// `balise directory add`: an association enters the directory, or its entry is replaced. What is added here is signed afterwards
// by people who look at it; a key that does not fit is refused with the command that makes one that does.
import { explainFault } from '../directory/faults.ts'
import * as v from 'valibot'
import { acceptCertificate } from '../crypto/certificate-profile.ts'
import { readArmoredCertificate } from '../crypto/openpgp.ts'
import { DirectoryEntry, type Directory } from '../directory/directory.ts'
import { verifyEntry } from '../directory/verify-directory.ts'
import { AssociationId } from '../protocol/shapes.ts'
import { DIRECTORY_MAX_ENTRIES } from '../protocol/limits.ts'
import { decline } from '../protocol/result.ts'
import { command } from './command.ts'
import { readDirectoryFile, replaceDirectory, textIssuedAt } from './directory-file.ts'
import { readJson, readText } from './files.ts'
import { gpgKeyCommands, gpgProofCommand } from './key-advice.ts'
import { done, misused, print, refused, type Outcome } from './outcome.ts'
import { shapeFault } from './shape-fault.ts'

const EXAMPLE = {
  association: 'example',
  name: 'Example',
  about: { fr: 'Écoute et accompagnement.', en: 'Listening and support.' },
  scope: ['psychological', 'legal'],
  audiences: [],
  territory: ['75', '93'],
  languages: ['fr', 'en'],
  answersWithinDays: 3,
  acceptsMinors: false,
  acceptsUnder15: false,
  offenceBasis: null,
  status: 'active',
}

export const directoryAdd = command({
  name: 'directory add',
  summary: 'Add an association to a directory, or replace its entry.',
  options: {
    directory: { value: 'FILE', about: 'The directory.json to change.', required: true },
    entry: { value: 'ENTRY.json', about: 'What the association says of itself.', required: true },
    certificate: { value: 'CERT.asc', about: 'Its armored OpenPGP certificate.', required: true },
    proof: { value: 'PROOF.asc', about: 'Its armored signature: proof that it holds the key.' },
  },
  notes: [
    `ENTRY.json: ${JSON.stringify(EXAMPLE)}`,
    '"fingerprint" may be added to ENTRY.json, as the association read it to you: it must then be that of the certificate.',
    'The version grows by one, the directory is good for 180 days from today, and the signatures it had are dropped.',
  ],
  async run({ directory: path, entry: entryPath, certificate: certificatePath, proof: proofPath }) {
    const file = await readDirectoryFile(path)
    if (!file.ok) return file
    const said = await readEntry(entryPath)
    if (!said.ok) return said
    const key = await readKey(certificatePath, said.value)
    if (!key.ok) return key
    const proof = await readProof(proofPath, said.value.association, key.value.fingerprint)
    if (!proof.ok) return proof
    const entry = v.safeParse(DirectoryEntry, { ...key.value, ...said.value, proofOfPossession: proof.value })
    if (!entry.success) return refused(`${entryPath} is refused: ${shapeFault(entry.issues)}.`)
    const verdict = await verifyEntry(entry.output, Date.now())
    if (verdict.ok) return await write(path, file.value.directory, entry.output)
    const remedy =
      verdict.reason === 'possession-unproven'
        ? `The association makes it with:\n  ${gpgProofCommand(entry.output.association, key.value.fingerprint)}`
        : `The certificate has the fingerprint ${key.value.fingerprint}: ask the association to read it to you again.`
    return refused(`${explainFault(verdict.reason, verdict.about)} ${remedy}`)
  },
})

/** The fields are judged once the key and the proof are beside them. */
type SaidOfItself = Record<string, unknown> & { association: string }

async function readEntry(path: string): Promise<Outcome<SaidOfItself>> {
  const json = await readJson(path, 'an entry')
  if (!json.ok) return json
  const entry = v.safeParse(v.looseObject({ association: AssociationId }), json.value)
  if (!entry.success) {
    return refused(
      `${path} is refused: it must be an object whose "association" is a short name such as "le-refuge-75". See: npx balise directory add --help`,
    )
  }
  const foreign = ['certificate', 'proofOfPossession'].find((field) => field in entry.output)
  return foreign === undefined
    ? done(entry.output)
    : refused(`Leave "${foreign}" out of ${path}: it comes from a file with an option of its own.`)
}

/** A certificate in the profile, or the commands that make one. */
async function readKey(
  path: string,
  { name, association }: SaidOfItself,
): Promise<Outcome<{ certificate: string; fingerprint: string }>> {
  const armored = await readText(path, 'the certificate')
  if (!armored.ok) return armored
  const certificate = await readArmoredCertificate(armored.value)
  const verdict = certificate
    ? await acceptCertificate(certificate, Date.now())
    : decline('unreadable-certificate')
  if (verdict.ok) return done({ certificate: armored.value, fingerprint: verdict.value.fingerprint })
  const commands = gpgKeyCommands(typeof name === 'string' ? name : association)
  return refused(
    `${path} is refused. ${explainFault(verdict.reason, association)}\nA key that fits is made, and its certificate exported, with:\n  ${commands.join('\n  ')}`,
  )
}

async function readProof(
  path: string | undefined,
  association: string,
  fingerprint: string,
): Promise<Outcome<string>> {
  if (path !== undefined) return await readText(path, 'the proof')
  return misused(
    `--proof is missing. The association makes it with:\n  ${gpgProofCommand(association, fingerprint)}`,
  )
}

async function write(path: string, directory: Directory, entry: DirectoryEntry): Promise<Outcome> {
  const isEntry = (other: DirectoryEntry) => other.association === entry.association
  const replaces = directory.associations.some(isEntry)
  const associations = replaces
    ? directory.associations.map((other) => (isEntry(other) ? entry : other))
    : [...directory.associations, entry]
  if (associations.length > DIRECTORY_MAX_ENTRIES) {
    return refused(`A directory holds at most ${DIRECTORY_MAX_ENTRIES} associations, and this one is full.`)
  }
  const version = directory.version + 1
  const written = await replaceDirectory(
    path,
    textIssuedAt(Date.now(), { ...directory, version, associations }),
  )
  if (!written.ok) return written
  print(`${replaces ? 'replaced' : 'added'} ${entry.association} ${entry.fingerprint}`)
  print(
    `version ${version}, not signed yet: two root keepers run npx balise directory sign --directory ${path}`,
  )
  return done(undefined)
}
