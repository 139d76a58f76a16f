// How many reports a week a demonstration invents, as its command line says it.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { accept, decline, type Result } from '../protocol/result.ts'

export const WEEKLY_CHOICES = [1, 5, 20, 60] as const
export type Weekly = (typeof WEEKLY_CHOICES)[number]

const USUAL: Weekly = 20

/** Where its statistics store is. Another number than the usual one has a folder of its own, so that neither mixes with the other. */
export const statisticsDirOf = (dataDir: string, weekly: Weekly): string =>
  weekly === USUAL ? dataDir : join(dataDir, `${weekly}-a-week`)

export interface DemonstrationOptions {
  weekly: Weekly
  /** With the page of the design system. */
  development: boolean
}

/** The reason is a sentence for whoever typed it. */
export function readDemonstrationOptions(args: readonly string[]): Result<DemonstrationOptions, string> {
  const options = { weekly: { type: 'string' }, development: { type: 'boolean' } } as const
  try {
    const { values } = parseArgs({ args: [...args], options })
    const asked = values.weekly ?? String(USUAL)
    const weekly = WEEKLY_CHOICES.find((choice) => String(choice) === asked)
    if (weekly !== undefined) return accept({ weekly, development: values.development ?? false })
  } catch {
    // An option that is none: what may be said is the same.
  }
  return decline(
    'The demonstration takes `-- --weekly 1`, `5`, `20` or `60`: how many reports a week it invents. Nothing else is understood.',
  )
}
