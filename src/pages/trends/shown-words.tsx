// Every word that a picture may need, in the page's language, for its island to read: labels of codes, and sentences to fill in.
import { codeLabels } from '../../domain/code-labels.ts'
import { PLATFORMS } from '../../help/platforms.ts'
import { FAMILIES } from '../../protocol/families.ts'
import type { PageContext } from '../page.ts'

/** What `client/trends/words.ts` reads, but for the language. */
export function shownWords({ m, locale }: PageContext): string {
  const closed = PLATFORMS.flatMap(({ id, closedOn }) => (closedOn ? [[id, closedOn]] : []))
  const levels = FAMILIES.flatMap(({ rungs }) => (rungs.length > 1 ? [...rungs] : []))
  return JSON.stringify({
    says: m.trends.figures,
    families: Object.fromEntries(FAMILIES.map(({ id, title }) => [id, title[locale]])),
    levels: Object.fromEntries(levels.map(({ id, title }) => [id, title[locale]])),
    labels: codeLabels(m.openData.labels, m.vocabulary),
    closed: Object.fromEntries(closed),
  })
}
