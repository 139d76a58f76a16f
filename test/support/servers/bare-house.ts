// What the app stands on where a test asks it without a network: nothing can be reached but what the test puts there.
import { sha256 } from '../../../src/crypto/sha256.ts'
import { StoreFailure, type Store } from '../../../src/db/store.ts'
import type { House } from '../../../src/server/env.ts'
import { newMemory } from '../../../src/server/memory.ts'
import { rowParts } from '../../../src/server/parts/row-parts.ts'

const absent: Store = {
  read: () => Promise.reject(new StoreFailure(new Error('not here'))),
  write: () => Promise.reject(new StoreFailure(new Error('not here'))),
  close: () => Promise.resolve(),
}

export const bareHouse = (own: Partial<House>): House => ({
  directory: {
    issuedOn: '2026-01-01',
    expiresOn: '2199-12-31',
    associations: [],
    intakeFor: () => Promise.reject(new Error('not here')),
    observatoryKeyId: () => Promise.resolve(null),
    certificateOf: () => Promise.resolve(null),
    rosterKeyOf: () => Promise.resolve(null),
  },
  envelopes: absent,
  statistics: absent,
  parts: rowParts(own.envelopes ?? absent),
  secret: new Uint8Array(32),
  origin: 'https://balise.invalid',
  proofBits: 0,
  storage: { limitBytes: Infinity, freeBytes: null },
  memory: newMemory(),
  hash: sha256,
  inTurn: (work) => work(),
  compress: null,
  now: () => Date.UTC(2101, 0, 1),
  mailer: null,
  log: () => {},
  site: null,
  ...own,
})
