// Makes what the app needs out of an edge worker's bindings. Only values outlive a request, never a promise or a connection:
// workerd forbids one request to wait for another's work.
import { fromBase64, type Bytes } from '../../crypto/encoding.ts'
import { sha256 } from '../../crypto/sha256.ts'
import { openHranaStore, WHILE_SOMEONE_WAITS, type Patience } from '../../db/hrana-store.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { House } from '../env.ts'
import { newMemory } from '../memory.ts'
import { edgeMailer, type MailBindings } from './edge-mailer.ts'
import { bucketParts, type Bucket } from '../parts/bucket-parts.ts'
import { rowParts } from '../parts/row-parts.ts'
import { isOrigin, readProofBits, readStorageLimit } from '../settings.ts'
import { openDirectory, type ServedDirectory } from '../served-directory.ts'

/** Secrets and variables set at the edge. `SERVER_SECRET` is 32 bytes in base64. */
export interface EdgeBindings extends MailBindings {
  ASSETS: { fetch(request: Request): Promise<Response> }
  ENVELOPES_URL: string
  ENVELOPES_TOKEN?: string
  STATISTICS_URL: string
  STATISTICS_TOKEN?: string
  SERVER_SECRET: string
  ORIGIN: string
  PROOF_BITS?: string
  /** What the envelopes store and the parts of files may take. */
  STORAGE_LIMIT?: string
  /** Where the parts of files go, if it is bound; else they are rows. */
  PARTS?: Bucket
}

export type EdgeFault = 'settings-invalid' | 'directory-missing' | 'directory-not-believed'

let believed: ServedDirectory | null = null
const memory = newMemory()

export async function edgeHouse(
  bindings: EdgeBindings,
  log: (line: string) => void,
): Promise<Result<House, EdgeFault>> {
  const secret = fromBase64(bindings.SERVER_SECRET ?? '')
  const proofBits = readProofBits(bindings.PROOF_BITS)
  const limitBytes = readStorageLimit(bindings.STORAGE_LIMIT)
  const settingsHold =
    isOrigin(bindings.ORIGIN ?? '') && Boolean(bindings.ENVELOPES_URL && bindings.STATISTICS_URL)
  if (secret?.length !== 32 || proofBits === null || limitBytes === null || !settingsHold)
    return decline('settings-invalid')

  const directory = believed ? accept(believed) : await readDirectory(bindings.ASSETS)
  if (!directory.ok) return directory
  believed = directory.value
  const mailer = edgeMailer(bindings)
  return accept({
    directory: believed,
    ...edgeStores(bindings, WHILE_SOMEONE_WAITS),
    secret,
    origin: bindings.ORIGIN,
    proofBits,
    storage: { limitBytes, freeBytes: null },
    memory,
    hash: sha256,
    inTurn: (work) => work(),
    compress: null,
    now: Date.now,
    // Whoever reports is not kept from it because mail is set wrongly: the scheduled run says that it is.
    mailer: mailer.ok ? mailer.value : null,
    log,
    site: null,
  })
}

/** Two servers, each with its own credentials, and what holds the parts of files. */
export function edgeStores(
  bindings: EdgeBindings,
  patience: Patience,
): Pick<House, 'envelopes' | 'statistics' | 'parts'> {
  const envelopes = openHranaStore({ url: bindings.ENVELOPES_URL, token: bindings.ENVELOPES_TOKEN }, patience)
  return {
    envelopes,
    statistics: openHranaStore({ url: bindings.STATISTICS_URL, token: bindings.STATISTICS_TOKEN }, patience),
    parts: bindings.PARTS ? bucketParts(bindings.PARTS) : rowParts(envelopes),
  }
}

async function readDirectory(assets: EdgeBindings['ASSETS']): Promise<Result<ServedDirectory, EdgeFault>> {
  const bytes = await readAsset(assets, '/directory.json')
  const signatures = await readAsset(assets, '/directory.json.signatures')
  if (!bytes || !signatures) return decline('directory-missing')
  const opened = await openDirectory(bytes, signatures, Date.now())
  return opened.ok ? opened : decline('directory-not-believed')
}

async function readAsset(assets: EdgeBindings['ASSETS'], path: string): Promise<Bytes | null> {
  const answer = await assets.fetch(new Request(`https://assets.invalid${path}`))
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null
}
