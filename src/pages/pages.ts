// Every page there is.
import { association } from './association.tsx'
import { back } from './back.tsx'
import { before } from './before.tsx'
import { device } from './device.tsx'
import { enrol } from './enrol.tsx'
import { firstMinutes } from './first-minutes.tsx'
import { help } from './help.tsx'
import { home } from './home.tsx'
import { leave } from './leave.tsx'
import { limits } from './limits.tsx'
import { lost } from './lost.tsx'
import { method } from './method.tsx'
import { more } from './more.tsx'
import type { Page } from './page.ts'
import { report } from './report.tsx'
import { rights } from './rights.tsx'
import { root } from './root.tsx'
import { trends } from './trends.tsx'
import { verify } from './verify.tsx'
import { viewer } from './viewer.tsx'

export const PAGES: Page[] = [
  root,
  home,
  report,
  more,
  back,
  help,
  firstMinutes,
  rights,
  before,
  device,
  limits,
  trends,
  method,
  association,
  enrol,
  verify,
  viewer,
  leave,
  lost,
]
