// `balise inbox pull`: signs in with an association's key, fetches every envelope, opens it here and writes it to a folder.
// The key and its passphrase never leave this process; what cannot be opened is kept as it came.
import { join } from 'node:path'
import { fromBase64, utf8, type Bytes } from '../crypto/encoding.ts'
import { equalBytes } from '../crypto/hmac.ts'
import { fingerprintOf, readSecretKey, unlock, type PrivateKey } from '../crypto/openpgp.ts'
import type { InboxEnvelope } from '../protocol/inbox.ts'
import { openEnvelope } from '../sealing/open-envelope.ts'
import { command } from './command.ts'
import { exists, makeFolder, readBytes, writeNew } from './files.ts'
import { pullFiles, type FilesTally } from './inbox-files.ts'
import { acknowledge, forEachPage, signIn, signOut, type Session } from './inbox-session.ts'
import { readKnownRoots, ROOTS_NOTE, ROOTS_OPTION } from './known-roots.ts'
import { done, print, refused, remark, type Outcome } from './outcome.ts'
import { askPassphrase, PASSPHRASE_NOTE } from './passphrase.ts'
import { readServer, type Server } from './server-connection.ts'
import { fetchDirectory } from './server-directory.ts'

export const inboxPull = command({
  name: 'inbox pull',
  summary: "Fetch an association's envelopes, open them and write them to a folder.",
  options: {
    server: { value: 'URL', about: 'The address of the site.', required: true },
    key: { value: 'FILE', about: "The association's OpenPGP secret key, armored or binary.", required: true },
    out: { value: 'DIR', about: 'The folder; made for you alone if it is missing.', required: true },
    roots: ROOTS_OPTION,
    files: { about: 'Also fetch the files that came with them, check them and write them beside.' },
    acknowledge: { about: 'Tell the server which ones were opened and written.' },
  },
  notes: [
    PASSPHRASE_NOTE,
    ROOTS_NOTE,
    'It writes DAY-ID.json for what it opened, DAY-ID.not-mine.pgp for what is sealed to another key, and DAY-ID.damaged.pgp for what is sealed to this key and does not open. A file that is there already is left as it is.',
    'With --files it writes DAY-ID.piece-1.jpg and so on. A file that is not what it says ends in .bin instead. Once written it is no longer encrypted.',
    'A key in GnuPG is brought with: gpg --export-secret-keys FINGERPRINT > KEY.pgp',
  ],
  async run({ server: address, key: keyPath, out, roots: rootsPath, files, acknowledge: alsoAcknowledge }) {
    const server = readServer(address)
    if (!server.ok) return server
    const key = await readKey(keyPath)
    if (!key.ok) return key
    const roots = await readKnownRoots(rootsPath)
    if (!roots.ok) return roots
    const association = await findAssociation(server.value, roots.value, fingerprintOf(key.value))
    if (!association.ok) return association
    const unlocked = await unlockKey(key.value, keyPath)
    if (!unlocked.ok) return unlocked
    const folder = await makeFolder(out)
    if (!folder.ok) return folder
    const session = await signIn(server.value, association.value, unlocked.value)
    if (!session.ok) return session
    const reader = { key: unlocked.value, association: association.value, out, files }
    try {
      return await pull(session.value, reader, alsoAcknowledge)
    } finally {
      await signOut(session.value)
    }
  },
})

async function readKey(path: string): Promise<Outcome<PrivateKey>> {
  const bytes = await readBytes(path, 'the key')
  if (!bytes.ok) return bytes
  const key = await readSecretKey(bytes.value)
  return key
    ? done(key)
    : refused(`${path} holds no OpenPGP secret key. Give the secret key's file to --key.`)
}

async function unlockKey(key: PrivateKey, path: string): Promise<Outcome<PrivateKey>> {
  if (key.isDecrypted()) return done(key)
  const passphrase = await askPassphrase(path)
  if (!passphrase.ok) return passphrase
  const unlocked = await unlock(key, passphrase.value)
  return unlocked.ok ? unlocked : refused(`The passphrase does not open ${path}. Try again.`)
}

