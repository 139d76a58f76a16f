// Writes why something is proposed: sentences of the page, with the labels that the person chose from. It adds no word of its own.
import type { Reason } from '../../domain/routing.ts'
import { copyTemplate, find, show } from '../dom.ts'
import { answerWords } from './answer-words.ts'

/** A paragraph of the reasons that tell apart what is proposed; without any, that it is for everyone. */
export function writeReasons(reasons: readonly Reason[], pageLanguage: string): HTMLElement {
  const because = copyTemplate('because')
  const telling = reasons.filter((reason) => isTelling(reason, reasons))
  for (const { kind } of telling) {
    const sentence = find(`[data-because="${kind}"]`, because)
    const words = telling
      .filter((reason) => reason.kind === kind)
      .map((reason) => wordsOf(reason, pageLanguage))
    const place = sentence.querySelector('[data-because-words]')
    if (place) place.textContent = `${words.join(', ')}.`
    show(sentence)
  }
  show(find('[data-because="anyone"]', because), telling.length === 0)
  return because
}

/** French goes without saying; the whole country only when nothing closer is said; "for everyone" only when nothing else is. */
function isTelling(reason: Reason, all: readonly Reason[]): boolean {
  if (reason.kind === 'language') return reason.language !== 'fr'
  if (reason.kind === 'everywhere') return !all.some(({ kind }) => kind === 'near')
  return reason.kind !== 'anyone'
}

function wordsOf(reason: Reason, pageLanguage: string): string {
  switch (reason.kind) {
    case 'need':
      return withoutCapital(answerWords(document, 'needs', reason.need))
    case 'audience':
      return withoutCapital(answerWords(document, 'audiences', reason.audience))
    case 'near':
      return answerWords(document, 'departement', reason.departement)
    case 'language':
      return languageOf(reason.language, pageLanguage)
    default:
      return ''
  }
}

export const languageOf = (tag: string, pageLanguage: string): string =>
  new Intl.DisplayNames(pageLanguage, { type: 'language' }).of(tag) ?? tag

/** Labels begin with a capital, and come here after a colon. Initials such as "VIH" keep theirs. */
const withoutCapital = (words: string): string =>
  words.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase())
