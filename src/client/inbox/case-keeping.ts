// The Worker's part in what is written about cases: opens their files, signs and seals the next revision with the record of it; and
// reads the whole record.
import { fromBase64, toBase64 } from '../../crypto/encoding.ts'
import { fingerprintOf } from '../../crypto/openpgp.ts'
import type {
  CasePage,
  CasePost,
  CaseWork,
  KeptCase,
  RecordedAction,
  SealedRecord,
} from '../../protocol/case-file.ts'
import type { Day } from '../../protocol/day.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { openCaseFile, sealCaseFile, sealRecord, type ReadingFault } from '../../sealing/case-file.ts'
import { readRecords, type ReadRecord, type RecordTrail } from '../../sealing/records.ts'
import { newestKey, type KeyKeeper } from './key-keeper.ts'
import type { RecordDraft } from './record-desk.ts'

/** The next revision, before it is signed. `head` is what its record follows; `today` is the server's. */
export interface CaseDraft {
  case: string
  revision: number
  work: CaseWork
  action: RecordedAction
  head: CasePage['head']
  today: Day
}

export interface OpenedWork {
  work: CaseWork
  /** Fingerprint of whoever wrote it last. */
  by: string
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

export function makeCaseKeeping(keeper: KeyKeeper): CaseKeeping {
  const note: CaseKeeping['note'] = async ({ action, case: about, head, today }) => {
    const { association, signer } = keeper.kept()
    const [number, previous] = [head.number + 1, head.digest]
    const record = {
      kind: 'record',
      version: 1,
      association,
      number,
      previous,
      writtenOn: today,
      by: fingerprintOf(signer),
      action,
      case: about,
    } as const
    return {
      number,
      previous,
      sealed: toBase64(await sealRecord(signer, record, newestKey(keeper.kept()).toPublic())),
    }
  }
  return {
    note,
    read: (records, trail) => {
      const { keys, writers, association } = keeper.kept()
      return readRecords(records, trail, association, keys, writers)
    },
    open: async (kept) => {
      const { keys, writers, association } = keeper.kept()
      const opened = await openCaseFile(fromBase64(kept.sealed) ?? new Uint8Array(), keys, writers)
      if (!opened.ok) return opened
      const { work, by, revision, case: about } = opened.value
      // The file of another case, or an older one in its place, is not what the server says it is.
      const same =
        about === kept.case && revision === kept.revision && opened.value.association === association
      return same ? accept({ work, by }) : decline('damaged')
    },
    seal: async ({ case: about, revision, work, action, head, today }) => {
      const { association, signer } = keeper.kept()
      const own = newestKey(keeper.kept()).toPublic()
      const written = { version: 1, association, writtenOn: today, by: fingerprintOf(signer) } as const
      const file = { kind: 'case-file', ...written, case: about, revision, work } as const
      const sealed = await sealCaseFile(signer, file, own)
      if (!sealed) return decline('too-long')
      const record = await note({ action, case: about, head, today })
      return accept({ version: 1, case: about, revision, sealed: toBase64(sealed), record })
    },
  }
}
