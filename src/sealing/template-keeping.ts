// A member's hands in an association's templates: they open them, and sign and seal the next revision with the record of it.
import { fromBase64, toBase64 } from '../crypto/encoding.ts'
import type { ReadingFault } from '../protocol/case-file.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import type { KeptTemplates, Template, TemplatesDraft, TemplatesPost } from '../protocol/templates.ts'
import type { CaseHands, CaseKeeping } from './case-keeping.ts'
import { openTemplates, sealTemplates } from './templates.ts'

export interface TemplateKeeping {
  open: (kept: KeptTemplates) => Promise<Result<readonly Template[], ReadingFault>>
  seal: (draft: TemplatesDraft) => Promise<Result<TemplatesPost, 'too-long'>>
}

/** `note` signs and seals the record of a change. */
export function makeTemplateKeeping(hands: () => CaseHands, note: CaseKeeping['note']): TemplateKeeping {
  return {
    open: async (kept) => {
      const { opens, writers, association } = hands()
      const opened = await openTemplates(fromBase64(kept.sealed) ?? new Uint8Array(), opens, writers)
      if (!opened.ok) return opened
      // Those of another revision are not what the server says they are.
      const { templates, revision, association: of } = opened.value
      return revision === kept.revision && of === association ? accept(templates) : decline('damaged')
    },
    seal: async ({ revision, templates, head, today }) => {
      const { association, by, signer, own } = hands()
      const written = { version: 1, association, writtenOn: today, by } as const
      const file = { kind: 'templates' as const, ...written, revision, templates: [...templates] }
      const sealed = await sealTemplates(signer, file, own())
      if (!sealed) return decline('too-long')
      const record = await note({ action: 'templates-changed', case: null, head, today })
      return accept({ version: 1, revision, sealed: toBase64(sealed), record })
    },
  }
}
