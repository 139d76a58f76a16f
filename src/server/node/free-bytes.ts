// How much room is left on the disk under a folder, for a process without privileges. It reads no file.
import { statfs } from 'node:fs/promises'

/** Infinity where it cannot be told: what then finds no room is refused as it is written. */
export async function freeBytesAt(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return Infinity
  }
}
