// Every page there is.
import { association } from './association.tsx'
import { help } from './help.tsx'
import { home } from './home.tsx'
import { leave } from './leave.tsx'
import { lost } from './lost.tsx'
import type { Page } from './page.ts'
import { report } from './report.tsx'
import { root } from './root.tsx'
import { trends } from './trends.tsx'

export const PAGES: Page[] = [root, home, report, help, trends, association, leave, lost]
