// A queue for work that must not crowd out the rest: one piece at a time, and whatever else waits gets its turn in between.

/** Work that fails does not stop what comes after it. */
export function oneAtATime(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(pause).then(work)
    last = done.catch(() => undefined)
    return done
  }
}

/** Requests already read from the network are answered first. */
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
