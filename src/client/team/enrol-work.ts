// The Worker's part in enrolling: the association's key, made here and sealed at once to its first officer's, and the way back to both
// from the file that was kept meanwhile.
import * as v from 'valibot'
import { fromBase64, fromUtf8, toBase64, utf8 } from '../../crypto/encoding.ts'
import { locatorOf, unlockBytes } from '../../crypto/lock.ts'
import { fingerprintOf, makeOpenKey, readOpenKeys, type PrivateKey } from '../../crypto/openpgp.ts'
import { signText } from '../../crypto/openpgp-signatures.ts'
import { sha256Hex } from '../../crypto/sha256.ts'
import { possessionStatement, type EnrolmentRequest } from '../../directory/directory.ts'
import { FoundingFile } from '../../protocol/founding.ts'
import type { Notice } from '../../protocol/notices.ts'
import { decline, type Result } from '../../protocol/result.ts'
import type { KeyBlob } from '../../protocol/team.ts'
import { openKeyring, sealKeyring } from '../../sealing/keyring.ts'
import { MEMBER_KEY, type KeyKeeper } from '../inbox/key-keeper.ts'
import type { Member } from '../inbox/key-source.ts'
import { rootOf } from './openers.ts'
import type { Opener } from './team-messages.ts'

/** What an association says of itself, as the directory will. */
export type Entry = Record<string, unknown> & { association: string; name: string }

export interface Enrolled {
  request: EnrolmentRequest
  founding: FoundingFile
}

export type FoundingFault = 'not-a-founding-file' | 'no-such-key' | 'not-listed'

/**
 * A new key for an association, sealed to `officer`: nobody else has it. `notice` is for the server alone, and not in the request. `at` is
 * in milliseconds.
 */
export async function enrol(
  entry: Entry,
  notice: Notice,
  officer: { key: PrivateKey; name: string; ways: readonly KeyBlob[] },
  sheets: readonly string[],
  at: number,
): Promise<Enrolled> {
  const { association } = entry
  const key = await makeOpenKey(entry.name, at)
  const request = { ...(await keyRequest(association, key, at)), entry: withoutId(entry) }
  return {
    request,
    founding: {
      kind: 'balise-founding',
      version: 1,
      association,
      name: officer.name,
      ways: [...officer.ways],
      wrap: toBase64(await sealKeyring([key], officer.key.toPublic())),
      sheets: [...sheets],
      notice,
    },
  }
}

const withoutId = ({ association: _association, ...said }: Entry): Record<string, unknown> => said

/** What the federation is asked for where an association has a new key. */
export async function keyRequest(
  association: string,
  key: PrivateKey,
  at: number,
): Promise<EnrolmentRequest> {
  const fingerprint = fingerprintOf(key)
  return {
    kind: 'balise-request',
    version: 1,
    association,
    certificate: key.toPublic().armor(),
    fingerprint,
    proofOfPossession: await signText(key, possessionStatement(association, fingerprint), at),
  }
}

export interface OpenedFounding {
  member: Member
  /** The officer's own key, which the team is founded with. */
  officer: PrivateKey
  file: FoundingFile
}

/** Gives the keeper the association's key, as if it had come from a file of its own. */
export async function openFounding(
  keeper: KeyKeeper,
  file: Uint8Array,
  opener: Opener,
): Promise<Result<OpenedFounding, FoundingFault>> {
  const founding = parse(file)
  if (!founding) return decline('not-a-founding-file')
  const root = await rootOf(opener)
  const locatorHash = sha256Hex(utf8(await locatorOf(root, MEMBER_KEY)))
  const way = founding.ways.find((each) => each.locatorHash === locatorHash)
  const locked = way && (await unlockBytes(root, MEMBER_KEY, fromBase64(way.blob) ?? new Uint8Array()))
  const [officer] = locked ? await readOpenKeys(locked) : []
  const keys = officer && (await openKeyring(fromBase64(founding.wrap) ?? new Uint8Array(), officer))
  const [key] = keys ?? []
  if (!officer || !key) return decline('no-such-key')
  const held = await keeper.holdOwn(key)
  return held ? { ok: true, value: { member: held, officer, file: founding } } : decline('not-listed')
}

function parse(bytes: Uint8Array): FoundingFile | null {
  try {
    const parsed = v.safeParse(FoundingFile, JSON.parse(fromUtf8(bytes)))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