async function findAssociation(
  server: Server,
  roots: readonly string[] | undefined,
  fingerprint: string,
): Promise<Outcome<string>> {
  const directory = await fetchDirectory(server, roots)
  if (!directory.ok) return directory
  const entry = directory.value.associations.find((candidate) => candidate.fingerprint === fingerprint)
  return entry
    ? done(entry.association)
    : refused(
        `No association in the directory of ${server.origin} has the key ${fingerprint}. Use the key given to the directory.`,
      )
}

interface Reader {
  key: PrivateKey
  association: string
  out: string
  files: boolean
}

interface Tally extends FilesTally {
  opened: number
  'not-mine': number
  damaged: number
  written: number
  acknowledged: number
  /** Files that are there already with other contents. */
  differing: string[]
}

async function pull(session: Session, reader: Reader, alsoAcknowledge: boolean): Promise<Outcome> {
  const tally: Tally = {
    opened: 0,
    'not-mine': 0,
    damaged: 0,
    written: 0,
    acknowledged: 0,
    differing: [],
    kept: 0,
    lacking: [],
  }
  const pulled = await forEachPage(session, async (envelopes) => {
    const held: string[] = []
    for (const envelope of envelopes) {
      const kept = await keep(envelope, reader, session.server, tally)
      if (!kept.ok) return kept
      if (kept.value && envelope.acknowledgedOn === null) held.push(envelope.id)
    }
    if (!alsoAcknowledge) return done(undefined)
    const acknowledged = await acknowledge(session, held)
    if (acknowledged.ok) tally.acknowledged += held.length
    return acknowledged
  })
  print(
    `opened ${tally.opened}, not for this key ${tally['not-mine']}, damaged ${tally.damaged}; written ${tally.written} in ${reader.out}`,
  )
  if (reader.files) print(`attached files written ${tally.kept}, missing ${tally.lacking.length}`)
  if (alsoAcknowledge) print(`acknowledged ${tally.acknowledged}`)
  for (const path of tally.differing) remark(`${path} was there with other contents, and is left as it is.`)
  if (!pulled.ok || tally.differing.length + tally.lacking.length === 0) return pulled
  if (tally.differing.length === 0) return refused('Not every file could be had. What could is written.')
  return refused('Not everything was written. Pull again into another folder.')
}

/** Opens one envelope and writes what came of it; the value tells whether it was opened and is now on the disk. */
async function keep(
  envelope: InboxEnvelope,
  { key, association, out, files }: Reader,
  server: Server,
  tally: Tally,
): Promise<Outcome<boolean>> {
  const sealed = fromBase64(envelope.sealed) ?? new Uint8Array()
  const opened = await openEnvelope(sealed, key, association)
  const name = `${envelope.receivedOn}-${envelope.id}`
  tally[opened.ok ? 'opened' : opened.reason]++
  const path = join(out, name)
  const file = opened.ok
    ? { path: `${path}.json`, contents: readableJson(opened.value) }
    : { path: `${path}.${opened.reason}.pgp`, contents: sealed }
  const onDisk = await writeOnce(file, tally)
  if (!onDisk.ok) return onDisk
  if (!onDisk.value || !opened.ok) return done(false)
  const pulled = files ? await pullFiles(server, opened.value, path, tally) : done(undefined)
  return pulled.ok ? done(true) : pulled
}

/** False when other contents are there already. */
async function writeOnce(
  { path, contents }: { path: string; contents: Bytes },
  tally: Tally,
): Promise<Outcome<boolean>> {
  if (await exists(path)) {
    const present = await readBytes(path, 'an earlier copy')
    if (!present.ok) return present
    const same = equalBytes(present.value, contents)
    if (!same) tally.differing.push(path)
    return done(same)
  }
  const written = await writeNew(path, contents, 'an envelope')
  if (!written.ok) return written
  tally.written++
  return done(true)
}

/** The same JSON, with the control characters that JSON lets through escaped: a terminal would obey them. */
const readableJson = (contents: unknown): Bytes =>
  utf8(
    `${JSON.stringify(contents, null, 2).replaceAll(/[\u007f-\u009f]/g, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`,
  )
