// What a reader learns from examples: how loudly something seen speaks for a report, above zero, or against it, below. By Neyman and
// Pearson the events that tell most are the ends of such a score; over places that are independent it adds up.

/** What a reader takes from one publication about one report: a text for each place where that report could show. */
export type Seen = readonly string[]

export type Score = (seen: Seen) => number

/** How loudly one text speaks. */
type Voice = (text: string) => number

/** Several, since each misses something: the one by text knows of any shape but needs many examples of each text, the other few. */
export const learnScores = (without: readonly Seen[], withIt: readonly Seen[]): Score[] =>
  [byText, bySize].map((learn) => {
    const places = (without[0] ?? []).map((_, place) => {
      const textsOf = (sightings: readonly Seen[]): string[] => sightings.map((seen) => seen[place] ?? '')
      return learn(textsOf(without), textsOf(withIt))
    })
    return (seen) => seen.reduce((sum, text, place) => sum + (places[place]?.(text) ?? 0), 0)
  })

const logRatio = (withIt: number, without: number): number => Math.log((withIt + 0.5) / (without + 0.5))

/** By how often each text was seen with the report and without. */
function byText(without: readonly string[], withIt: readonly string[]): Voice {
  const [before, after] = [timesOf(without), timesOf(withIt)]
  const voices = new Map<string, number>()
  for (const text of [...before.keys(), ...after.keys()]) {
    voices.set(text, logRatio(after.get(text) ?? 0, before.get(text) ?? 0))
  }
  return (text) => voices.get(text) ?? 0
}

/** By whether a number reaches the size at which the two part best. What is no number is told by its text. */
function bySize(without: readonly string[], withIt: readonly string[]): Voice {
  const [before, after] = [timesOf(without), timesOf(withIt)]
  const sizes = [...new Set([...before.keys(), ...after.keys()])]
    .map(Number)
    .filter(Number.isFinite)
    .toSorted((a, b) => b - a)
  let [reachedBefore, reachedAfter] = [0, 0]
  let found = { size: Infinity, reachedBefore: 0, reachedAfter: 0 }
  const gap = (each: { reachedBefore: number; reachedAfter: number }) =>
    Math.abs(each.reachedAfter - each.reachedBefore)
  for (const size of sizes) {
    reachedBefore += before.get(String(size)) ?? 0
    reachedAfter += after.get(String(size)) ?? 0
    const each = { size, reachedBefore, reachedAfter }
    if (gap(each) > gap(found)) found = each
  }
  const above = logRatio(found.reachedAfter, found.reachedBefore)
  const below = logRatio(withIt.length - found.reachedAfter, without.length - found.reachedBefore)
  const text = byText(without, withIt)
  return (seen) => (Number.isNaN(Number(seen)) ? text(seen) : Number(seen) >= found.size ? above : below)
}

function timesOf(texts: readonly string[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1)
  return times
}
