// What a browser must know for a report to be sealed on it. Looked at before anyone may begin: nobody should write for nothing.
// It asks for features, never for a browser's name, and tells nobody what it found.
import { find, show } from './dom.ts'

/**
 * What the pages and their Workers cannot do without; `docs/browsers.md` says why. The youngest, `toSorted`, stands for everything
 * of its age. X25519 and WebAssembly are not here: both have their spare.
 */
const NEEDED = [
  'Worker',
  'crypto.getRandomValues',
  'crypto.subtle',
  'BigInt',
  'TextEncoder',
  'TransformStream',
  'FormData',
  'Intl.DisplayNames',
  'Element.prototype.replaceChildren',
  'Array.prototype.toSorted',
] as const

/** The names of those that are not there. `crypto.subtle` is also missing from a page that came without TLS. */
export const missingFeatures = (): string[] =>
  NEEDED.filter((path) => {
    let place: unknown = globalThis
    for (const name of path.split('.')) place = (place as Record<string, unknown> | undefined)?.[name]
    return place === undefined
  })

/** Whether writing may begin. When not, says so kindly in place of the way on. */
export function meetsFloor(): boolean {
  const met = missingFeatures().length === 0
  if (!met) {
    show(find('[data-too-old]'))
    show(find('[data-without-script]'), false)
    show(find('[data-step="safe"] [data-next]'), false)
  }
  return met
}
