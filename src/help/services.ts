// The first help directory for France, whole. Pages read it from here; rows live in their own files and are never made up.
import type { HelpService } from './service.ts'
import { SERVICES_FOR_RIGHTS } from './services-for-rights.ts'
import { SERVICES_TO_REACH } from './services-to-reach.ts'

export const SERVICES: readonly HelpService[] = [...SERVICES_TO_REACH, ...SERVICES_FOR_RIGHTS]

/** A row by its name in the directory. Throws when a page asks for one that does not exist: that fails the build. */
export function service(id: string): HelpService {
  const row = SERVICES.find((each) => each.id === id)
  if (!row) throw new Error(`no help service called ${id}`)
  return row
}

/** A number as a link dials it. */
export const dial = (number: string): string => number.replaceAll(/[^+\d]/g, '')
