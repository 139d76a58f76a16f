// `balise migrate`: brings the two stores of a libSQL server to this version before it is deployed. Addresses and tokens come from
// the environment, and neither is ever printed.
import { command } from './command.ts'
import type { MigrateFault } from './migrate.ts'
import { done, print, refused } from './outcome.ts'

const FAULTS: Record<MigrateFault, string> = {
  ENVELOPES_URL:
    'Set ENVELOPES_URL to the address of the store of envelopes, such as libsql://envelopes.example.',
  STATISTICS_URL:
    'Set STATISTICS_URL to the address of the store of statistics, such as libsql://statistics.example.',
  'same-store': 'ENVELOPES_URL and STATISTICS_URL are one store. They must be two, with a token each.',
  'store-refused':
    'A store could not be reached or refused. Check the addresses, and that each token may write.',
}

export const migrateCommand = command({
  name: 'migrate',
  summary: 'Bring the two stores of a libSQL server to this version.',
  options: {},
  notes: [
    'It reads ENVELOPES_URL, ENVELOPES_TOKEN, STATISTICS_URL and STATISTICS_TOKEN. Running it again is harmless.',
    'npm start does this by itself for the files it keeps.',
  ],
  async run() {
    // Loaded here, so that no other command waits for the database's code.
    const { migrateStores, readStoreAddresses } = await import('./migrate.ts')
    const addresses = readStoreAddresses(process.env)
    const migrated = addresses.ok ? await migrateStores(addresses.value) : addresses
    if (!migrated.ok) return refused(FAULTS[migrated.reason])
    print('both stores are at this version')
    return done(undefined)
  },
})
