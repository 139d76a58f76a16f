// What a page is to the build: where it lives in each language, which code and style it loads, and how it is written out.
import type { Directory } from '../directory/directory.ts'
import type { Language } from '../i18n/locales.ts'
import type { Locale } from '../protocol/vocabulary.ts'

/** A built file and its Subresource Integrity value. */
export interface Asset {
  path: string
  integrity: string
}

export interface PageContext extends Language {
  /** Paths of this page in each language it has. */
  paths: Page['paths']
  script: Asset | null
  style: Asset
  directory: Directory
}

export interface Page {
  /** Canonical, extensionless, neutral in a browser's history. */
  paths: Partial<Record<Locale, string>>
  headers: 'page' | 'workspace' | 'viewer' | 'clearing'
  /** Entry under src/client, without extension; null for a page that needs no script. */
  script: string | null
  /** Entry under src/pages/styles, without extension. */
  style: string
  /** A whole document, from <html> down. Pure: the same context gives the same bytes. */
  render: (context: PageContext) => unknown
}
