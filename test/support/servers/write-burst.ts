// One of several processes that write to the same envelopes file at once: `node write-burst.ts FILE COUNT`. Prints how many
// submissions were kept, and the codes of those that were not.
import { randomBytes, randomHex, randomKey } from '../../../src/crypto/random.ts'
import { keepSubmission } from '../../../src/db/envelopes/keep-submission.ts'
import { openFileStore } from '../../../src/db/file-store.ts'
import { StoreFailure } from '../../../src/db/store.ts'

const [file = '', count = '0'] = process.argv.slice(2)
const store = await openFileStore(file, 'envelopes')
const failures: string[] = []
let kept = 0

async function keepOne(): Promise<void> {
  const spending = { claim: randomKey(), nonce: randomHex(16), bodyMac: 'm', expiresAt: 4e9 }
  const envelope = {
    id: randomKey(),
    association: 'ecoute-sud',
    keyFingerprint: 'F',
    sealed: randomBytes(4245),
    tokenHash: randomHex(32),
  }
  try {
    if ((await keepSubmission(store, spending, [envelope], '2026-11-22')) === 'kept') kept++
  } catch (error) {
    failures.push(error instanceof StoreFailure ? error.code : String(error))
  }
}

await Promise.all(Array.from({ length: Number(count) }, keepOne))
await store.close()
process.stdout.write(JSON.stringify({ kept, failures }))
