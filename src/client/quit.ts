// The way out of every page a victim may read: one touch, or Escape three times. It wipes first, then leaves by replacing
// the page, so that Back does not return to it. It never asks, never waits.
import { findAll } from './dom.ts'

const ESCAPES = 3
const ESCAPES_WITHIN_MS = 2000

/** `wipe` clears what the page holds; it runs before leaving, and whenever the page goes away for any other reason. */
export function armQuit(wipe: () => void = () => {}): void {
  const links = findAll<HTMLAnchorElement>('[data-quit]')
  const leave = (): void => {
    try {
      wipe()
    } finally {
      location.replace(links[0]?.href ?? '/')
    }
  }
  // Heard from afar: a part of the page that comes in later may lead out too.
  addEventListener('click', (event) => {
    if (!(event.target as Element).closest('[data-quit]')) return
    event.preventDefault()
    leave()
  })
  let pressedAt: number[] = []
  addEventListener('keydown', ({ key, timeStamp }) => {
    if (key !== 'Escape') {
      pressedAt = []
      return
    }
    pressedAt = [...pressedAt.filter((at) => timeStamp - at < ESCAPES_WITHIN_MS), timeStamp]
    if (pressedAt.length >= ESCAPES) leave()
  })
  addEventListener('pagehide', wipe)
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
}
