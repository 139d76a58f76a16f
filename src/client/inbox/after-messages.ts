// Lets a Worker that is busy hear what it was told: what is put off here comes after the messages that wait already, and at once where
// none does. A timer would make each wait for four milliseconds.

/** One call at a time is put off: the newest. */
export function afterMessages(): (turn: () => void) => void {
  const { port1, port2 } = new MessageChannel()
  let put: () => void = () => {}
  port1.onmessage = () => put()
  return (turn) => {
    put = turn
    port2.postMessage(null)
  }
}
