// The answers an association has ready, in each language that a person may write in: sealed to the association, signed inside by the
// member who wrote. The server knows that there are some, at which revision, and no more.
import * as v from 'valibot'
import { CasePage, SealedRecord } from './case-file.ts'
import { Day } from './day.ts'
import { MAX_CASE_BYTES, MAX_MESSAGE_CHARS, MAX_SHORT_TEXT_CHARS, MAX_TEMPLATES } from './limits.ts'
import { AssociationId, Fingerprint, MessageKey, Signature } from './shapes.ts'
import { base64 } from './team.ts'
import { LOCALES } from './vocabulary.ts'

/** Where a template is offered: to answer, or to decline. */
export const TEMPLATE_USES = ['answer', 'decline'] as const
export type TemplateUse = (typeof TEMPLATE_USES)[number]

/** `title` is what members choose by: nobody else reads it. Both are empty in a language the template is not written in. */
const TemplateWords = v.strictObject({
  title: v.pipe(v.string(), v.maxLength(MAX_SHORT_TEXT_CHARS)),
  text: v.pipe(v.string(), v.maxLength(MAX_MESSAGE_CHARS)),
})

/** `id` is random, or a small number for those that ship with the product: a template that is written over keeps its own. */
export const Template = v.pipe(
  v.strictObject({
    id: MessageKey,
    use: v.picklist(TEMPLATE_USES),
    words: v.strictObject({ fr: TemplateWords, en: TemplateWords }),
  }),
  v.check(({ words }) => LOCALES.some((locale) => words[locale].text.trim() !== '')),
)
export type Template = v.InferOutput<typeof Template>

const revision = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** The plaintext of an association's templates, all of them. `signature` is by the key of `by`. */
export const TemplateFile = v.strictObject({
  kind: v.literal('templates'),
  version: v.literal(1),
  association: AssociationId,
  /** Counted from 1. */
  revision,
  writtenOn: Day,
  by: Fingerprint,
  templates: v.pipe(v.array(Template), v.maxLength(MAX_TEMPLATES)),
  signature: Signature,
})
export type TemplateFile = v.InferOutput<typeof TemplateFile>

/** POST /api/templates: the next revision of them, with its record: both or none. */
export const TemplatesPost = v.strictObject({
  version: v.literal(1),
  revision,
  sealed: base64(MAX_CASE_BYTES),
  record: SealedRecord,
})
export type TemplatesPost = v.InferOutput<typeof TemplatesPost>

/** What the server keeps of them. */
export const KeptTemplates = v.strictObject({ revision: v.number(), sealed: v.string() })
export type KeptTemplates = v.InferOutput<typeof KeptTemplates>

/** GET /api/templates: null until someone wrote some. `head` is what the next record follows. */
export const TemplatesState = v.strictObject({
  templates: v.nullable(KeptTemplates),
  head: CasePage.entries.head,
})
export type TemplatesState = v.InferOutput<typeof TemplatesState>

/** The next revision, before it is signed. `head` is what its record follows; `today` is the server's. */
export interface TemplatesDraft {
  revision: number
  templates: readonly Template[]
  head: TemplatesState['head']
  today: Day
}
