// Those who say a byte now and then, so as never to be done: the server ends each of them in its own time, and serves the others meanwhile.
import { connect } from 'node:net'
import { WORDS_BEGIN } from './plan.ts'
import type { Stage } from './stage.ts'

const WORD = `${WORDS_BEGIN}slowly`
const STEP_MILLISECONDS = 1500

const SLOW_HEADS = [
  '',
  'G',
  `GET /${WORD} HTTP/1.1\r\n`,
  `GET / HTTP/1.1\r\nHost: x\r\nX: ${WORD}`,
  `POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\nX-${WORD}: `,
]

const posted = (line: string): string =>
  `POST /api/envelope-status HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${line}\r\n\r\n`

const SLOW_BODIES = [
  posted('Content-Length: 9000'),
  posted('Transfer-Encoding: chunked'),
  posted('Transfer-Encoding: chunked') + 'fff\r\n',
  `POST /api/submissions HTTP/1.1\r\nHost: x\r\nContent-Length: 700000\r\n\r\n{"${WORD}":"`,
]

/** Seconds until the server ended it; null where it had not by then. */
function trickle(origin: string, start: string, patienceSeconds: number): Promise<number | null> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve) => {
    const since = performance.now()
    const socket = connect(Number(port), hostname)
    const settle = (seconds: number | null): void => {
      clearInterval(more)
      clearTimeout(timer)
      socket.destroy()
      resolve(seconds)
    }
    const more = setInterval(() => socket.write('1'), STEP_MILLISECONDS)
    const timer = setTimeout(() => settle(null), patienceSeconds * 1000)
    socket
      .on('error', () => undefined)
      .on('close', () => settle((performance.now() - since) / 1000))
      .resume()
      .write(start)
  })
}

export interface SlowOutcome {
  tried: number
  faults: string[]
  /** The longest that one of them lasted, in seconds. */
  longest: number
}

/** `bodies`: those too whose headers came whole; they are given two minutes. */
export async function slowSenders({ visit }: Stage, bodies: boolean): Promise<SlowOutcome> {
  const all = [
    ...SLOW_HEADS.map((start) => ({ start, patience: 40 })),
    ...(bodies ? SLOW_BODIES.map((start) => ({ start, patience: 150 })) : []),
  ]
  const lasted = await Promise.all(
    all.map(({ start, patience }) => trickle(visit.server.origin, start, patience)),
  )
  return {
    tried: all.length,
    faults: lasted.flatMap((seconds, at) =>
      seconds === null ? [`a slow sender was not ended: ${JSON.stringify(all[at]?.start.slice(0, 40))}`] : [],
    ),
    longest: Math.max(...lasted.map((seconds) => seconds ?? 0)),
  }
}
