// Members who write about cases, for tests: the product's own sealing, and whatever a test wants to be otherwise.
import { toBase64 } from '../../src/crypto/encoding.ts'
import { keyBodyOf } from '../../src/crypto/key-body.ts'
import { fingerprintOf, type Certificate, type PrivateKey } from '../../src/crypto/openpgp.ts'
import { NEW_CASE } from '../../src/domain/case-edit.ts'
import type {
  CasePage,
  CasePost,
  CaseWork,
  RecordedAction,
  SealedRecord,
} from '../../src/protocol/case-file.ts'
import { sealCaseFile, sealRecord, type Writer } from '../../src/sealing/case-file.ts'
import { postJson } from './servers/correspondence.ts'
import type { RunningServer } from './servers/running-server.ts'

export const DAY = '2026-11-20'

export const writerOf = (key: PrivateKey): Writer => ({
  fingerprint: fingerprintOf(key),
  key: keyBodyOf(key),
})

export interface Terms {
  association: string
  /** Who signs, and what it is sealed to. */
  key: PrivateKey
  own: Certificate
}

export async function sealedRecord(
  { association, key, own }: Terms,
  { number, digest }: CasePage['head'],
  action: RecordedAction = 'case-changed',
  about: string | null = null,
): Promise<SealedRecord> {
  const record = {
    kind: 'record' as const,
    version: 1 as const,
    association,
    number: number + 1,
    previous: digest,
    writtenOn: DAY,
    by: fingerprintOf(key),
    action,
    case: about,
  }
  return { number: number + 1, previous: digest, sealed: toBase64(await sealRecord(key, record, own)) }
}

/** A revision of a case's file, following this head. */
export async function casePost(
  terms: Terms,
  about: string,
  revision: number,
  head: CasePage['head'],
  work: Partial<CaseWork> = {},
): Promise<CasePost> {
  const { association, key, own } = terms
  const file = {
    kind: 'case-file' as const,
    version: 1 as const,
    association,
    case: about,
    revision,
    writtenOn: DAY,
    by: fingerprintOf(key),
    work: { ...NEW_CASE, ...work },
  }
  const sealed = await sealCaseFile(key, file, own)
  if (!sealed) throw new Error('the file of a case is too long')
  const record = await sealedRecord(terms, head, 'case-changed', about)
  return { version: 1, case: about, revision, sealed: toBase64(sealed), record }
}

export async function casesOf(server: RunningServer, cookie: string, after = ''): Promise<CasePage> {
  const answer = await fetch(`${server.origin}/api/cases${after && `?after=${after}`}`, {
    headers: { Cookie: cookie },
  })
  if (answer.status !== 200) throw new Error(`the cases answered ${answer.status}`)
  return (await answer.json()) as CasePage
}

export const postCase = (server: RunningServer, cookie: string, post: object): Promise<Response> =>
  postJson(server, '/api/cases', JSON.stringify(post), { Cookie: cookie })
