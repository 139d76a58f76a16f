// `balise inbox pull`: signs in with a member's key, fetches every envelope, opens it here and writes it to a folder.
// The key and its passphrase never leave this process; what cannot be opened is kept as it came.
import { join } from 'node:path'
import { fromBase64, utf8, type Bytes } from '../crypto/encoding.ts'
import { equalBytes } from '../crypto/hmac.ts'
import type { InboxEnvelope } from '../protocol/inbox.ts'
import { readOpened } from '../sealing/open-envelope.ts'
import { command } from './command.ts'
import { exists, makeFolder, readBytes, writeNew } from './files.ts'
import { pullFiles, type FilesTally } from './inbox-files.ts'
import { acknowledge, forEachPage, type Session } from './inbox-session.ts'
import { ROOTS_NOTE } from './known-roots.ts'
import { inMemberSession, MEMBER_OPTIONS, SESSION_NOTE } from './member-session.ts'
import { done, print, refused, remark, type Outcome } from './outcome.ts'
import { PASSPHRASE_NOTE } from './passphrase.ts'
import type { Server } from './server-connection.ts'
import type { OpenSealed } from './team-keys.ts'

export const inboxPull = command({
  name: 'inbox pull',
  summary: "Fetch an association's envelopes, open them and write them to a folder.",
  options: {
    ...MEMBER_OPTIONS,
    out: { value: 'DIR', about: 'The folder; made for you alone if it is missing.', required: true },
    files: { about: 'Also fetch the files that came with them, check them and write them beside.' },
    acknowledge: { about: 'Tell the server which ones were opened and written.' },
  },
  notes: [
    "The key is your own as a member of a team, or the association's where it has no team.",
    SESSION_NOTE,
    PASSPHRASE_NOTE,
    ROOTS_NOTE,
    'It writes DAY-ID.json for what it opened, DAY-ID.not-mine.pgp for what is sealed to another key, and DAY-ID.damaged.pgp for what is sealed to this key and does not open. A file that is there already is left as it is.',
    'With --files it writes DAY-ID.piece-1.jpg and so on. A file that is not what it says ends in .bin instead. Once written it is no longer encrypted.',
    'With --gpg the key stays in GnuPG, or on a card: its agent asks for the passphrase.',
  ],
  async run({ out, files, acknowledge: alsoAcknowledge, ...given }) {
    return inMemberSession(given, async (session) => {
      const folder = await makeFolder(out)
      if (!folder.ok) return folder
      const { association } = session.entry
      return pull(session, { open: session.keys.open, association, out, files }, alsoAcknowledge)
    })
  },
})

interface Reader {
  open: OpenSealed
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
  { open, association, out, files }: Reader,
  server: Server,
  tally: Tally,
): Promise<Outcome<boolean>> {
  const sealed = fromBase64(envelope.sealed) ?? new Uint8Array()
  const opened = await readOpened(open(sealed), association)
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
