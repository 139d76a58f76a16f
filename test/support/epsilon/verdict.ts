// Attacks a design and says, in one line, what it declares and what it was shown to cost at least.
import { FAMILIES, LIFETIME_EPSILON, type Rational } from '../../../src/protocol/families.ts'
import { neighboursOf, rightDesign, type Design } from './design.ts'
import { estimate, type Effort, type Estimate } from './estimator.ts'
import { everyFamily } from './every-family.ts'
import { ONE } from './failing-designs.ts'
import type { ReleaseDesk } from './release-desk.ts'

export interface Verdict extends Estimate {
  design: string
  /** Null: it declares nothing. */
  declared: number | null
  /** Whether it costs more than it says; more than everything we publish may cost, when it says nothing. */
  caught: boolean
}

const ratioOf = ({ numerator, denominator }: Rational): number => numerator / denominator

export async function attack(desk: ReleaseDesk, design: Design, effort: Effort): Promise<Verdict> {
  const found = await estimate(neighboursOf(desk, design), effort)
  const declared = design.declares && ratioOf(design.declares)
  return {
    ...found,
    design: design.name,
    declared,
    caught: found.epsilon > (declared ?? ratioOf(LIFETIME_EPSILON)),
  }
}

/** What we publish: each family by itself, the same way at ε = 1 as a measure of the estimator, and all families together. */
export const OURS: readonly Design[] = [
  ...FAMILIES.map((family) => rightDesign(family, `the family ${family.id}`)),
  everyFamily,
]
export const AT_ONE: Design = rightDesign({ ...FAMILIES[0], epsilon: ONE }, 'the same design at ε = 1')

const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(2)).padStart(8)

export const HEADING = 'declared  ε at least  advantage  of   design'

/** The advantage is how much oftener the reader is right about the report than wrong, from 0 to 1. */
export const lineOf = ({ declared, epsilon, advantage, neighbours, design, caught }: Verdict): string =>
  `${figure(declared)}  ${figure(epsilon).padStart(10)}  ${advantage.toFixed(3).padStart(9)}  ${neighbours.padEnd(8)}  ` +
  `${design}${caught ? ': CAUGHT' : ''}`
