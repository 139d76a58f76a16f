// Lets several things run at once, and no more: what is asked for beyond waits, and begins in the order it was asked for. Pure.

/** At most `most` at once. What it is given must not reject: a failure is a result. */
export function inTurns(most: number): <Outcome>(run: () => Promise<Outcome>) => Promise<Outcome> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (run) => {
    if (running === most) await new Promise<void>((begin) => waiting.push(begin))
    else running++
    const outcome = await run()
    const next = waiting.shift()
    // The turn goes on to the next one: nobody who asks meanwhile comes before.
    if (next) next()
    else running--
    return outcome
  }
}
