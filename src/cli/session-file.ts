// Where a session is kept from one command to the next: a file for each server and association, which its owner alone may read. It holds
// the session's cookie and how the member's key is found again; never a key, a passphrase or a word of anyone's.
import { join } from 'node:path'
import * as v from 'valibot'
import { AssociationId, Fingerprint } from '../protocol/shapes.ts'
import { exists, makeFolder, readJson, remove, replacePrivate } from './files.ts'
import type { KeyName } from './member-key.ts'
import { done, refused, type Outcome } from './outcome.ts'
import type { Server } from './server-connection.ts'
import { stateFolder } from './state-folder.ts'

const KeptSession = v.strictObject({
  version: v.literal(1),
  server: v.string(),
  association: AssociationId,
  /** Fingerprint of the key that signed in. */
  member: Fingerprint,
  key: v.union([v.strictObject({ gpg: Fingerprint }), v.strictObject({ file: v.string() })]),
  cookie: v.pipe(v.string(), v.regex(/^__Host-balise=[A-Za-z0-9_-]{1,128}$/)),
})
export type KeptSession = v.InferOutput<typeof KeptSession>

const pathOf = ({ origin }: Server, association: string): string =>
  join(stateFolder(), `${association}@${encodeURIComponent(origin)}.json`)

/** Takes the place of the session that was kept there. */
export async function keepSession(
  server: Server,
  association: string,
  { member, key, cookie }: { member: string; key: KeyName; cookie: string },
): Promise<Outcome> {
  const folder = await makeFolder(stateFolder())
  if (!folder.ok) return folder
  const kept: KeptSession = { version: 1, server: server.origin, association, member, key, cookie }
  return replacePrivate(pathOf(server, association), `${JSON.stringify(kept)}\n`, 'the session')
}

/** Null where none is kept. One that cannot be read is said to be so: whoever signs in again replaces it. */
export async function readSession(server: Server, association: string): Promise<Outcome<KeptSession | null>> {
  // What is no name could lead elsewhere.
  if (!v.is(AssociationId, association)) return done(null)
  const path = pathOf(server, association)
  if (!(await exists(path))) return done(null)
  const json = await readJson(path, 'the session')
  if (!json.ok) return json
  const kept = v.safeParse(KeptSession, json.value)
  const ours = kept.success && kept.output.server === server.origin && kept.output.association === association
  return ours
    ? done(kept.output)
    : refused(`${path} is not a session that balise kept. Remove it, then log in again.`)
}

/** Of one that was read. */
export const forgetSession = (server: Server, association: string): Promise<void> =>
  remove(pathOf(server, association))
