// The directory a server was built with, fetched and verified: two of its three roots over the exact bytes. Only --roots tells
// whether those are the federation's roots: without it a false server may serve a directory of its own.
import { explainFault } from '../directory/faults.ts'
import type { Directory, DirectoryEntry } from '../directory/directory.ts'
import { verifySignedDirectory } from '../directory/verify-directory.ts'
import { done, refused, type Outcome } from './outcome.ts'
import { exchange, unreachable, type Server } from './server-connection.ts'

/**
 * Two of `roots` must have signed it, when they are given. An expired one is returned too: the server itself refuses reports
 * then, and an inbox must stay open.
 */
export async function fetchDirectory(
  server: Server,
  roots: readonly string[] | undefined,
): Promise<Outcome<Directory>> {
  const answers = await Promise.all([
    exchange(server, '/directory.json'),
    exchange(server, '/directory.json.signatures'),
  ])
  const [directory, signatures] = answers
  if (directory.lost || signatures.lost) return unreachable(server)
  if (!directory.response.ok || !signatures.response.ok) {
    return refused(`${server.origin} serves no directory. Check that --server is a Balise server.`)
  }
  const verdict = await verifySignedDirectory(directory.bytes, signatures.bytes, Date.now(), {
    evenExpired: true,
    roots,
  })
  return verdict.ok
    ? done(verdict.value)
    : refused(
        `The directory of ${server.origin} cannot be believed. ${explainFault(verdict.reason, verdict.about)}`,
      )
}

/** The entry whose key this is; else the one that is named, of whose team it may be. */
export async function findAssociation(
  server: Server,
  roots: readonly string[] | undefined,
  fingerprint: string,
  named: string | undefined,
): Promise<Outcome<{ entry: DirectoryEntry; directory: Directory }>> {
  const directory = await fetchDirectory(server, roots)
  if (!directory.ok) return directory
  const { associations } = directory.value
  const entry =
    associations.find((candidate) => candidate.fingerprint === fingerprint) ??
    associations.find(({ association }) => association === named)
  if (entry) return done({ entry, directory: directory.value })
  return refused(
    named === undefined
      ? `No association in the directory of ${server.origin} has the key ${fingerprint}. If it is your own, say of whose team with --association. See: npx balise directory list --server URL`
      : `The directory of ${server.origin} has no association of that name. See: npx balise directory list --server URL`,
  )
}
