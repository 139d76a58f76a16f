// A file store on a disk that has no room for it yet: pages and their helplines are served all the same. Until there is room, whoever asks
// hears what they hear of any store that fails. It never passes over another reason why a file cannot be opened.
import type { FileStore } from './file-store.ts'
import { StoreFailure } from './store.ts'

/** SQLite needs a few pages beside a file only to read it: where they do not fit, it says one of these. */
const NO_ROOM: readonly string[] = ['SQLITE_FULL', 'SQLITE_IOERR']

/** Opens now; where there is no room, says so and opens when it is next asked for something and there is. Throws for any other reason. */
export async function openOnceThereIsRoom(
  open: () => Promise<FileStore>,
  log: (line: string) => void,
): Promise<FileStore> {
  try {
    return await open()
  } catch (error) {
    const { code } = new StoreFailure(error)
    if (!NO_ROOM.includes(code)) throw error
    log(`storage-unavailable ${code}`)
  }

  let opening: Promise<FileStore> | null = null
  const opened = (): Promise<FileStore> =>
    (opening ??= open().catch((error: unknown) => {
      opening = null
      throw new StoreFailure(error)
    }))
  return {
    read: async (query) => (await opened()).read(query),
    write: async (statements) => (await opened()).write(statements),
    checkpoint: async () => (await opened()).checkpoint(),
    vacuum: async () => (await opened()).vacuum(),
    sizeInBytes: async () => (await opened()).sizeInBytes(),
    close: async () => {
      await (await opening?.catch(() => null))?.close()
    },
  }
}
