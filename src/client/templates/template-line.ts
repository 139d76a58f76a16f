// What the page asks the server about an association's templates: them, sealed, and the next revision.
import * as v from 'valibot'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { TemplatesState, type TemplatesPost } from '../../protocol/templates.ts'
import { call, type CallFault } from '../api.ts'

export async function fetchTemplates(): Promise<Result<TemplatesState, CallFault>> {
  const answer = await call('/api/templates', { credentials: 'same-origin' })
  if (!answer.ok) return answer
  const state = v.safeParse(TemplatesState, answer.value)
  return state.success ? accept(state.output) : decline('unexpected')
}

export const postTemplates = (post: TemplatesPost): Promise<Result<unknown, CallFault>> =>
  call('/api/templates', { method: 'POST', credentials: 'same-origin', body: JSON.stringify(post) })
