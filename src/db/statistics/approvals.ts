// Who approved a release that is held. Rows here prove nothing by themselves: whoever lets a release go checks every signature again.
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Store } from '../store.ts'
import { approvals, releases } from './schema.ts'

export interface KeptApproval {
  family: string
  window: string
  /** A root's public key, in hexadecimal. */
  root: string
  note: string
  /** Base64. */
  signature: string
}

/**
 * Keeps one root's approval of a release while it is held; another of the same root, with another note, takes its place. Of a release
 * that is not held, or not there, nothing is kept. Throws `StoreFailure`.
 */
export async function keepApproval(store: Store, approval: KeptApproval): Promise<void> {
  const { family, window, root, note, signature } = approval
  const isHeld = and(eq(releases.family, family), eq(releases.window, window), eq(releases.held, true))
  await store.write((database) => [
    database
      .insert(approvals)
      .select(
        sql`select ${family}, ${window}, ${root}, ${note}, ${signature} where exists (select 1 from ${releases} where ${isHeld})`,
      )
      .onConflictDoUpdate({
        target: [approvals.family, approvals.window, approvals.root],
        set: { note, signature },
      }),
  ])
}

/** Of one release, in the order of roots. */
export const readApprovals = (store: Store, family: string, window: string): Promise<KeptApproval[]> =>
  store.read((database) =>
    database
      .select()
      .from(approvals)
      .where(and(eq(approvals.family, family), eq(approvals.window, window)))
      .orderBy(asc(approvals.root)),
  )

/** Publishes a held release, with its note. One that is published already keeps the note it has. Throws `StoreFailure`. */
export async function letGo(
  store: Store,
  { family, window, sha256 }: { family: string; window: string; sha256: string },
  note: string,
): Promise<void> {
  const which = and(
    eq(releases.family, family),
    eq(releases.window, window),
    eq(releases.sha256, sha256),
    eq(releases.held, true),
  )
  await store.write((database) => [database.update(releases).set({ held: false, note }).where(which)])
}
