// Which texts were sent again and again: the same words, or nearly. Two people who tell alike share far less; short texts are never compared,
// since honest ones resemble one another. Pure, but for remembering what was worked out of a text while that text is there.
import type { Day } from '../protocol/day.ts'

export interface GivenText {
  id: string
  receivedOn: Day
  text: string
  /** What the text is remembered with. */
  holder: object
}

export interface Repetition {
  /** How many texts are alike, this one included. */
  alike: number
  /** Whether none of them came before this one. Within a day the order is that of ids, which say nothing of arrival. */
  isFirst: boolean
}

/** Shorter texts are anyone's. */
export const FEWEST_WORDS = 25

/** Of all the words of two texts, the part that both have. */
const ALIKE = 0.9

/** A text is looked for by a few of its runs of three words: those whose hashes are smallest, so that like texts have like ones. */
const RUN_WORDS = 3
const RUNS_KEPT = 8
/** Of the texts that share a run, as many as are compared, the earliest first: a flood costs no more than a crowd. */
const MOST_COMPARED = 64

interface Form {
  /** The words as one text: the same for what differs in capitals, accents, marks, digits and links alone. */
  key: string
  counts: ReadonlyMap<string, number>
  words: number
  runs: readonly number[]
}

interface Group extends Form {
  /** Earliest first. */
  given: GivenText[]
}

const LINK = /(?:https?:\/\/|www\.)\S+/giu

const wordsOf = (text: string): string[] =>
  text
    .replaceAll(LINK, ' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []

/** Says of each text that is long enough how often it came; the others have no entry. */
export function makeRepetitions(): (texts: readonly GivenText[]) => Map<string, Repetition> {
  const forms = new WeakMap<object, Form>()
  const formOf = ({ text, holder }: GivenText): Form => {
    const known = forms.get(holder) ?? makeForm(wordsOf(text))
    forms.set(holder, known)
    return known
  }
  return (texts) => {
    const groups = groupsOf(texts, formOf)
    const byRun = new Map<number, Group[]>()
    for (const group of groups) {
      for (const run of group.runs) byRun.set(run, [...(byRun.get(run) ?? []), group].slice(0, MOST_COMPARED))
    }
    const found = new Map<string, Repetition>()
    for (const group of groups) {
      const near = new Set(group.runs.flatMap((run) => byRun.get(run) ?? []))
      const alike = [...near.add(group)].filter((other) => areAlike(group, other))
      const [first] = alike.flatMap(({ given }) => given.slice(0, 1)).toSorted(earliestFirst)
      const count = alike.reduce((sum, { given }) => sum + given.length, 0)
      for (const { id } of group.given) found.set(id, { alike: count, isFirst: id === first?.id })
    }
    return found
  }
}

/** Texts of the very same words together; the group whose first came earliest first. */
function groupsOf(texts: readonly GivenText[], formOf: (text: GivenText) => Form): Group[] {
  const groups = new Map<string, Group>()
  for (const text of texts.toSorted(earliestFirst)) {
    const form = formOf(text)
    if (form.words < FEWEST_WORDS) continue
    const group = groups.get(form.key) ?? { ...form, given: [] }
    group.given.push(text)
    groups.set(form.key, group)
  }
  return [...groups.values()]
}

function makeForm(words: readonly string[]): Form {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const hashes = words.map(hashOf)
  const runs = new Set<number>()
  for (let at = RUN_WORDS; at <= hashes.length; at++) {
    runs.add(hashes.slice(at - RUN_WORDS, at).reduce((run, hash) => mixed(run, hash), FNV_START))
  }
  return {
    key: words.join(' '),
    counts,
    words: words.length,
    runs: [...runs].toSorted((a, b) => a - b).slice(0, RUNS_KEPT),
  }
}

function areAlike(one: Form, other: Form): boolean {
  if (one.key === other.key) return true
  let common = 0
  for (const [word, count] of one.counts) common += Math.min(count, other.counts.get(word) ?? 0)
  return common >= ALIKE * (one.words + other.words - common)
}

const FNV_START = 0x811c9dc5
const mixed = (hash: number, next: number): number => Math.imul(hash ^ next, 0x01000193) >>> 0

/** FNV-1a, 32 bits: only to choose runs by. What was found by them is compared word by word. */
function hashOf(word: string): number {
  let hash = FNV_START
  for (let at = 0; at < word.length; at++) hash = mixed(hash, word.charCodeAt(at))
  return hash
}

function earliestFirst(a: GivenText, b: GivenText): number {
  const [one, other] = a.receivedOn === b.receivedOn ? [a.id, b.id] : [a.receivedOn, b.receivedOn]
  return one < other ? -1 : Number(one > other)
}
