// Makes every batch of a libSQL client begin as a writer. Drizzle asks for deferred transactions: those take the write
// lock late, and on a libSQL server twenty at once then wait seconds for each other.
import type { Client, InStatement } from '@libsql/client'

/** Returns the same client. */
export function beginImmediate<Each extends Pick<Client, 'batch'>>(client: Each): Each {
  const batch = client.batch.bind(client)
  client.batch = (statements: (InStatement | [string, never?])[]) => batch(statements, 'write')
  return client
}
