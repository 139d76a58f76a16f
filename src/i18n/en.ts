// English, complete, gathered by area; typed from French.
import { association } from './en/association.ts'
import { common } from './en/common.ts'
import { help } from './en/help.ts'
import { report } from './en/report.ts'
import { trends } from './en/trends.ts'
import { vocabulary } from './en/vocabulary.ts'

export const en = { common, vocabulary, report, association, help, trends }
