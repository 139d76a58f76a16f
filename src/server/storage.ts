// Whether there is still room for files. It looks at sizes, never at what is stored, and refuses no text.
import { bytesOfParts, bytesUsed } from '../db/envelopes/storage.ts'
import { isStorageShort, storageUse } from '../domain/storage.ts'
import type { House } from './env.ts'
import { tellOnceADay } from './memory.ts'

/** While nothing is known it is not short: what finds no room then is refused as it is written. `now` is in milliseconds. */
export async function isShortOfStorage(house: House, now: number): Promise<boolean> {
  const { limitBytes, freeBytes } = house.storage
  if (limitBytes === Infinity && freeBytes === null) return false
  const use = await house.memory.storage.read(now, async () => {
    const { envelopes, parts } = house
    const usedBytes = (await bytesUsed(envelopes)) + (parts.areRows ? 0 : await bytesOfParts(envelopes))
    return storageUse(usedBytes, { limitBytes, freeBytes: (await freeBytes?.()) ?? Infinity })
  })
  const isShort = use !== null && isStorageShort(use)
  if (isShort) tellOnceADay(house, 'storage-short', now)
  return isShort
}

/** So much came since it was measured. */
export const noteStored = ({ memory }: House, bytes: number): void =>
  memory.storage.change((use) => ({ ...use, usedBytes: use.usedBytes + bytes }))
