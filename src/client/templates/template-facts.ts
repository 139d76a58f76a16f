// What a template's gaps are filled with, out of the compiled directory: the association's name, how soon it answers, and which others may
// suit the person. Pure; it proposes to a member, who reads before anything leaves.
import type { SealingEntry } from '../../directory/directory.ts'
import { proposeAssociations, suits, type Seeker } from '../../domain/routing.ts'

export interface TemplateFacts {
  name: string
  answersWithinDays: number
  /** Names of other associations, best fit first. */
  others: string[]
}

/** More would not be a help. */
const MOST_OTHERS = 3

/** Throws where the directory does not list the association: nobody could have signed in for it. */
export function templateFacts(
  entries: readonly SealingEntry[],
  association: string,
  seeker: Seeker,
): TemplateFacts {
  const own = entries.find((entry) => entry.association === association)
  if (!own) throw new Error('the directory does not list the association')
  const others = proposeAssociations(
    entries.filter((entry) => entry !== own),
    seeker,
  ).filter(({ reasons }) => suits(reasons, seeker))
  return {
    name: own.name,
    answersWithinDays: own.answersWithinDays,
    others: others.slice(0, MOST_OTHERS).map(({ entry }) => entry.name),
  }
}
