// A line between a server and its store that goes wrong as it is told to: a TCP proxy on this machine. It reads nothing of what passes.
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/**
 * `late`: each answer comes so much later. `silent`: no answer comes; on every other connection what was sent arrived and is done. `cut`: it
 * is done, and the line breaks as its answer begins, one time in three.
 */
export type Fault = 'none' | 'silent' | 'cut' | { lateMilliseconds: number }

export class BadLine {
  readonly #server: Server
  readonly #pairs = new Set<readonly [Socket, Socket]>()
  #fault: Fault = 'none'
  #joined = 0
  #answers = 0
  url = ''

  constructor(targetPort: number) {
    this.#server = createServer((near) => this.#join(near, connect(targetPort, '127.0.0.1')))
  }

  async listen(): Promise<this> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
    return this
  }

  /** From now on. Whoever was left without an answer is let go once all is well again. */
  set fault(fault: Fault) {
    const stuck = this.#fault === 'silent'
    this.#fault = fault
    if (stuck) for (const pair of this.#pairs) end(pair)
  }

  async stop(): Promise<void> {
    for (const pair of this.#pairs) end(pair)
    this.#server.close()
    await once(this.#server, 'close')
  }

  #join(near: Socket, far: Socket): void {
    const pair = [near, far] as const
    this.#pairs.add(pair)
    const over = (): void => {
      this.#pairs.delete(pair)
      end(pair)
    }
    for (const socket of pair) socket.setNoDelay().on('error', over).on('close', over)
    const isDeaf = this.#joined++ % 2 === 0
    near.on('data', (bytes) => void (!(isDeaf && this.#fault === 'silent') && far.write(bytes)))
    far.on('data', (bytes) => {
      const fault = this.#fault
      // Not each of them: who asks a store several times is cut off at the last of these too.
      if (fault === 'cut' && this.#answers++ % 3 === 0) return over()
      if (fault === 'silent') return
      if (typeof fault === 'object')
        setTimeout(() => near.writable && near.write(bytes), fault.lateMilliseconds)
      else near.write(bytes)
    })
  }
}

function end(pair: readonly Socket[]): void {
  for (const socket of pair) socket.destroy()
}
