// The directory a server was built with, fetched and verified: two of its three roots over the exact bytes. Only --roots tells
// whether those are the federation's roots: without it a false server may serve a directory of its own.
import { explainFault } from '../directory/faults.ts'
import type { Directory } from '../directory/directory.ts'
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
