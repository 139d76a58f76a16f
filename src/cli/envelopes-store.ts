// The store of envelopes, for a command of the operator's: the file in DATA_DIR, or the libSQL server that the environment names. No
// address and no token is ever printed.
import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { StoreFailure, type Store } from '../db/store.ts'
import { STORE_FILES } from './backup-folder.ts'
import { done, refused, type Outcome } from './outcome.ts'

/** Opens it for some work, and closes it after. A store that does not answer is said in a sentence. */
export async function inEnvelopesStore(work: (store: Store) => Promise<Outcome>): Promise<Outcome> {
  const opened = await open()
  if (!opened.ok) return opened
  try {
    return await work(opened.value)
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error
    return refused(`The store does not answer (${error.code}). Try again.`)
  } finally {
    await opened.value.close()
  }
}

async function open(): Promise<Outcome<Store>> {
  const { ENVELOPES_URL: url, ENVELOPES_TOKEN: token } = process.env
  if (url !== undefined) {
    if (!URL.canParse(url))
      return refused(
        'Set ENVELOPES_URL to the address of the store of envelopes, such as libsql://envelopes.example.',
      )
    const { openHranaStore } = await import('../db/hrana-store.ts')
    return done(openHranaStore({ url, token }))
  }
  const file = join(resolve(process.env['DATA_DIR'] ?? 'data'), STORE_FILES.envelopes)
  // Opening would make it.
  if (!(await stat(file).catch(() => null)))
    return refused(`There is no ${file} that you may reach. Set DATA_DIR to the folder the server has.`)
  process.umask(0o077)
  const { openFileStore } = await import('../db/file-store.ts')
  return done(await openFileStore(file, 'envelopes'))
}
