// Draws a document within the page: elements of the few kinds a document has, and text. No string becomes markup.
import { paperOf, type Piece } from './paper.ts'
import type { Paper } from './document.ts'

function elementOf({ tag, is, own, within }: Piece): HTMLElement {
  const element = document.createElement(tag)
  if (is) element.className = is
  if (own) {
    element.dir = 'auto'
    element.translate = false
  }
  element.append(...within.map((each) => (typeof each === 'string' ? each : elementOf(each))))
  return element
}

export const drawPaper = (paper: Paper): HTMLElement => elementOf(paperOf(paper))
