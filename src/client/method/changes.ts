// What changed between releases: a family's rung or share from one year to the next, the code that counted, what was held and why it was
// let through. Pure: made from the list and from what each release says of itself.
import { isSame } from '../../domain/rational.ts'
import { FAMILY_IDS, type FamilyId, type Rational } from '../../protocol/families.ts'
import type { ListedRelease, Release, ReleaseList } from '../../protocol/release.ts'
import { yearOf, type StatisticsWindow } from '../../protocol/statistics-window.ts'

/** A listed release with the digest of the code that counted it. */
export type ReadRelease = Omit<ListedRelease, 'sha256'> & Pick<Release, 'codeSha256'>

export type Change =
  | { kind: 'held'; family: FamilyId; window: StatisticsWindow }
  | { kind: 'note'; on: string; family: FamilyId; window: StatisticsWindow; note: string }
  | { kind: 'rung'; on: string; family: FamilyId; before: string; after: string }
  | { kind: 'epsilon'; on: string; family: FamilyId; before: Rational; after: Rational }
  | { kind: 'code'; on: string; before: string; after: string }

/** What waits first, then the latest. */
export function changesBetween(releases: readonly ReadRelease[], held: ReleaseList['held']): Change[] {
  const dated = [
    ...codeChanges(releases),
    ...FAMILY_IDS.flatMap((family) => yearlyChanges(releases.filter((each) => each.family === family))),
    ...releases.flatMap(({ publishedOn: on, family, window, note }): Dated[] =>
      note === null ? [] : [{ kind: 'note', on, family, window, note }],
    ),
  ]
  const waiting = held.map(({ family, window }): Change => ({ kind: 'held', family, window }))
  return [...waiting, ...dated.toSorted((one, other) => other.on.localeCompare(one.on))]
}

type Dated = Exclude<Change, { kind: 'held' }>

/** Of one family: a rung is in force for a whole year, so the first release of a year stands for it. */
function yearlyChanges(releases: readonly ReadRelease[]): Dated[] {
  const years = [...new Set(releases.map(({ window }) => yearOf(window)))].toSorted()
  const firsts = years.flatMap((year) => releases.find(({ window }) => yearOf(window) === year) ?? [])
  return firsts.slice(1).flatMap((after, at): Dated[] => {
    const before = firsts[at] ?? after
    const { family, publishedOn: on } = after
    return [
      ...(before.rung === after.rung
        ? []
        : [{ kind: 'rung', on, family, before: before.rung, after: after.rung } as const]),
      ...(isSame(before.epsilon, after.epsilon)
        ? []
        : [{ kind: 'epsilon', on, family, before: before.epsilon, after: after.epsilon } as const]),
    ]
  })
}

/** In the order of publication; within a day, the code that is known counted first. */
function codeChanges(releases: readonly ReadRelease[]): Dated[] {
  const changes: Dated[] = []
  let current: string | undefined
  for (const on of [...new Set(releases.map(({ publishedOn }) => publishedOn))].toSorted()) {
    const ofDay = releases.filter(({ publishedOn }) => publishedOn === on)
    const known = current
    for (const after of new Set(ofDay.map(({ codeSha256 }) => codeSha256))) {
      if (after === known) continue
      if (current !== undefined) changes.push({ kind: 'code', on, before: current, after })
      current = after
    }
  }
  return changes
}
