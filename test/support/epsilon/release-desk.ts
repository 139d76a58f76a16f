// Publishes through a real statistics store and reads back through the real app, as anybody on the network would: what the attacks
// work on is the answer. A fresh file is begun when every period of the old one is taken, since nothing replaces a release.
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFileStore, type FileStore } from '../../../src/db/file-store.ts'
import { keepRelease } from '../../../src/db/statistics/releases.ts'
import type { FamilyId } from '../../../src/protocol/families.ts'
import type { Release } from '../../../src/protocol/release.ts'
import type { StatisticsWindow } from '../../../src/protocol/statistics-window.ts'
import { createApp } from '../../../src/server/app.ts'
import { bareHouse } from '../servers/bare-house.ts'

/** Few enough that a file stays below some hundred megabytes. */
const PERIODS = Array.from({ length: 60 }, (_, index) => String(2020 + index))

export interface ReleaseDesk {
  /** A period of a family in which nothing was published yet. */
  freshPeriod(family: FamilyId): Promise<StatisticsWindow>
  /** Keeps `text` as the release, with its ledger row. */
  publish(release: Pick<Release, 'family' | 'window' | 'rung' | 'epsilon'>, text: string): Promise<unknown>
  /** What stands at /api/releases/{family}/{window}.json. Throws when nothing does. */
  read(family: FamilyId, window: StatisticsWindow): Promise<string>
  close(): Promise<void>
}

export async function openReleaseDesk(): Promise<ReleaseDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'balise-epsilon-'))
  let files = 0
  const openFile = (): Promise<FileStore> => openFileStore(join(folder, `${files++}.db`), 'statistics')
  let store = await openFile()
  const app = createApp()
  const taken = new Map<FamilyId, number>()

  return {
    freshPeriod: async (family) => {
      const next = taken.get(family) ?? 0
      const period = PERIODS[next]
      if (period !== undefined) {
        taken.set(family, next + 1)
        return period
      }
      await store.close()
      await rm(join(folder, `${files - 1}.db`))
      store = await openFile()
      taken.clear()
      taken.set(family, 1)
      return PERIODS[0] as string
    },
    publish: ({ family, window, rung, epsilon }, text) =>
      keepRelease(store, {
        family,
        window,
        rung,
        epsilonNumerator: epsilon.numerator,
        epsilonDenominator: epsilon.denominator,
        drawnOn: '2100-01-15',
        body: text,
        sha256: createHash('sha256').update(text).digest('hex'),
        held: false,
      }),
    read: async (family, window) => {
      const answer = await app.request(
        `/api/releases/${family}/${window}.json`,
        {},
        bareHouse({ statistics: store }),
      )
      if (answer.status !== 200) throw new Error(`${family} ${window}: ${answer.status}`)
      return answer.text()
    },
    close: async () => {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
