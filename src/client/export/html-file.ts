// A document as one HTML file that stands by itself: no script, nothing fetched, nothing that can be touched, and a policy that says so
// to whatever opens it. Pure.
import { utf8, type Bytes } from '../../crypto/encoding.ts'
import type { Paper } from './document.ts'
import { paperOf, type Piece } from './paper.ts'
import { styleOf } from './paper-style.ts'

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (each) => ESCAPES[each] ?? '')

const markupOf = (piece: Piece | string): string => {
  if (typeof piece === 'string') return escaped(piece)
  const { tag, is, own, within } = piece
  const named = is ? ` class="${is}"` : ''
  const owned = own ? ' dir="auto" translate="no"' : ''
  return `<${tag}${named}${owned}>${within.map(markupOf).join('')}</${tag}>`
}

export const htmlFile = (paper: Paper, lang: string): Bytes =>
  utf8(
    [
      '<!doctype html>',
      `<html lang="${escaped(lang)}">`,
      '<head>',
      '<meta charset="utf-8">',
      `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
      '<meta name="referrer" content="no-referrer">',
      '<meta name="robots" content="noindex">',
      '<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<title>${escaped(paper.title)}</title>`,
      `<style>${styleOf(paper.title)}</style>`,
      '</head>',
      `<body>${markupOf(paperOf(paper))}</body>`,
      '</html>',
      '',
    ].join('\n'),
  )
