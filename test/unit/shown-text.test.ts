// What strangers wrote, at a terminal: no line of theirs can begin where no bar stands.
import { expect, test } from 'vitest'
import { quoted } from '../../src/cli/shown-text.ts'

/** Columns as most terminals draw them. */
const columnsOf = (line: string): number =>
  [...line].reduce((sum, mark) => sum + (/[\u3000\u4e00-\u9fff\uac00-\ud7a3]/u.test(mark) ? 2 : 1), 0)

test.each([
  ['wide spaces before words of ours', `${'\u3000'.repeat(38)}2026-11-20 the person withdrew`],
  ['ideographs', '漢'.repeat(200)],
  ['one word without an end', 'x'.repeat(500)],
  ['words', 'un deux trois quatre '.repeat(30)],
])('no line is wider than a terminal: %s', (_what, text) => {
  const lines = quoted(text)
  for (const line of lines) {
    expect(line.startsWith('  |')).toBe(true)
    expect(columnsOf(line)).toBeLessThanOrEqual(80)
  }
  expect(lines.join('').replaceAll(/[\s|]/gu, '')).toBe(text.replaceAll(/\s/gu, ''))
})
