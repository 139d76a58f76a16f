// A store that has no room to open when the server starts.
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { FileStore } from '../../src/db/file-store.ts'
import { openOnceThereIsRoom } from '../../src/db/late-store.ts'
import { StoreFailure } from '../../src/db/store.ts'

const failing = (code: string) => Object.assign(new Error('disk'), { code })

/** A disk that has no room the first times it is asked. */
function diskOf(failures: number, code = 'SQLITE_IOERR') {
  const disk = { opened: 0, closed: 0 }
  const store = {
    read: async () => 'read',
    close: async () => void disk.closed++,
  } as unknown as FileStore
  const open = async (): Promise<FileStore> => {
    if (disk.opened++ < failures) throw failing(code)
    return store
  }
  return { disk, open, store }
}

const ask = (store: FileStore) => store.read((database) => database.all(sql`select 1`))
const silent = (): void => undefined

describe('a server on a full disk', () => {
  it('starts, says so, and answers as soon as there is room, having opened once', async () => {
    const { disk, open } = diskOf(2)
    const said: string[] = []
    const store = await openOnceThereIsRoom(open, (line) => said.push(line))
    expect(said).toEqual(['storage-unavailable SQLITE_IOERR'])
    await expect(ask(store)).rejects.toThrow(StoreFailure)
    expect(await Promise.all([ask(store), ask(store)])).toEqual(['read', 'read'])
    expect(disk.opened).toBe(3)
    await store.close()
    expect(disk.closed).toBe(1)
  })

  it('can be stopped before there is any', async () => {
    const { disk, open } = diskOf(9)
    const store = await openOnceThereIsRoom(open, silent)
    await expect(ask(store)).rejects.toThrow(StoreFailure)
    await store.close()
    expect(disk).toEqual({ opened: 2, closed: 0 })
  })

  it('is the store itself where there is room', async () => {
    const { open, store } = diskOf(0)
    expect(await openOnceThereIsRoom(open, silent)).toBe(store)
  })

  it('does not start over a file that is damaged, or none of ours', async () => {
    const { open } = diskOf(9, 'SQLITE_CORRUPT')
    await expect(openOnceThereIsRoom(open, silent)).rejects.toThrow('disk')
  })
})
