// What a test may do with a server, whichever runtime it is: speak HTTP to it, look into its store, read its logs, stop it.
import type { InValue } from '@libsql/client'
import type { Bytes } from '../../../src/crypto/encoding.ts'
import type { Federation } from '../federation.ts'
import type { MailSink } from './mail-sink.ts'

/** A permit that expired long ago. The purge says something only when something went, and who waits for its word needs this there. */
export const LONG_EXPIRED = "insert or ignore into upload_permits values (null, 'long-expired', 0, 1)"

export interface RunningServer {
  origin: string
  federation: Federation
  /** The server's own secret, so that a test can make challenges no honest server would. */
  secret: Bytes
  /** Runs SQL on the envelopes store, beside the server. */
  query(sql: string, values?: InValue[]): Promise<Record<string, unknown>[]>
  /** The same on the statistics store. */
  queryStatistics(sql: string, values?: InValue[]): Promise<Record<string, unknown>[]>
  /** Makes the server purge what is past its time, and waits until it has. */
  purge(): Promise<void>
  /** Makes the server do what it does each hour, and waits until it has said this. */
  hourly(said: RegExp): Promise<void>
  /** Stops the server and starts it again, at the same address over the same stores. */
  restart(): Promise<void>
  /** Where its mail ends; null where it sends none. */
  mail: MailSink | null
  /** What a command of its operator's finds in the environment. */
  operatorEnvironment: Record<string, string>
  /** Everything the server wrote, so far. */
  logs(): string
  /** The number of its process, where it is one of its own that can be looked at. */
  pid(): number | null
  /** Below them lies all that is kept: by the server, by its stores, for the moment. Its site and its code do not. */
  folders: readonly string[]
  /** Every place that it connected to and every name that it looked up, so far; null where nobody can say. */
  reached: (() => Promise<string[]>) | null
  stop(): Promise<void>
}

export interface ServerOptions {
  federation: Federation
  /** 0 unless said otherwise: nobody solves puzzles in a test that is about something else. */
  proofBits?: number
  /** `STORAGE_LIMIT`; none unless said otherwise. */
  storageLimit?: string
  /** At the edge: whether a bucket is bound for the parts of files. */
  bucket?: boolean
  /** Whether it sends mail: by SMTP on Node, by an HTTP endpoint at the edge. */
  mail?: boolean
}

export type StartServer = (options: ServerOptions) => Promise<RunningServer>
