// What a document is made of before it is drawn: sections of texts and lines, each text marked as ours or as somebody's own. Pure.

/** `theirs`: typed by somebody, never trusted as markup or as ours. `code`: a digest or a key. */
export interface Value {
  whose: 'ours' | 'theirs' | 'code'
  text: string
}

export interface Line {
  term: string
  values: Value[]
}

export type Block = { kind: 'text'; value: Value } | { kind: 'lines'; lines: Line[] }

export interface Section {
  heading: string
  blocks: Block[]
}

export interface Paper {
  title: string
  sections: Section[]
}

export const ours = (text: string): Value => ({ whose: 'ours', text })
export const theirs = (text: string): Value => ({ whose: 'theirs', text })
export const code = (text: string): Value => ({ whose: 'code', text })
export const say = (text: string): Block => ({ kind: 'text', value: ours(text) })
export const lines = (...all: (Line | null)[]): Block => ({
  kind: 'lines',
  lines: all.filter((line) => line !== null),
})
export const line = (term: string, ...values: Value[]): Line => ({ term, values })
