// English, complete, gathered by area; typed from French.
import { association } from './en/association.ts'
import { code } from './en/code.ts'
import { common } from './en/common.ts'
import { help } from './en/help.ts'
import { files } from './en/files.ts'
import { firstMinutes } from './en/first-minutes.ts'
import { rights } from './en/rights.ts'
import { back } from './en/back.ts'
import { before } from './en/before.ts'
import { device } from './en/device.ts'
import { limits } from './en/limits.ts'
import { more } from './en/more.ts'
import { noticeMail } from './en/notice-mail.ts'
import { report } from './en/report.ts'
import { cases } from './en/cases.ts'
import { enrol } from './en/enrol.ts'
import { ownTools } from './en/own-tools.ts'
import { exporting } from './en/export.ts'
import { team } from './en/team.ts'
import { transfer } from './en/transfer.ts'
import { templates } from './en/templates.ts'
import { method } from './en/method.ts'
import { openData } from './en/open-data.ts'
import { trends } from './en/trends.ts'
import { verify } from './en/verify.ts'
import questions from './en/questions.json' with { type: 'json' }
import vocabulary from './en/vocabulary.json' with { type: 'json' }
import type { Questions, Vocabulary } from './editorial.ts'

export const en = {
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
