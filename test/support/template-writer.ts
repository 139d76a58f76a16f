// Members who write templates, for tests: the product's own sealing, and whatever a test wants to be otherwise.
import { toBase64 } from '../../src/crypto/encoding.ts'
import { fingerprintOf } from '../../src/crypto/openpgp.ts'
import type { Template, TemplatesPost, TemplatesState } from '../../src/protocol/templates.ts'
import { sealTemplates } from '../../src/sealing/templates.ts'
import { DAY, sealedRecord, type Terms } from './case-writer.ts'
import { postJson } from './servers/correspondence.ts'
import type { RunningServer } from './servers/running-server.ts'

export const templateOf = (id: number, text: string, title = 'Un titre'): Template => ({
  id: String(id).padStart(32, '0'),
  use: 'answer',
  words: { fr: { title, text }, en: { title: '', text: '' } },
})

/** A revision of an association's templates, following this head. */
export async function templatesPost(
  terms: Terms,
  revision: number,
  head: TemplatesState['head'],
  templates: Template[] = [],
): Promise<TemplatesPost> {
  const file = {
    kind: 'templates' as const,
    version: 1 as const,
    association: terms.association,
    revision,
    writtenOn: DAY,
    by: fingerprintOf(terms.key),
    templates,
  }
  const sealed = await sealTemplates(terms.key, file, terms.own)
  if (!sealed) throw new Error('the templates are too long')
  const record = await sealedRecord(terms, head, 'templates-changed')
  return { version: 1, revision, sealed: toBase64(sealed), record }
}

export async function templatesOf(
  server: Pick<RunningServer, 'origin'>,
  cookie: string,
): Promise<TemplatesState> {
  const answer = await fetch(`${server.origin}/api/templates`, { headers: { Cookie: cookie } })
  if (answer.status !== 200) throw new Error(`the templates answered ${answer.status}`)
  return (await answer.json()) as TemplatesState
}

export const postTemplates = (server: RunningServer, cookie: string, post: object): Promise<Response> =>
  postJson(server, '/api/templates', JSON.stringify(post), { Cookie: cookie })
