// The process that fills a demonstration's trends, started by it. It has the observatory's certificate and no key.
import { readFile } from 'node:fs/promises'
import { toBase64 } from '../crypto/encoding.ts'
import { readArmoredCertificate } from '../crypto/openpgp.ts'
import { StoreFailure } from '../db/store.ts'
import { dayOf } from '../protocol/day.ts'
import { observatoryFiles } from './demonstration.ts'
import { fillTrends, quartersLeft, quartersToFill } from './fill-trends.ts'
import { DEMONSTRATION_SEED } from './invented-cards.ts'
import { remark } from './outcome.ts'
import { becomeChild, openStatistics, startObservatory, type TrendsPlace } from './trends-processes.ts'

async function fill(place: TrendsPlace): Promise<void> {
  const { dataDir, weekly } = place
  const certificate = await readArmoredCertificate(
    await readFile(observatoryFiles(dataDir).certificate, 'utf8'),
  )
  if (!certificate) throw new Error('the observatory has no certificate')
  const store = await openStatistics(place)
  const quarters = quartersToFill(dayOf(Date.now()))
  const isNew = (await quartersLeft(store, quarters)).length > 0
  if (isNew) {
    remark(`trends: filling ${quarters[0]} to ${quarters.at(-1)} with invented reports, ${weekly} a week`)
  }
  const observatory = await startObservatory(place)
  await fillTrends({
    store,
    observatory: toBase64(certificate.write()),
    invention: { seed: DEMONSTRATION_SEED, weekly },
    quarters,
    publish: observatory.publish,
  })
  observatory.end()
  await store.close()
  if (isNew) remark('trends: filled')
}

try {
  await fill(await becomeChild())
} catch (error) {
  const reason =
    error instanceof StoreFailure ? error.code : error instanceof Error ? error.message : 'unknown'
  remark(`trends: not filled (${reason}). Start the demonstration again: it goes on from there.`)
  process.exitCode = 1
}
process.disconnect()
