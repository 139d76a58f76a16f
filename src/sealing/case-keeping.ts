// What a member's hands do in what is written about cases: open the files, sign and seal the next revision with the record of it, and
// read the whole record. Which key signs and what opens is given; no key is kept here.
import { fromBase64, toBase64 } from '../crypto/encoding.ts'
import type { Certificate } from '../crypto/openpgp.ts'
import type {
  CaseDraft,
  CasePost,
  KeptCase,
  OpenedWork,
  ReadingFault,
  RecordDraft,
  SealedRecord,
} from '../protocol/case-file.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import { openCaseFile, sealCaseFile, sealRecord, type OpensSealed, type Writer } from './case-file.ts'
import { readRecords, type ReadRecord, type RecordTrail } from './records.ts'
import type { Signer } from './sign-contents.ts'

/** Of whoever writes. */
export interface CaseHands {
  association: string
  /** Fingerprint of the key that signs. */
  by: string
  signer: Signer
  opens: OpensSealed
  /** What the team seals its own work to now. */
  own: () => Certificate
  /** Whose signatures count. */
  writers: readonly Writer[]
}

export interface CaseKeeping {
  open: (kept: KeptCase) => Promise<Result<OpenedWork, ReadingFault>>
  seal: (draft: CaseDraft) => Promise<Result<CasePost, 'too-long'>>
  note: (draft: RecordDraft) => Promise<SealedRecord>
  read: (
    records: readonly SealedRecord[],
    trail: RecordTrail,
  ) => Promise<{ lines: ReadRecord[]; trail: RecordTrail }>
}

/** `hands` are asked each time: another key may have taken the place of the first. */
export function makeCaseKeeping(hands: () => CaseHands): CaseKeeping {
  const note: CaseKeeping['note'] = async ({ action, case: about, head, today }) => {
    const { association, by, signer, own } = hands()
    const [number, previous] = [head.number + 1, head.digest]
    const record = {
      kind: 'record',
      version: 1,
      association,
      number,
      previous,
      writtenOn: today,
      by,
      action,
      case: about,
    } as const
    return { number, previous, sealed: toBase64(await sealRecord(signer, record, own())) }
  }
  return {
    note,
    read: (records, trail) => {
      const { opens, writers, association } = hands()
      return readRecords(records, trail, association, opens, writers)
    },
    open: async (kept) => {
      const { opens, writers, association } = hands()
      const opened = await openCaseFile(fromBase64(kept.sealed) ?? new Uint8Array(), opens, writers)
      if (!opened.ok) return opened
      const { work, by, revision, case: about } = opened.value
      // The file of another case, or an older one in its place, is not what the server says it is.
      const same =
        about === kept.case && revision === kept.revision && opened.value.association === association
      return same ? accept({ work, by }) : decline('damaged')
    },
    seal: async ({ case: about, revision, work, action, head, today }) => {
      const { association, by, signer, own } = hands()
      const written = { version: 1, association, writtenOn: today, by } as const
      const file = { kind: 'case-file', ...written, case: about, revision, work } as const
      const sealed = await sealCaseFile(signer, file, own())
      if (!sealed) return decline('too-long')
      const record = await note({ action, case: about, head, today })
      return accept({ version: 1, case: about, revision, sealed: toBase64(sealed), record })
    },
  }
}
