// What a test sees of the parts of files in a server's store, and what it puts there as if days had gone by.
import { hashOfSecret, type Part } from './part-sender.ts'
import type { RunningServer } from './running-server.ts'

export const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer())

/** How many parts a permit is still good for; undefined when there is none. */
export async function partsLeft(server: RunningServer, permit: string): Promise<unknown> {
  const [row] = await server.query('select parts_left from upload_permits where permit_hash = ?', [
    hashOfSecret(permit),
  ])
  return row?.['parts_left']
}

export const setPermit = (
  server: RunningServer,
  permit: string,
  column: string,
  value: number,
): Promise<unknown> =>
  server.query(`update upload_permits set ${column} = ? where permit_hash = ?`, [value, hashOfSecret(permit)])

export const rowOf = async (server: RunningServer, part: Part) =>
  (await server.query('select * from parts where sha256 = ?', [part.sha256]))[0]

export const holdOf = async (server: RunningServer, secret: string) =>
  (await server.query('select * from part_holds where hold_hash = ?', [hashOfSecret(secret)]))[0]

export const cameOn = (server: RunningServer, part: Part, day: string): Promise<unknown> =>
  server.query('update parts set kept_on = ? where sha256 = ?', [day, part.sha256])

export const statusAndCode = async (answer: Response): Promise<unknown[]> => [
  answer.status,
  ((await answer.json()) as { error?: unknown }).error,
]
