// The last look at a card before the wire: a sealed card of the one size, nothing else, whatever the Worker answered. Pure.
import { SEALED_CARD_BYTES } from '../../protocol/limits.ts'

const SEALED_CHARS = Math.ceil(SEALED_CARD_BYTES / 3) * 4

/** The last look before the wire: one sealed card of the one length and nothing else, whatever the Worker answered. */
export function isSealedCard(body: string): boolean {
  try {
    const { version, sealed, ...rest } = JSON.parse(body) as Record<string, unknown>
    return (
      version === 1 &&
      typeof sealed === 'string' &&
      sealed.length === SEALED_CHARS &&
      /^[A-Za-z0-9+/]+={0,2}$/.test(sealed) &&
      Object.keys(rest).length === 0
    )
  } catch {
    return false
  }
}
