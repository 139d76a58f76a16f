// The key that an association seals its own work to: the newest its team named, or the directory's where it has no team.
import { listRosters } from '../db/envelopes/team.ts'
import type { House } from './env.ts'

/** Its ID, in 16 upper-case hexadecimal digits; null when there is none that may be sealed to at an instant (milliseconds). */
export async function newestKeyId(
  { directory, envelopes }: Pick<House, 'directory' | 'envelopes'>,
  association: string,
  at: number,
): Promise<string | null> {
  const roster = (await listRosters(envelopes, association)).at(-1)?.roster
  if (roster === undefined) return (await directory.rosterKeyOf(association, at))?.encryptionKeyId ?? null
  // Judged when it was kept.
  const { keys } = JSON.parse(roster) as { keys: { encryptionKeyId: string }[] }
  return keys.at(-1)?.encryptionKeyId ?? null
}
