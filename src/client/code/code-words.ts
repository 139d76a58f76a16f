// Words of a return code as a person types them: whether it is that word, which two to ask back, the one at a place of a text. Pure, but
// for the draw; it knows no list of words, and judges no code.
import { plainWord, RECOGNISED_LETTERS } from '../../crypto/return-code.ts'
import { randomBytes } from '../../crypto/random.ts'
import { CODE_WORDS } from '../../protocol/limits.ts'

/** Whether that is the word, or at least its first four letters. A shorter word is wanted whole; accents and case are forgiven. */
export function isSameWord(typed: string, word: string): boolean {
  const [one, other] = [typed, word].map((each) => plainWord(each).slice(0, RECOGNISED_LETTERS))
  return one !== '' && one === other
}

/** Two different places of a code, from 0, the smaller first. Any two are as likely. */
export function drawTwo(draw: () => number = drawPlace): [number, number] {
  const [one, other] = [draw(), draw()]
  return one === other ? drawTwo(draw) : [Math.min(one, other), Math.max(one, other)]
}

/** 256 is a multiple of the number of words: no place is likelier. */
const drawPlace = (): number => (randomBytes(1)[0] ?? 0) % CODE_WORDS

/** The word at a place of a text, from 0, as it was typed; empty when the text has fewer. */
export function wordAt(text: string, place: number): string {
  const [from, to] = spansOf(text)[place] ?? [0, 0]
  return text.slice(from, to)
}

/** The text with other words at these places. The rest stays as it was typed. */
export function replaceWords(text: string, words: ReadonlyMap<number, string>): string {
  let [written, at] = ['', 0]
  spansOf(text).forEach(([from, to], place) => {
    written += text.slice(at, from) + (words.get(place) ?? text.slice(from, to))
    at = to
  })
  return written + text.slice(at)
}

/** Goes with the letter before it, and parts no word. */
const UNSEEN = /[\p{M}\p{Cf}]/u

/** Where each word begins and ends: the words, and their order, are those that `plainWords` reads. */
function spansOf(text: string): [from: number, to: number][] {
  const spans: [number, number][] = []
  let [at, within] = [0, false]
  for (const character of text) {
    const to = at + character.length
    const last = spans.at(-1)
    if (plainWord(character) !== '') {
      if (within && last) last[1] = to
      else spans.push([at, to])
      within = true
    } else if (UNSEEN.test(character)) {
      if (within && last) last[1] = to
    } else within = false
    at = to
  }
  return spans
}
