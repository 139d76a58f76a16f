// Which services of the help directory to propose, and why, decided on the phone. Nobody is ever left with nothing: the rows that
// are for everyone stay at the end, whatever was answered.
import { FIRST_FOR_MINORS, type ServiceReach } from '../help/service.ts'
import type { Audience, Need } from '../protocol/vocabulary.ts'
import {
  audiencesMet,
  isMinor,
  needsMet,
  placeOf,
  rank,
  type Proposed,
  type Reason,
  type Seeker,
} from './routing.ts'

/** Outside France, as the form has it. */
const ABROAD = 'elsewhere'

/** The services for this person, best fit first; equals keep the order of the help directory. */
export function proposeServices<Row extends ServiceReach>(
  rows: readonly Row[],
  seeker: Seeker,
): Proposed<Row>[] {
  const ranked = rank(
    rows
      .filter((row) => isFirst(row, seeker) || mayServe(row, seeker))
      .map((entry) => ({ entry, reasons: reasonsFor(entry, seeker) }))
      .filter(({ entry, reasons }) => entry.always || isFirst(entry, seeker) || isReasonEnough(reasons)),
  )
  const first = FIRST_FOR_MINORS.flatMap((id) =>
    ranked.filter(({ entry }) => entry.id === id && isFirst(entry, seeker)),
  )
  return [...first, ...ranked.filter((proposed) => !first.includes(proposed))]
}

const isFirst = ({ id }: ServiceReach, seeker: Seeker): boolean =>
  isMinor(seeker) && FIRST_FOR_MINORS.includes(id)

/** Whether it could help this person at all: where they are, at their age, for what was done. */
function mayServe(row: ServiceReach, seeker: Seeker): boolean {
  const { departement, acts = [] } = seeker
  const isThere = departement === null ? row.territory.length === 0 : isReached(row, departement)
  return (
    isThere && isOfAge(row, seeker) && (row.acts.length === 0 || row.acts.some((act) => acts.includes(act)))
  )
}

const isReached = ({ territory, abroad }: ServiceReach, departement: string): boolean =>
  departement === ABROAD ? abroad === true : territory.length === 0 || territory.includes(departement)

/** A service for the young is also for whoever asks for the protection of a child. */
function isOfAge({ ages, needs }: ServiceReach, seeker: Seeker): boolean {
  if (ages === 'all' || isMinor(seeker)) return true
  if (needs.includes('child-protection') && seeker.needs.includes('child-protection')) return true
  return ages === 'young' && (seeker.ageBand === '18-25' || seeker.ageBand === null)
}

function reasonsFor(row: ServiceReach, seeker: Seeker): Reason[] {
  const { acts = [] } = seeker
  return [
    ...needsMet(row.needs, seeker),
    ...acts.filter((act) => row.acts.includes(act)).map((act) => ({ kind: 'act', act }) as const),
    ...audiencesMet(row.audiences, seeker),
    ...placeOf(row.territory, seeker),
    ...(isMinor(seeker) && (row.ages !== 'all' || isFirst(row, seeker)) ? [{ kind: 'young' } as const] : []),
    ...(seeker.departement === ABROAD && row.abroad ? [{ kind: 'abroad' } as const] : []),
  ]
}

/** Being near is enough for a service that is for no one in particular; being there for all is not. */
function isReasonEnough(reasons: readonly Reason[]): boolean {
  const kinds = new Set(reasons.map(({ kind }) => kind))
  return (
    kinds.has('need') ||
    kinds.has('act') ||
    kinds.has('audience') ||
    (kinds.has('near') && kinds.has('anyone'))
  )
}

/** What someone looks for on the help page; null is anything. */
export interface Search {
  need: Need | null
  departement: string | null
  audience: Audience | null
}

/** Whether the help page keeps this row. The numbers for danger, and those for everyone, answer any need. */
export function isFound(row: ServiceReach, { need, departement, audience }: Search): boolean {
  const answers =
    need === null || row.always === true || row.needs.includes('emergency') || row.needs.includes(need)
  const welcomes = audience === null || row.audiences.length === 0 || row.audiences.includes(audience)
  return answers && welcomes && (departement === null || isReached(row, departement))
}

/** Whether a row is made for what is looked for, and not only open to it. */
export const isMadeFor = (row: ServiceReach, { need, audience }: Search): boolean =>
  (need === null || row.needs.includes(need)) && (audience === null || row.audiences.includes(audience))
