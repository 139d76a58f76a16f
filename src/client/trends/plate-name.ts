// What the plate of one release is called, on the page and as a file. Of a family that is counted at several levels it says which:
// pictures of two years may lie beside each other, far from this page.
import type { Release } from '../../protocol/release.ts'
import { fill, periodName, type TrendWords } from './words.ts'

/** `Comment, par personnage joué, 2025`. */
export function plateName(
  { family, rung, window }: Release,
  words: TrendWords,
): { title: string; part?: string } {
  const [name, level] = [words.families[family], words.levels[rung]]
  const period = periodName(words, window)
  if (level === undefined) return { title: fill(words.says.plate, { family: name, period }) }
  return { title: fill(words.says.plate, { family: `${name}, ${level}`, period }), part: rung }
}
