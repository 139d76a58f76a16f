// One change that a member makes to the association's templates, applied to them as they are by then: each template by itself, so that
// two who write different ones lose nothing, and two who write the same one are told so. Pure; ids are arguments.
import { MAX_TEMPLATES } from '../protocol/limits.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import type { Template } from '../protocol/templates.ts'
import { LOCALES } from '../protocol/vocabulary.ts'
import type { EditFault } from './case-edit.ts'

/** `from` is what the member saw when they began to write. */
export type TemplateEdit =
  | { edit: 'add'; template: Template }
  | { edit: 'rewrite'; from: Template; to: Template }
  | { edit: 'remove'; from: Template }

/** All the templates after a change, in the order they had. Making the same change twice is making it once. */
export function editTemplates(
  now: readonly Template[],
  edit: TemplateEdit,
): Result<readonly Template[], EditFault> {
  const { id } = edit.edit === 'add' ? edit.template : edit.from
  const found = now.find((each) => each.id === id)
  if (edit.edit === 'add') {
    if (found) return isSame(found, edit.template) ? accept(now) : decline('theirs')
    return now.length >= MAX_TEMPLATES ? decline('full') : accept([...now, edit.template])
  }
  if (edit.edit === 'remove') {
    if (!found) return accept(now)
    return isSame(found, edit.from) ? accept(now.filter((each) => each !== found)) : decline('theirs')
  }
  if (!found) return decline('gone')
  if (!isSame(found, edit.from) && !isSame(found, edit.to)) return decline('theirs')
  return accept(now.map((each) => (each === found ? edit.to : each)))
}

/** Word for word, whatever the order in which its parts were written. */
const isSame = (one: Template, other: Template): boolean =>
  one.use === other.use &&
  LOCALES.every(
    (locale) =>
      one.words[locale].title === other.words[locale].title &&
      one.words[locale].text === other.words[locale].text,
  )
