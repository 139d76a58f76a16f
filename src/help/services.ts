// The first help directory for France: the rows of services.json, which an editor changes without touching code. The build checks
// each of them. Among services that suit a person equally, the order of that file decides.
import type { HelpService } from './service.ts'
import rows from './services.json' with { type: 'json' }

/** As the build checks them: src/build/check-help.ts. */
export const SERVICES = rows as readonly unknown[] as readonly HelpService[]

/** A row by its name in the directory. Throws when a page asks for one that does not exist: that fails the build. */
export function service(id: string): HelpService {
  const row = SERVICES.find((each) => each.id === id)
  if (!row) throw new Error(`no help service called ${id}`)
  return row
}

/** A number as a link dials it. */
export const dial = (number: string): string => number.replaceAll(/[^+\d]/g, '')
