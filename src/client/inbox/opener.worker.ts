// An opener: a Worker that the key Worker starts for itself when many envelopes wait. It opens envelopes and can do nothing else: it
// signs nothing, fetches nothing, stores nothing, and what it says is what was in an envelope, never a key.
import { readOpenKeys } from '../../crypto/openpgp.ts'
import { openSealed, type OpeningKeys } from './open-sealed.ts'
import type { OpenerJob, OpenerKeys, OpenerWord } from './opener-messages.ts'

let held: OpeningKeys | null = null

async function answer(said: OpenerKeys | OpenerJob): Promise<OpenerWord> {
  if ('keys' in said) {
    held = { association: said.association, keys: await readOpenKeys(said.keys) }
    return { ready: true }
  }
  if (!held) throw new Error('no key was given')
  return { ready: false, number: said.number, opened: await openSealed(said.sealed, held) }
}

/** A throw reaches the key Worker as this one's `error`: it then goes on without. */
self.addEventListener('message', async ({ data }: MessageEvent<OpenerKeys | OpenerJob>) => {
  try {
    postMessage(await answer(data))
  } catch (error) {
    self.reportError(error)
  }
})
