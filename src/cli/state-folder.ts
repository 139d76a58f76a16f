// Where balise keeps what it must find again from one command to the next: sessions, and what was verified before.
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** As the XDG base directories say; a path that is not absolute counts as none. */
export function stateFolder(): string {
  const given = process.env['XDG_STATE_HOME'] ?? ''
  return join(isAbsolute(given) ? given : join(homedir(), '.local', 'state'), 'balise')
}
