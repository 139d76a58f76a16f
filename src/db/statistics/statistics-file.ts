// The statistics store in a folder: the app's own, or one made for two users of a machine, the app's and the observatory's. It never
// opens a file to everyone, and changes nothing in a folder that is one user's.
import { closeSync, constants, existsSync, fchmodSync, fstatSync, openSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openFileStore, type FileStore } from '../file-store.ts'

export const STATISTICS_FILE = 'statistics.db'

/** setgid, so that what is made in it is of its group, and that group may write. */
const MADE_FOR_SHARING = 0o2020
const OF_THE_GROUP = 0o660

/** Opens the store in `folder`, and makes it if need be; the same as `openFileStore`. Throws when it cannot be used. */
export const openOwnStatistics = (folder: string): Promise<FileStore> =>
  openFileStore(join(folder, STATISTICS_FILE), 'statistics')

/**
 * The same, and where the folder is setgid and open to its group, so are the file and what SQLite puts beside it. A process opens it
 * once: to close a file drops the locks held on it.
 */
export async function openSharedStatistics(folder: string): Promise<FileStore> {
  if ((statSync(folder).mode & MADE_FOR_SHARING) === MADE_FOR_SHARING)
    openToGroup(join(folder, STATISTICS_FILE))
  return await openOwnStatistics(folder)
}

function openToGroup(file: string): void {
  // Made with its mode at once: the other user may come at this very moment. SQLite gives it to the logs it makes.
  const umask = process.umask(0o777 & ~OF_THE_GROUP)
  try {
    closeSync(openSync(file, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW, OF_THE_GROUP))
  } finally {
    process.umask(umask)
  }
  for (const each of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(each)) share(each)
}

/** Never through a link: the other user of the folder could have it lead to a file of ours, such as a key. Throws for one. */
function share(file: string): void {
  const opened = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW)
  try {
    if ((fstatSync(opened).mode & OF_THE_GROUP) !== OF_THE_GROUP) fchmodSync(opened, OF_THE_GROUP)
  } finally {
    closeSync(opened)
  }
}
