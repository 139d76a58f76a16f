// What a root keeper is shown before they sign: lines of text, whatever lies in the store or in a file.
import { expect, test } from 'vitest'
import { shownLines } from '../../src/cli/approving.ts'

/** Goes up a line, erases it, turns what follows invisible; and a mark that turns text round. */
const TRICKS = ['\u001b[1A\u001b[2K', '\u009b8m', '\r', '\u202e', '\n']
const release = (trick: string) => ({
  family: 'platform',
  window: `2026${trick}`,
  sha256: `0123${trick}`,
  body: JSON.stringify({ rows: [[`coco${trick}`, 200]], synthetic: false }),
})

test.each(TRICKS)('no character that fools a terminal is in them: %j', (trick) => {
  const before = {
    window: `2025${trick}`,
    body: JSON.stringify({ rows: [[`coco${trick}`, `12${trick}`]], synthetic: false }),
  }
  const lines = shownLines(release(trick), before, 'Vérifié.')
  expect(lines.filter((line) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(line))).toEqual([])
  expect(lines.join('\n')).toMatch(/coco.*: 200/)
})

test('they say each noisy value, the one before it, and the note', () => {
  const before = { window: '2025', body: JSON.stringify({ rows: [['coco', 12]], synthetic: false }) }
  expect(shownLines(release(''), before, 'Vérifié.\nUne campagne.')).toEqual([
    'platform 2026, sha256 0123',
    'noisy total 200; 2025 said 12',
    '  coco: 200 (before: 12)',
    'note:',
    '  Vérifié.',
    '  Une campagne.',
  ])
})
