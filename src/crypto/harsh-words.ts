// Words of the two lists that a drawn code never shows: violence, weapons, hate, contempt, blame. Someone who was attacked should not
// have to learn them by heart. A code that holds one was made elsewhere, and is read like any other.
import type { Locale } from '../protocol/vocabulary.ts'
import type { Code } from './return-code.ts'

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/**
 * In 88 places of the 2,048, both lists together. Eight words stay clear of them in (1960/2048)^8 = 70.4 % of draws: a code keeps 79.49
 * of its 80 bits. Exact for the seven words that are all chance; the last counts as even, as its eight bits of SHA-256 are.
 */
const HARSH: Readonly<Record<Locale, ReadonlySet<string>>> = {
  fr: wordSet(`abusif assaut asservir atroce attaque bafouer blessant brutal carabine carnage chasseur cogner couteau cruel démolir
    détester écraser enfermer ennemi épier féroce frapper horrible injure insulter lacérer ligoter matraque maudire méchant
    menacer monstre munition nuisible offenser opprimer outrager proie sabre sévir tyran venger venimeux virus`),
  en: wordSet(`abuse assault attack betray blame bomb bullet cruel crush destroy dumb enemy evil execute fat guilt gun horror hunt hurt
    inflict insane knife liar monster nasty pig pistol punch reject rifle shoot sick sword trap trash ugly useless vicious
    virus warfare weapon weird whip wreck`),
}

/** Whether a word of this code, in either language, is one of them. */
export const isHarsh = ({ fr, en }: Code): boolean =>
  fr.some((word) => HARSH.fr.has(word)) || en.some((word) => HARSH.en.has(word))
