// One observatory among several, or one that dies: `node publish-child.ts ORDER`, the order as JSON. It prints what it published, as
// JSON; its generator draws 0 when told to. `dies`: the process is killed at its next write, just after it or at some
// millisecond while it is under way.
import { randomInt } from 'node:crypto'
import { readOpenKeys } from '../../../src/crypto/openpgp.ts'
import type { Store } from '../../../src/db/store.ts'
import { publishDue } from '../../../src/observatory/publish-due.ts'
import { silentSource } from './cards.ts'
import { openAt, type StoreAddress } from './stores.ts'

export interface Order {
  address: StoreAddress
  /** The observatory's key, not locked, in base64. */
  key: string
  /** Milliseconds. */
  now: number
  startedOn: string
  noise: 'none' | 'real'
  dies: 'never' | 'after-a-write' | 'during-a-write'
}

const order = JSON.parse(process.argv[2] ?? '') as Order

const die = (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL')
  return new Promise(() => {})
}

function mortal(store: Store): Store {
  if (order.dies === 'never') return store
  const write: Store['write'] = async (statements) => {
    const written = store.write(statements)
    if (order.dies === 'during-a-write') setTimeout(die, randomInt(12))
    await written
    return die()
  }
  return { ...store, write }
}

const store = await openAt(order.address)
const published = await publishDue({
  store: mortal(store),
  keys: await readOpenKeys(Buffer.from(order.key, 'base64')),
  synthetic: false,
  now: order.now,
  startedOn: order.startedOn,
  source: order.noise === 'none' ? silentSource() : undefined,
  log: () => undefined,
})
await store.close()
process.stdout.write(JSON.stringify(published.ok && published.value))
