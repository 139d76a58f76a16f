// What a store is to the rest of the house, whichever client is behind it. One contract: an embedded file, or a
// libSQL server over HTTP. Nothing above this knows which.
import type { BatchItem, BatchResponse } from 'drizzle-orm/batch'
import type { LibSQLDatabase } from 'drizzle-orm/libsql/driver-core'

export type Database = LibSQLDatabase
export type Statement = BatchItem<'sqlite'>
export type Statements = readonly [Statement, ...Statement[]]

/** Both methods throw `StoreFailure` when the store cannot answer, and nothing else. */
export interface Store {
  /** Runs one query outside any transaction. */
  read<Value>(query: (database: Database) => PromiseLike<Value>): Promise<Value>
  /** Runs statements as one transaction, in order, all or none; the promise settles once they are durable. */
  write<const Batch extends Statements>(
    statements: (database: Database) => Batch,
  ): Promise<BatchResponse<Batch>>
  /** Waits for what is under way, then lets go of the store. */
  close(): Promise<void>
}

/**
 * The store did not answer, or refused. `code` is one of libSQL's own (`SQLITE_BUSY`, `SQLITE_FULL` …): the message
 * of the cause would hold SQL and the values bound to it, so the cause is dropped here.
 */
export class StoreFailure extends Error {
  readonly code: string

  constructor(cause: unknown) {
    super('the store failed')
    this.name = 'StoreFailure'
    this.code = codeOf(cause)
  }
}

function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'UNKNOWN'
  if (cause.name === 'TimeoutError') return 'NO_ANSWER'
  const code = 'code' in cause ? cause.code : undefined
  if (typeof code === 'string' && /^[A-Z][A-Z_]{2,40}$/.test(code)) return code
  return codeOf(cause.cause)
}
