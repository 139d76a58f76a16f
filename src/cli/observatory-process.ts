// The observatory of a demonstration, a process of its own: it alone has the key that opens cards. It is told days, publishes what is due
// on each, and says nothing but that it is done.
import { readFile } from 'node:fs/promises'
import { readSecretKey, unlock, type PrivateKey } from '../crypto/openpgp.ts'
import { StoreFailure } from '../db/store.ts'
import { publishDue } from '../observatory/publish-due.ts'
import type { Day } from '../protocol/day.ts'
import { observatoryFiles, readDemonstration } from './demonstration.ts'
import { becomeChild, openStatistics, type ObservatoryAnswer } from './trends-processes.ts'

const place = await becomeChild()
const key = await openKey(place.dataDir)
const store = await openStatistics(place)

async function openKey(dataDir: string): Promise<PrivateKey> {
  const locked = await readSecretKey(await readFile(observatoryFiles(dataDir).secretKey))
  const { passphrase } = await readDemonstration(dataDir)
  const key = locked && (await unlock(locked, passphrase))
  if (!key?.ok) throw new Error('the key of the observatory is damaged')
  return key.value
}

async function publish(on: Day): Promise<ObservatoryAnswer> {
  const now = Date.parse(on)
  try {
    const published = await publishDue({ store, keys: [key], synthetic: true, now, log: () => undefined })
    return published.ok ? null : published.reason
  } catch (error) {
    return error instanceof StoreFailure ? error.code : 'the observatory failed'
  }
}

process.on('message', (on: Day) => void publish(on).then((answer) => process.send?.(answer)))
process.send?.(null)
