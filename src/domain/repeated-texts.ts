// Which texts were sent again and again: the same words, or nearly. Two people who tell alike share far less; short texts are held
// against the very same words of the same day alone, since honest ones resemble one another. Pure, but for remembering what was worked out of a text while that text is there.
import type { Day } from '../protocol/day.ts'

export interface GivenText {
  id: string
  receivedOn: Day
  text: string
  /** What the text is remembered with. */
  holder: object
}

/** Of the texts that came before or with this one, itself included. */
export interface Repetition {
  /** How many are alike. */
  alike: number
  /** How many are alike or near it: a flood that changes a few words of each copy. */
  near: number
  /** Of a text too short to be compared: how many came on its day in the very same words. */
  sameOnDay: number
  /** Whether none of them came before this one. Within a day the order is that of ids, which say nothing of arrival. */
  isFirst: boolean
}

/** Shorter texts are anyone's. */
export const FEWEST_WORDS = 25
/** And shorter still are hardly words. */
const FEWEST_SHORT_WORDS = 3

/** Of all the words of two texts, the part that both have: a word or two changed in the shortest, and a few in every ten. */
const ALIKE = 0.85
const NEAR = 0.7

/** A text is looked for by a few of its runs of three words: those whose hashes are smallest, so that like texts have like ones. */
const RUN_WORDS = 3
const RUNS_KEPT = 8
/** Of the texts that share a run, as many as are known by it; and of all those, as many as are compared: a flood costs no more than a crowd. */
const MOST_KNOWN = 64
const MOST_COMPARED = 8

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

/** A text and those that are near it and came later. */
interface Crowd {
  leader: Group
  alike: Group[]
  near: Group[]
}

const LINK = /(?:https?:\/\/|www\.)\S+/giu

const wordsOf = (text: string): string[] =>
  text
    .replaceAll(LINK, ' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []

/** Says of each text how often it came; those of hardly a word have no entry. */
export function makeRepetitions(): (texts: readonly GivenText[]) => Map<string, Repetition> {
  const forms = new WeakMap<object, Form>()
  const formOf = ({ text, holder }: GivenText): Form => {
    const known = forms.get(holder) ?? makeForm(wordsOf(text))
    forms.set(holder, known)
    return known
  }
  return (texts) => {
    const found = new Map<string, Repetition>()
    const groups = groupsOf(texts, formOf)
    for (const { leader, alike, near } of crowdsOf(groups.filter(isLong))) {
      const [alikeCount, nearCount] = [countOf(alike), countOf(alike) + countOf(near)]
      const [first] = leader.given
      for (const { id } of alike.flatMap(({ given }) => given))
        found.set(id, { alike: alikeCount, near: nearCount, sameOnDay: 0, isFirst: id === first?.id })
      for (const { id } of near.flatMap(({ given }) => given))
        found.set(id, { alike: 1, near: nearCount, sameOnDay: 0, isFirst: false })
    }
    for (const { given } of groups.filter((group) => !isLong(group))) {
      const perDay = new Map<Day, number>()
      for (const { receivedOn } of given) perDay.set(receivedOn, (perDay.get(receivedOn) ?? 0) + 1)
      const started = new Set<Day>()
      for (const { id, receivedOn } of given) {
        const isFirst = !started.has(receivedOn)
        found.set(id, { alike: 1, near: 1, sameOnDay: perDay.get(receivedOn) ?? 0, isFirst })
        started.add(receivedOn)
      }
    }
    return found
  }
}

const isLong = ({ words }: Form): boolean => words >= FEWEST_WORDS
const countOf = (groups: readonly Group[]): number => groups.reduce((sum, { given }) => sum + given.length, 0)

/** Each text joins the one before it that it resembles most, or leads a crowd of its own. */
function crowdsOf(groups: readonly Group[]): Crowd[] {
  const crowds: Crowd[] = []
  const byRun = new Map<number, Crowd[]>()
  for (const group of groups) {
    const shared = new Map<Crowd, number>()
    for (const crowd of group.runs.flatMap((run) => byRun.get(run) ?? []))
      shared.set(crowd, (shared.get(crowd) ?? 0) + 1)
    const [closest] = [...shared]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, MOST_COMPARED)
      .map(([crowd]) => ({ crowd, likeness: likenessOf(group, crowd.leader) }))
      .toSorted((a, b) => b.likeness - a.likeness)
    if (closest && closest.likeness >= NEAR) {
      closest.crowd[closest.likeness >= ALIKE ? 'alike' : 'near'].push(group)
      continue
    }
    const crowd = { leader: group, alike: [group], near: [] }
    crowds.push(crowd)
    for (const run of group.runs) {
      const known = byRun.get(run) ?? []
      if (known.length < MOST_KNOWN) known.push(crowd)
      byRun.set(run, known)
    }
  }
  return crowds
}

/** Texts of the very same words together; the group whose first came earliest first. */
function groupsOf(texts: readonly GivenText[], formOf: (text: GivenText) => Form): Group[] {
  const groups = new Map<string, Group>()
  for (const text of texts.toSorted(earliestFirst)) {
    const form = formOf(text)
    if (form.words < FEWEST_SHORT_WORDS) continue
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

function likenessOf(one: Form, other: Form): number {
  let common = 0
  for (const [word, count] of one.counts) common += Math.min(count, other.counts.get(word) ?? 0)
  return common / (one.words + other.words - common)
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
