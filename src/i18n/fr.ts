// French, the first language of every screen, gathered by area.
import { association } from './fr/association.ts'
import { code } from './fr/code.ts'
import { common } from './fr/common.ts'
import { help } from './fr/help.ts'
import { files } from './fr/files.ts'
import { firstMinutes } from './fr/first-minutes.ts'
import { rights } from './fr/rights.ts'
import { back } from './fr/back.ts'
import { before } from './fr/before.ts'
import { device } from './fr/device.ts'
import { limits } from './fr/limits.ts'
import { more } from './fr/more.ts'
import { noticeMail } from './fr/notice-mail.ts'
import { report } from './fr/report.ts'
import { cases } from './fr/cases.ts'
import { enrol } from './fr/enrol.ts'
import { ownTools } from './fr/own-tools.ts'
import { exporting } from './fr/export.ts'
import { team } from './fr/team.ts'
import { transfer } from './fr/transfer.ts'
import { templates } from './fr/templates.ts'
import { method } from './fr/method.ts'
import { openData } from './fr/open-data.ts'
import { trends } from './fr/trends.ts'
import { verify } from './fr/verify.ts'
import questions from './fr/questions.json' with { type: 'json' }
import vocabulary from './fr/vocabulary.json' with { type: 'json' }
import type { Questions, Vocabulary } from './editorial.ts'

export const fr = {
  common,
  vocabulary: vocabulary satisfies Vocabulary as Vocabulary,
  questions: questions satisfies Questions as Questions,
  report,
  more,
  back,
  association,
  team,
  ownTools,
  cases,
  templates,
  enrol,
  noticeMail,
  exporting,
  code,
  files,
  help,
  transfer,
  trends,
  method,
  openData,
  device,
  limits,
  before,
  rights,
  firstMinutes,
  verify,
}
