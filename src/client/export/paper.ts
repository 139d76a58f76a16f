// A document as a tree of few kinds of elements, from which both the page and the HTML file are made. It has no link, no image, no address
// and no attribute but its language, its class and its direction. Pure.
import { runsOf } from '../inbox/plain-text.ts'
import type { Block, Paper, Section, Value } from './document.ts'
import { codeOf, soundText } from './inert.ts'

export type Tag = 'article' | 'section' | 'h1' | 'h2' | 'p' | 'div' | 'dl' | 'dt' | 'dd' | 'code' | 'bdi'

/** `own`: somebody's own words, whose direction is theirs and which no program translates. */
export interface Piece {
  tag: Tag
  is?: 'paper' | 'theirs' | 'mark'
  own?: true
  within: readonly (Piece | string)[]
}

const piece = (tag: Tag, ...within: (Piece | string)[]): Piece => ({ tag, within })

export const paperOf = ({ title, sections }: Paper): Piece => ({
  tag: 'article',
  is: 'paper',
  within: [piece('h1', title), ...sections.map(sectionPiece)],
})

const sectionPiece = ({ heading, blocks }: Section): Piece =>
  piece('section', piece('h2', heading), ...blocks.map(blockPiece))

function blockPiece(block: Block): Piece {
  if (block.kind === 'text') return valuePiece(block.value, block.value.whose === 'theirs' ? 'div' : 'p')
  const groups = block.lines.map(({ term, values }) =>
    piece('div', piece('dt', term), ...values.map((value) => valuePiece(value, 'dd'))),
  )
  return piece('dl', ...groups)
}

function valuePiece({ whose, text }: Value, tag: Tag): Piece {
  if (whose === 'ours') return piece(tag, text)
  if (whose === 'code') return piece(tag, piece('code', text))
  return { tag, is: 'theirs', own: true, within: marked(text) }
}

/** Marks that turn writing are kept, where they can turn nothing; those that hide or deceive have become their codes. */
const marked = (text: string): (Piece | string)[] =>
  runsOf(soundText(text)).map((run) => {
    if (run.kind === 'text') return run.text
    return run.kind === 'direction'
      ? piece('bdi', run.text)
      : { tag: 'bdi', is: 'mark', within: [codeOf(run)] }
  })
