// Leads from the bare address to the reader's language, as the browser states it. It remembers nothing.
import { findAll } from './dom.ts'

const links = findAll<HTMLAnchorElement>('[data-locale]')
const wanted = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0])
const first = wanted
  .map((tag) => links.find((link) => link.hreflang === tag))
  .find((link) => link !== undefined)
const chosen = first ?? links.find((link) => link.hreflang === 'en')
if (chosen) location.replace(chosen.href)
