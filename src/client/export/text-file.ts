// A document as plain text. Each line that somebody typed begins with a bar: nothing they wrote can pass for a heading of ours. Pure.
import { utf8, type Bytes } from '../../crypto/encoding.ts'
import type { Block, Paper, Value } from './document.ts'
import { inertText } from './inert.ts'

const linesOf = ({ whose, text }: Value): string[] =>
  whose === 'theirs'
    ? inertText(text)
        .split('\n')
        .map((each) => `  | ${each}`)
    : [`  ${text}`]

const blockLines = (block: Block): string[] =>
  block.kind === 'text'
    ? [...linesOf(block.value), '']
    : block.lines.flatMap(({ term, values }) => [term, ...values.flatMap(linesOf), ''])

export const textFile = ({ title, sections }: Paper): Bytes =>
  utf8(
    [
      title,
      '='.repeat(title.length),
      '',
      ...sections.flatMap(({ heading, blocks }) => [
        heading,
        '-'.repeat(heading.length),
        '',
        ...blocks.flatMap(blockLines),
      ]),
    ].join('\n'),
  )
