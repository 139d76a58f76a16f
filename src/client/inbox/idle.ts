// Notices that nobody has touched the page for a while. It knows nothing of keys; it only calls back, once.
const ACTIVITY = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const
const CHECK_EVERY_MS = 15_000

/**
 * Calls `onIdle` once after `limitMs` without activity, a device that slept included. Returns how to stop watching.
 */
export function watchIdle(limitMs: number, onIdle: () => void): () => void {
  const stopping = new AbortController()
  const { signal } = stopping
  let lastActivityAt = Date.now()

  const check = (): boolean => {
    if (signal.aborted || Date.now() - lastActivityAt < limitMs) return false
    stop()
    onIdle()
    return true
  }
  const stop = (): void => {
    stopping.abort()
    clearInterval(timer)
  }
  for (const kind of ACTIVITY) {
    const touched = (): void => {
      if (!check()) lastActivityAt = Date.now()
    }
    document.addEventListener(kind, touched, { signal, passive: true, capture: true })
  }
  document.addEventListener('visibilitychange', check, { signal })
  const timer = setInterval(check, CHECK_EVERY_MS)
  return stop
}
