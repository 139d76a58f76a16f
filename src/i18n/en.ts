// English, complete, gathered by area; typed from French.
import { association } from './en/association.ts'
import { common } from './en/common.ts'
import { help } from './en/help.ts'
import { firstMinutes } from './en/first-minutes.ts'
import { rights } from './en/rights.ts'
import { before } from './en/before.ts'
import { device } from './en/device.ts'
import { report } from './en/report.ts'
import { trends } from './en/trends.ts'
import questions from './en/questions.json' with { type: 'json' }
import vocabulary from './en/vocabulary.json' with { type: 'json' }
import type { Questions, Vocabulary } from './editorial.ts'

export const en = {
  common,
  vocabulary: vocabulary satisfies Vocabulary as Vocabulary,
  questions: questions satisfies Questions as Questions,
  report,
  association,
  help,
  trends,
  device,
  before,
  rights,
  firstMinutes,
}
