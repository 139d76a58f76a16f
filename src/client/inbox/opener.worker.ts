// An opener: a Worker that the key Worker starts when many envelopes wait. It opens envelopes and can do nothing else: it signs nothing,
// fetches nothing, stores nothing, and what it says is what was in an envelope, never a key.
import { readOpenKeys } from '../../crypto/openpgp.ts'
import { openSealed } from './open-sealed.ts'
import type { OpenerJob, OpenerKeys, OpenerWord } from './opener-messages.ts'

async function begin({ association, keys: secret }: OpenerKeys, port: MessagePort): Promise<void> {
  const say = (word: OpenerWord): void => port.postMessage(word)
  try {
    const keys = await readOpenKeys(secret)
    port.addEventListener('message', async ({ data }: MessageEvent<OpenerJob>) => {
      try {
        say({ number: data.number, opened: await openSealed(data.sealed, { association, keys }) })
      } catch {
        say('failed')
      }
    })
    port.start()
    say('ready')
  } catch {
    say('failed')
  }
}

self.addEventListener(
  'message',
  ({ data, ports: [port] }: MessageEvent<OpenerKeys>) => {
    if (port) void begin(data, port)
  },
  { once: true },
)
