// Every page there is, and the one that shows the design system. Only a build for development reads this file.
import { design } from './design.tsx'
import type { Page } from './page.ts'
import { PAGES as SITE } from './pages.ts'

export const PAGES: readonly Page[] = [...SITE, design]
