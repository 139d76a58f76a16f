// Words of the two lists that a drawn code never shows: violence, weapons, undressing, hate, contempt, blame, loss. Someone who was
// attacked should not have to learn them by heart. A code that holds one was made elsewhere, and is read like any other.
import type { Locale } from '../protocol/vocabulary.ts'
import type { Code } from './return-code.ts'

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/**
 * In 169 places of the 2,048, both lists together. Eight words stay clear of them in (1879/2048)^8 = 50.2 % of draws: a code keeps 79.01
 * of its 80 bits. Exact for the seven words that are all chance; the last counts as even, as its eight bits of SHA-256 are.
 */
const HARSH: Readonly<Record<Locale, ReadonlySet<string>>> = {
  fr: wordSet(`abusif affreux anéantir angoisse anormal armement arracher assaut asservir atroce attaque bafouer blessant brutal
    calomnie carabine carnage cerner chasseur cogner coincer couteau crainte cruel cyanure déchirer dégrafer démolir dénuder dérober
    détester détresse duperie écraser enfermer ennemi envahir épier excitant exécuter fatal fautif féroce ficeler filmer frapper
    frayeur fureur furieux gibier glaive gruger hématome honteux horrible hurler infliger injure insulter invasion jouissif labial
    lacérer ligoter marteler matraque maudire méchant menacer mensonge missile monstre moqueur munition nocif nuire nuisible obéir
    offenser opprimer orifice outrager palper pénétrer perforer phobie proie psychose punitif ravager rejeter revanche risible
    saboter sabre scandale semence séminal sévir supplier terrible tordre trahir trancher tyran venger venimeux vexer vilain virus`),
  en: wordSet(`abuse assault attack betray blame bomb bullet chase crazy crime cruel crush damage destroy dumb enemy evil execute
    expose fat fault fury guilt gun horror hunt hurt inflict injury insane knife liar mad misery monster nasty panic pig pistol punch
    reject rifle scare shoot shove sick slam spy strike suffer sword target trap trash ugly useless vicious virus warfare weapon
    weird whip wreck`),
}

/** Whether a word of this code, in either language, is one of them. */
export const isHarsh = ({ fr, en }: Code): boolean =>
  fr.some((word) => HARSH.fr.has(word)) || en.some((word) => HARSH.en.has(word))
