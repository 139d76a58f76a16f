// Hands a file to the browser's downloads, as bytes of no kind. It never opens one and never leaves the page.
import type { Bytes } from '../../crypto/encoding.ts'

/** A download is read after the click returns; a minute later its address is taken back. */
const ADDRESS_MS = 60_000

export function saveFile(name: string, bytes: Bytes): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), ADDRESS_MS)
}
