// Whoever sends, holds, fetches and lets go of parts of files in runtime tests, each with requests made by hand.
import { sha256Hex } from '../../../src/crypto/sha256.ts'
import { fromHex, type Bytes } from '../../../src/crypto/encoding.ts'
import { randomBytes, randomHex } from '../../../src/crypto/random.ts'
import type { HoldSecrets, PartHolds, UploadPermit } from '../../../src/protocol/parts.ts'
import { postJson, solvedProof } from './correspondence.ts'
import type { RunningServer } from './running-server.ts'

type Server = Pick<RunningServer, 'origin' | 'secret'>

export interface Part {
  bytes: Bytes
  sha256: string
  /** What keeps it, once it is held. */
  secret: string
}

export const partOf = (bytes: Bytes): Part => ({ bytes, sha256: sha256Hex(bytes), secret: randomHex(32) })

/** Noise, as all ciphertext is. */
export function somePart(length = 300): Part {
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at += 65_536) bytes.set(randomBytes(Math.min(65_536, length - at)), at)
  return partOf(bytes)
}

export const hashOfSecret = (secret: string): string => sha256Hex(fromHex(secret) ?? new Uint8Array())

export const uploadProof = (server: Server, expiresIn?: number): string =>
  solvedProof(server as RunningServer, expiresIn, 0, 'upload')

export const permitBody = (permit: string): string =>
  JSON.stringify({ version: 1, permitHash: hashOfSecret(permit) } satisfies UploadPermit)

export const askPermit = (server: Server, body: string, proof: string | null): Promise<Response> =>
  postJson(server as RunningServer, '/api/upload-permits', body, proof === null ? {} : { Proof: proof })

/** A permit as the server gives it, good for twenty parts. */
export async function somePermit(server: Server): Promise<string> {
  const permit = randomHex(32)
  const answer = await askPermit(server, permitBody(permit), uploadProof(server))
  if (answer.status !== 202) throw new Error(`the permit was answered ${answer.status}`)
  return permit
}

export const sendPart = (
  { origin }: Server,
  { bytes, sha256 }: Pick<Part, 'bytes' | 'sha256'>,
  permit: string | null,
  type = 'application/octet-stream',
): Promise<Response> =>
  fetch(`${origin}/api/parts/${sha256}`, {
    method: 'PUT',
    headers: { 'Content-Type': type, ...(permit === null ? {} : { Permit: permit }) },
    body: bytes,
  })

export const fetchPart = ({ origin }: Server, { sha256 }: Pick<Part, 'sha256'>): Promise<Response> =>
  fetch(`${origin}/api/parts/${sha256}`)

export const holdBody = (permit: string, parts: readonly Pick<Part, 'sha256' | 'secret'>[]): string =>
  JSON.stringify({
    version: 1,
    permit,
    holds: parts.map(({ sha256, secret }) => ({ part: sha256, hold: hashOfSecret(secret) })),
  } satisfies PartHolds)

export const holdAll = (
  server: Server,
  parts: readonly Pick<Part, 'sha256' | 'secret'>[],
  permit: string,
): Promise<Response> => postJson(server as RunningServer, '/api/part-holds', holdBody(permit, parts))

export const withSecrets = (
  server: Server,
  what: 'renewals' | 'releases',
  secrets: readonly string[],
): Promise<Response> =>
  postJson(
    server as RunningServer,
    `/api/part-holds/${what}`,
    JSON.stringify({ version: 1, secrets: [...secrets] } satisfies HoldSecrets),
  )

/** A part that was sent and is held. */
export async function heldPart(server: Server, length?: number): Promise<Part> {
  const part = somePart(length)
  const permit = await somePermit(server)
  await sendPart(server, part, permit)
  const held = await holdAll(server, [part], permit)
  if (held.status !== 204) throw new Error(`the hold was answered ${held.status}`)
  return part
}
