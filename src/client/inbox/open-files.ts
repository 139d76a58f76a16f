// What a workspace opens files with: the parts come without a session, and the key Worker opens them.
import type { FilesMeans } from './case-files.ts'
import { makeHoldKeeper, renewHolds } from './file-holds.ts'
import { fetchPart } from './file-parts.ts'
import { flat, type KeyHolder } from './key-holder.ts'

export const openFiles = (holder: KeyHolder): FilesMeans => ({
  fetchPart,
  openFile: (attachment, parts) => flat(holder.ask({ ask: 'open-file', attachment, parts })),
  holds: makeHoldKeeper(renewHolds),
})
