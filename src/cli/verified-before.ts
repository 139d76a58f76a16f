// What `balise verify` believed of each site before, so that a site cannot go back to an older release unnoticed: its versions, two digests,
// and the roots it was believed by. It holds nothing of anyone's.
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { Roots } from '../directory/directory.ts'
import { successionOf, type Stamp } from '../directory/manifest.ts'
import { Sha256 } from '../protocol/shapes.ts'
import { exists, makeFolder, readJson, replacePrivate } from './files.ts'
import { SUCCESSION_FAULTS, stampWords } from './manifest-lines.ts'
import { done, refused, type Outcome } from './outcome.ts'
import { stateFolder } from './state-folder.ts'

const Believed = v.strictObject({
  version: v.string(),
  directoryVersion: v.number(),
  /** SHA-256 of the manifest. */
  sha256: Sha256,
  /** SHA-256 of the directory. */
  directory: Sha256,
  roots: Roots,
})
export type Believed = v.InferOutput<typeof Believed>

/** By origin. */
const Kept = v.strictObject({ version: v.literal(1), sites: v.record(v.string(), Believed) })
export type Kept = v.InferOutput<typeof Kept>

export const defaultSeenFile = (): string => join(stateFolder(), 'verified.json')

/** An unreadable file is never taken for one that says nothing. */
export async function readKept(path: string): Promise<Outcome<Kept>> {
  if (!(await exists(path))) return done({ version: 1, sites: {} })
  const json = await readJson(path, 'what was verified before')
  if (!json.ok) return json
  const kept = v.safeParse(Kept, json.value)
  return kept.success
    ? done(kept.output)
    : refused(
        `${path} is not what balise kept. Without it nothing tells whether a site went back: see who wrote there.`,
      )
}

/** Takes the place of what was kept of this origin. */
export async function keep(path: string, origin: string, believed: Believed): Promise<Outcome> {
  const kept = await readKept(path)
  if (!kept.ok) return kept
  const folder = await makeFolder(dirname(path))
  if (!folder.ok) return folder
  const text = JSON.stringify({ version: 1, sites: { ...kept.value.sites, [origin]: believed } }, null, 2)
  return replacePrivate(path, `${text}\n`, 'what was verified')
}

/** Why this release may not follow the one believed before; none where it may. */
export function rollbackFaults(before: Believed | undefined, next: Stamp & { directory: string }): string[] {
  if (!before) return []
  const how = SUCCESSION_FAULTS[successionOf(before, next)]
  const faults =
    how === null
      ? []
      : [`manifest: it ${how}. Believed before: ${stampWords(before)}; now: ${stampWords(next)}`]
  const sameDirectory = before.directoryVersion === next.directoryVersion
  return sameDirectory && before.directory !== next.directory
    ? [...faults, `directory: it has OTHER BYTES under the same version, ${next.directoryVersion}`]
    : faults
}
