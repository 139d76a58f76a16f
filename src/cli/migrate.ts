// Brings the stores of a libSQL server to the schema this version expects. It changes tables, and never looks into a row.
import { hranaDatabase, type HranaAddress } from '../db/hrana-store.ts'
import { applyMigrations } from '../db/migrations.ts'
import { accept, decline, type Result } from '../protocol/result.ts'

export interface StoreAddresses {
  envelopes: HranaAddress
  statistics: HranaAddress
}

export type MigrateFault = 'ENVELOPES_URL' | 'STATISTICS_URL' | 'same-store' | 'store-refused'

/** Reads `ENVELOPES_URL`, `ENVELOPES_TOKEN`, `STATISTICS_URL`, `STATISTICS_TOKEN`; the reason names what is amiss. */
export function readStoreAddresses(
  env: Readonly<Record<string, string | undefined>>,
): Result<StoreAddresses, MigrateFault> {
  const [envelopes, statistics] = [env['ENVELOPES_URL'], env['STATISTICS_URL']]
  if (!envelopes || !URL.canParse(envelopes)) return decline('ENVELOPES_URL')
  if (!statistics || !URL.canParse(statistics)) return decline('STATISTICS_URL')
  if (envelopes === statistics) return decline('same-store')
  return accept({
    envelopes: { url: envelopes, token: env['ENVELOPES_TOKEN'] },
    statistics: { url: statistics, token: env['STATISTICS_TOKEN'] },
  })
}

/** Applies what was not yet applied; running it again is harmless. */
export async function migrateStores(addresses: StoreAddresses): Promise<Result<null, MigrateFault>> {
  try {
    for (const name of ['envelopes', 'statistics'] as const) {
      const database = hranaDatabase(addresses[name])
      await applyMigrations(database, name)
      database.$client.close()
    }
    return accept(null)
  } catch {
    return decline('store-refused')
  }
}
