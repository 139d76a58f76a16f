// What a root keeper puts their name to when they sign a site: which version, of which directory, and what is another file than before.
import { successionOf, type Manifest, type Stamp, type Succession } from '../directory/manifest.ts'

export const stampOf = ({ version, directoryVersion }: Manifest, sha256: string): Stamp => ({
  version,
  directoryVersion,
  sha256,
})

export const stampWords = ({
  version,
  directoryVersion,
}: Pick<Stamp, 'version' | 'directoryVersion'>): string =>
  `version ${version}, directory version ${directoryVersion}`

/** Why a site may not follow the one before, in words that come after "it"; null where it may. */
export const SUCCESSION_FAULTS: Record<Succession, string | null> = {
  same: null,
  newer: null,
  'older-version': 'is OLDER: its version went back',
  'older-directory': 'is OLDER: its directory went back',
  'same-version-changed':
    'has OTHER BYTES under the same versions: a release that changes has a version of its own',
}

export interface Signed {
  manifest: Manifest
  sha256: string
}

/** `before` is the one that this one follows, where the keeper has it. */
export function manifestLines(next: Signed, before: Signed | undefined): string[] {
  const shown = [stampWords(next.manifest), `manifest sha256 ${next.sha256}`]
  if (!before) {
    return [
      ...shown,
      'not compared with the one before (give --before, the manifest.json that the site serves)',
    ]
  }
  const succession = successionOf(
    stampOf(before.manifest, before.sha256),
    stampOf(next.manifest, next.sha256),
  )
  if (succession === 'same') return [...shown, 'the same, byte for byte, as the one before']
  const changes = changedPaths(before.manifest, next.manifest)
  return [
    ...shown,
    `the one before: ${stampWords(before.manifest)}`,
    ...changes.map(({ how, path }) => `  ${how} ${path}`),
    ...(changes.length === 0 ? ['  no address changes'] : []),
  ]
}

export interface ChangedPath {
  how: 'new' | 'gone' | 'changed'
  path: string
}

/** Address by address; a file that kept its bytes and changed its headers or type is named as changed too. */
export function changedPaths(before: Manifest, next: Manifest): ChangedPath[] {
  const paths = [...new Set([...Object.keys(before.files), ...Object.keys(next.files)])].toSorted()
  return paths.flatMap((path): ChangedPath[] => {
    const [was, is] = [before.files[path], next.files[path]]
    if (!was) return [{ how: 'new', path }]
    if (!is) return [{ how: 'gone', path }]
    const same = (['sha256', 'headers', 'type', 'file'] as const).every((field) => was[field] === is[field])
    return same ? [] : [{ how: 'changed', path }]
  })
}

export const MANIFEST_FAULTS = {
  'not-signatures': 'The signatures of its manifest are not readable.',
  'too-few-signatures': 'Two of the three roots must sign exactly these bytes of its manifest.',
} as const
