// A statistics store of each kind, for tests that must hold on both: an embedded file, and a libSQL server. Tests only.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startStore } from '../../../src/cli/edge-processes.ts'
import { openFileStore } from '../../../src/db/file-store.ts'
import { hranaDatabase, openHranaStore } from '../../../src/db/hrana-store.ts'
import { applyMigrations } from '../../../src/db/migrations.ts'
import type { Store } from '../../../src/db/store.ts'

/** How another process opens the same store. */
export type StoreAddress = { file: string } | { url: string; token: string }

export interface StartedStore {
  store: Store
  address: StoreAddress
  stop(): Promise<void>
}

export const openAt = async (address: StoreAddress): Promise<Store> =>
  'file' in address ? await openFileStore(address.file, 'statistics') : openHranaStore(address)

export async function startFileStore(): Promise<StartedStore> {
  const folder = await mkdtemp(join(tmpdir(), 'balise-statistics-'))
  const address = { file: join(folder, 'statistics.db') }
  const store = await openAt(address)
  return {
    store,
    address,
    stop: async () => {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export async function startServerStore(): Promise<StartedStore> {
  const folder = await mkdtemp(join(tmpdir(), 'balise-statistics-'))
  const server = await startStore(folder)
  const { url, token = '' } = await server.ready
  await applyMigrations(hranaDatabase({ url, token }), 'statistics')
  const store = openHranaStore({ url, token })
  return {
    store,
    address: { url, token },
    stop: async () => {
      await store.close()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
