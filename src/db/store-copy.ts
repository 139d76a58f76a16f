// Copies a store as it is at one moment into a file of its own, while others write to it: an embedded file, or one behind a libSQL server.
// It writes nothing to what it copies, and reads no more of it than it must.
import { pathToFileURL } from 'node:url'
import type { InStatement, InValue, Row } from '@libsql/client'
import { createClient as createRemote } from '@libsql/client/http'
import { createClient } from '@libsql/client/sqlite3'
import type { HranaAddress } from './hrana-store.ts'
import { StoreFailure } from './store.ts'

/** A file as it is, not as this version would have it: no migration is applied. */
const openFile = (path: string) =>
  createClient({ url: pathToFileURL(path).href, concurrency: 1, intMode: 'bigint' })

type Client = ReturnType<typeof openFile>

async function inFile<Value>(path: string, work: (client: Client) => Promise<Value>): Promise<Value> {
  const client = openFile(path)
  try {
    await client.execute('PRAGMA busy_timeout = 5000')
    return await work(client)
  } catch (error) {
    throw new StoreFailure(error)
  } finally {
    client.close()
  }
}

/**
 * Copies the store in the file `from` to the file `to`, which must not be there. One read transaction: who writes meanwhile does not wait, and what
 * was deleted is not copied. Throws `StoreFailure`.
 */
export const copyFileStore = (from: string, to: string): Promise<void> =>
  inFile(from, async (client) => void (await client.execute({ sql: 'VACUUM INTO ?', args: [to] })))

/** What travels in one answer. A libSQL server takes far longer than eight times as long for eight times as much, and refuses 10 MB. */
const PAGE_BYTES = 256 * 1024
const MOST_ROWS = 1000

interface Table {
  name: string
  columns: string[]
}

/**
 * The same from a libSQL server: one read transaction, page after page. Throws `StoreFailure`; what is in `to` is then of no use.
 */
export async function copyServerStore({ url, token }: HranaAddress, to: string): Promise<void> {
  const remote = createRemote({
    url,
    intMode: 'bigint',
    ...(token === undefined ? {} : { authToken: token }),
  })
  try {
    const reading = await remote.transaction('read')
    try {
      const ask = async (sql: string, args: InValue[] = []) => (await reading.execute({ sql, args })).rows
      await inFile(to, async (client) => {
        const schema = await ask(
          "select type, name, sql from sqlite_master where sql is not null and name not like 'sqlite~_%' escape '~' and name not like 'libsql~_%' escape '~' order by type = 'table' desc, name",
        )
        const made = (isTable: boolean) =>
          schema.filter(({ type }) => (type === 'table') === isTable).map(({ sql }) => String(sql))
        // Not the copy but what it is copied from is what a crash must not harm: a copy that was cut off is thrown away.
        await client.executeMultiple('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF')
        for (const sql of made(true)) await client.execute(sql)
        for (const { type, name } of schema) {
          if (type === 'table') await copyTable(ask, client, await tableOf(ask, String(name)))
        }
        for (const sql of made(false)) await client.execute(sql)
      })
    } finally {
      reading.close()
    }
  } catch (error) {
    throw error instanceof StoreFailure ? error : new StoreFailure(error)
  } finally {
    remote.close()
  }
}

type Ask = (sql: string, args?: InValue[]) => Promise<Row[]>

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

async function tableOf(ask: Ask, name: string): Promise<Table> {
  const columns = await ask('select name from pragma_table_info(?)', [name])
  return { name, columns: columns.map((column) => String(column['name'])) }
}

async function copyTable(ask: Ask, client: Client, { name, columns }: Table): Promise<void> {
  const [table, listed] = [quoted(name), columns.map(quoted).join()]
  const lengths = columns.map((column) => `coalesce(length(${quoted(column)}), 0)`).join(' + ')
  const [longest] = await ask(`select max(${lengths}) as "bytes" from ${table}`)
  const bytes = Number(longest?.['bytes'] ?? 0)
  const size = Math.max(1, Math.min(MOST_ROWS, Math.floor(PAGE_BYTES / Math.max(bytes, 1))))
  const insert = `insert into ${table} (${listed}) values (${columns.map(() => '?').join()})`
  for (let after: InValue | null = null; ;) {
    const where = after === null ? '' : 'where rowid > ?'
    const rows: Row[] = await ask(
      `select rowid as "balise_rowid", ${listed} from ${table} ${where} order by rowid limit ${size}`,
      after === null ? [] : [after],
    )
    if (rows.length > 0)
      await client.batch(
        rows.map((row): InStatement => ({
          sql: insert,
          args: columns.map((_, at) => row[at + 1] as InValue),
        })),
        'write',
      )
    after = (rows.at(-1)?.['balise_rowid'] as InValue | undefined) ?? null
    if (rows.length < size) return
  }
}

/** What a copy holds: how many rows each table has, how many migrations it had, whether SQLite finds it whole. */
export interface CopyState {
  isWhole: boolean
  migrations: number
  rows: Record<string, number>
}

const MIGRATIONS_TABLE = '__drizzle_migrations'

/** Throws `StoreFailure` for what is no store at all. */
export const readCopy = (path: string): Promise<CopyState> =>
  inFile(path, async (client) => {
    const { rows: checked } = await client.execute('PRAGMA integrity_check')
    const { rows: tables } = await client.execute(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite~_%' escape '~' order by name",
    )
    const rows: Record<string, number> = {}
    for (const { name } of tables) {
      const { rows: counted } = await client.execute(
        `select count(*) as "count" from ${quoted(String(name))}`,
      )
      rows[String(name)] = Number(counted[0]?.['count'])
    }
    const { [MIGRATIONS_TABLE]: migrations = 0, ...others } = rows
    return { isWhole: checked[0]?.['integrity_check'] === 'ok', migrations, rows: others }
  })
