// When storage counts as short: files are refused first, so that words still find room. Pure.

/** `capacityBytes`: what is used and what can still be, together. */
export interface StorageUse {
  usedBytes: number
  capacityBytes: number
}

/** The last fifth is for text: one file of 25 MB takes the room of six thousand reports. */
const FILES_SHARE = 0.8

/** `freeBytes` is what the place it lies on has left. */
export function storageUse(
  usedBytes: number,
  { limitBytes, freeBytes }: { limitBytes: number; freeBytes: number },
): StorageUse {
  return { usedBytes, capacityBytes: Math.min(limitBytes, usedBytes + freeBytes) }
}

export const isStorageShort = ({ usedBytes, capacityBytes }: StorageUse): boolean =>
  usedBytes >= capacityBytes * FILES_SHARE
