// French, the first language of every screen, gathered by area.
import { association } from './fr/association.ts'
import { common } from './fr/common.ts'
import { help } from './fr/help.ts'
import { report } from './fr/report.ts'
import { trends } from './fr/trends.ts'
import { vocabulary } from './fr/vocabulary.ts'

export const fr = { common, vocabulary, report, association, help, trends } as const
