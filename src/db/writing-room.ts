// Bounds how many transactions one edge isolate sends at a time. A libSQL server lets its writers spin for one lock: a crowd
// that arrives at once would starve the very transaction it waits for. No promise is shared between requests, which workerd
// forbids: each waits by its own clock, and a request that was cut off gives its place up by itself.

const MOST_AT_ONCE = 6
const ABANDONED_AFTER_MILLISECONDS = 15_000
const PAUSE_MILLISECONDS = 12

/**
 * Runs `work` once there is room; throws, having run nothing, when there was none until an instant in milliseconds. A place is held at most
 * `ABANDONED_AFTER_MILLISECONDS`.
 */
export type WritingRoom = <Value>(work: () => Promise<Value>, until: number) => Promise<Value>

/** Those before are waiting for a server that does not answer. The code is what the log says. */
class NoRoom extends Error {
  readonly code = 'NO_ROOM'
}

export function writingRoom(mostAtOnce = MOST_AT_ONCE): WritingRoom {
  const enteredAt = new Map<symbol, number>()

  const hasRoom = (now: number): boolean => {
    for (const [place, since] of enteredAt) {
      if (now - since > ABANDONED_AFTER_MILLISECONDS) enteredAt.delete(place)
    }
    return enteredAt.size < mostAtOnce
  }

  return async (work, until) => {
    while (!hasRoom(Date.now())) {
      if (Date.now() > until) throw new NoRoom()
      await pause()
    }
    const place = Symbol('place')
    enteredAt.set(place, Date.now())
    try {
      return await work()
    } finally {
      enteredAt.delete(place)
    }
  }
}

/** Between one and two pauses, so that those who wait do not all look at the same moment. */
function pause(): Promise<void> {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1))
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS * (1 + random / 2 ** 32)))
}
