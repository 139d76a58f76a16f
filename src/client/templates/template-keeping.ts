// The Worker's part in an association's templates: opens them, and signs and seals the next revision with the record of it.
import { fromBase64, toBase64 } from '../../crypto/encoding.ts'
import { fingerprintOf } from '../../crypto/openpgp.ts'
import type { Day } from '../../protocol/day.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { KeptTemplates, Template, TemplatesPost, TemplatesState } from '../../protocol/templates.ts'
import type { ReadingFault } from '../../sealing/signed-paper.ts'
import { openTemplates, sealTemplates } from '../../sealing/templates.ts'
import type { CaseKeeping } from '../inbox/case-keeping.ts'
import { newestKey, type KeyKeeper } from '../inbox/key-keeper.ts'

/** The next revision, before it is signed. `head` is what its record follows; `today` is the server's. */
export interface TemplatesDraft {
  revision: number
  templates: readonly Template[]
  head: TemplatesState['head']
  today: Day
}

export interface TemplateKeeping {
  open: (kept: KeptTemplates) => Promise<Result<readonly Template[], ReadingFault>>
  seal: (draft: TemplatesDraft) => Promise<Result<TemplatesPost, 'too-long'>>
}

/** `note` signs and seals the record of a change. */
export function makeTemplateKeeping(keeper: KeyKeeper, note: CaseKeeping['note']): TemplateKeeping {
  return {
    open: async (kept) => {
      const { keys, writers, association } = keeper.kept()
      const opened = await openTemplates(fromBase64(kept.sealed) ?? new Uint8Array(), keys, writers)
      if (!opened.ok) return opened
      // Those of another revision are not what the server says they are.
      const { templates, revision, association: of } = opened.value
      return revision === kept.revision && of === association ? accept(templates) : decline('damaged')
    },
    seal: async ({ revision, templates, head, today }) => {
      const { association, signer } = keeper.kept()
      const written = { version: 1, association, writtenOn: today, by: fingerprintOf(signer) } as const
      const file = { kind: 'templates' as const, ...written, revision, templates: [...templates] }
      const sealed = await sealTemplates(signer, file, newestKey(keeper.kept()).toPublic())
      if (!sealed) return decline('too-long')
      const record = await note({ action: 'templates-changed', case: null, head, today })
      return accept({ version: 1, revision, sealed: toBase64(sealed), record })
    },
  }
}
