// `balise directory add`: an association enters the directory, or its entry is replaced. What is added here is signed afterwards
// by people who look at it; a key that does not fit is refused with the command that makes one that does.
import { explainFault } from '../directory/faults.ts'
import * as v from 'valibot'
import { toBase64 } from '../crypto/encoding.ts'
import { acceptCertificate } from '../crypto/certificate-profile.ts'
import { readArmoredCertificate } from '../crypto/openpgp.ts'
import { DirectoryEntry, EnrolmentRequest, type Directory } from '../directory/directory.ts'
import { verifyEntry } from '../directory/verify-directory.ts'
import { AssociationId } from '../protocol/shapes.ts'
import { dayOf } from '../protocol/day.ts'
import { DIRECTORY_MAX_ENTRIES, MAX_FORMER_KEYS } from '../protocol/limits.ts'
import { decline } from '../protocol/result.ts'
import { command } from './command.ts'
import { readDirectoryFile, replaceByNext } from './directory-file.ts'
import { readJson, readText } from './files.ts'
import { gpgKeyCommands, gpgProofCommand } from './key-advice.ts'
import { done, misused, refused, type Outcome } from './outcome.ts'
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
    request: { value: 'REQUEST.json', about: 'What the association sent you, in one file.' },
    entry: { value: 'ENTRY.json', about: 'What the association says of itself.' },
    certificate: { value: 'CERT.asc', about: 'Its armored OpenPGP certificate.' },
    proof: { value: 'PROOF.asc', about: 'Its armored signature: proof that it holds the key.' },
  },
  notes: [
    'A request is made in the workspace: by an association that enrols, or whose key is a new one. Without one, give the three files.',
    'Before you sign, ask the association to read the fingerprint to you, by another way than the file came.',
    `ENTRY.json: ${JSON.stringify(EXAMPLE)}`,
    '"fingerprint" may be added to ENTRY.json, as the association read it to you: it must then be that of the certificate.',
    'The version grows by one, the directory is good for 180 days from today, and the signatures it had are dropped.',
  ],
  async run({ directory: path, request, entry, certificate, proof }) {
    const file = await readDirectoryFile(path)
    if (!file.ok) return file
    const { directory } = file.value
    const asked = await (request === undefined
      ? readFiles(entry, certificate, proof)
      : readRequest(request, directory))
    if (!asked.ok) return asked
    const { said, key, proofOfPossession, from } = asked.value
    const parsed = v.safeParse(DirectoryEntry, { ...key, ...said, proofOfPossession })
    if (!parsed.success) return refused(`${from} is refused: ${shapeFault(parsed.issues)}.`)
    const verdict = await verifyEntry(parsed.output, Date.now())
    if (verdict.ok) return await write(path, directory, parsed.output)
    const remedy =
      verdict.reason === 'possession-unproven'
        ? `The association makes it with:\n  ${gpgProofCommand(parsed.output.association, key.fingerprint)}`
        : `The certificate has the fingerprint ${key.fingerprint}: ask the association to read it to you again.`
    return refused(`${explainFault(verdict.reason, verdict.about)} ${remedy}`)
  },
})

/** What is to be added, wherever it came from. */
interface Asked {
  said: SaidOfItself
  key: { certificate: string; fingerprint: string }
  proofOfPossession: string
  /** The file to name when it is refused. */
  from: string
}

async function readFiles(
  entryPath: string | undefined,
  certificatePath: string | undefined,
  proofPath: string | undefined,
): Promise<Outcome<Asked>> {
  if (entryPath === undefined || certificatePath === undefined) {
    return misused(
      'Give --request REQUEST.json, or --entry ENTRY.json with --certificate CERT.asc and --proof PROOF.asc.',
    )
  }
  const said = await readEntry(entryPath)
  if (!said.ok) return said
  const armored = await readText(certificatePath, 'the certificate')
  if (!armored.ok) return armored
  const key = await judgeKey(armored.value, certificatePath, said.value)
  if (!key.ok) return key
  const proof = await readProof(proofPath, said.value.association, key.value.fingerprint)
  if (!proof.ok) return proof
  return done({ said: said.value, key: key.value, proofOfPossession: proof.value, from: entryPath })
}

/** A new association says what it is; one that is listed keeps what it said, and brings another key. */
async function readRequest(path: string, { associations }: Directory): Promise<Outcome<Asked>> {
  const json = await readJson(path, 'a request')
  if (!json.ok) return json
  const request = v.safeParse(EnrolmentRequest, json.value)
  if (!request.success)
    return refused(`${path} is not a request of an association: ${shapeFault(request.issues)}.`)
  const { association, entry, certificate, fingerprint, proofOfPossession } = request.output
  const listed = associations.find((each) => each.association === association)
  if (!entry && !listed) {
    return refused(
      `${path} is for ${association}, which this directory does not list, and does not say what it is.`,
    )
  }
  const { certificate: _old, fingerprint: _before, proofOfPossession: _proof, ...kept } = listed ?? {}
  const said: SaidOfItself = { status: 'active', ...kept, ...entry, association, fingerprint }
  const key = await judgeKey(certificate, path, said)
  return key.ok ? done({ said, key: key.value, proofOfPossession, from: path }) : key
}

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
async function judgeKey(
  armored: string,
  path: string,
  { name, association }: SaidOfItself,
): Promise<Outcome<Asked['key']>> {
  const certificate = await readArmoredCertificate(armored)
  const verdict = certificate
    ? await acceptCertificate(certificate, Date.now())
    : decline('unreadable-certificate')
  if (verdict.ok) return done({ certificate: armored, fingerprint: verdict.value.fingerprint })
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

/** Keeps the certificate that is given up today: what it signed until now stays proven. */
async function remembering(listed: DirectoryEntry, entry: DirectoryEntry): Promise<DirectoryEntry> {
  if (listed.fingerprint === entry.fingerprint) return { ...entry, ...formerKeysOf(listed) }
  const given = await readArmoredCertificate(listed.certificate)
  const former = given ? [{ certificate: toBase64(given.write()), until: dayOf(Date.now()) }] : []
  const formerKeys = [...(listed.formerKeys ?? []), ...former].slice(-MAX_FORMER_KEYS)
  return { ...entry, formerKeys }
}

const formerKeysOf = ({ formerKeys }: DirectoryEntry) => (formerKeys ? { formerKeys } : {})

async function write(path: string, directory: Directory, entry: DirectoryEntry): Promise<Outcome> {
  const isEntry = (other: DirectoryEntry) => other.association === entry.association
  const listed = directory.associations.find(isEntry)
  const next = listed ? await remembering(listed, entry) : entry
  const associations = listed
    ? directory.associations.map((other) => (isEntry(other) ? next : other))
    : [...directory.associations, next]
  if (associations.length > DIRECTORY_MAX_ENTRIES) {
    return refused(`A directory holds at most ${DIRECTORY_MAX_ENTRIES} associations, and this one is full.`)
  }
  const changes = [`${listed ? 'replaced' : 'added'} ${entry.association} ${entry.fingerprint}`]
  if (listed && listed.fingerprint !== entry.fingerprint) {
    changes.push(
      `THE KEY CHANGES: it was ${listed.fingerprint}. Have the new one read to you before you sign.`,
    )
  }
  return await replaceByNext(path, { ...directory, associations }, changes)
}
