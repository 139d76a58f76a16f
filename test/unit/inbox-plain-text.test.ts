// Strangers' text made safe to read: nothing hidden, nothing reordered, nothing changed.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codesOf, runsOf } from '../../src/client/inbox/plain-text.ts'

const joined = (text: string) =>
  runsOf(text)
    .map((run) => run.text)
    .join('')

test('not one character that someone wrote is lost or changed, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      expect(joined(text)).toBe(text)
    }),
  )
  const marks = fc.string({
    unit: fc.constantFrom('a', '\u202E', '\u200F', '\u0007', '\u2066', '\n'),
    maxLength: 60,
  })
  fc.assert(fc.property(marks, (text) => void expect(joined(text)).toBe(text)))
})

test('accents, emoji, Arabic and line breaks are plain text, in one piece', () => {
  const text = 'Été 👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿\n\n\tاتركوه وشأنه, می‌خواهم'
  expect(runsOf(text)).toEqual([{ kind: 'text', text }])
})

test('an override that would turn a file name around is found, and its code can be shown', () => {
  expect(runsOf('photo\u202Egnp.exe')).toEqual([
    { kind: 'text', text: 'photo' },
    { kind: 'unseen', text: '\u202E' },
    { kind: 'text', text: 'gnp.exe' },
  ])
  expect(codesOf('\u202E\u202E\u0007')).toBe('U+202E U+0007')
})

test('a direction mark that honest Arabic or Hebrew may hold is set apart from what has no honest use', () => {
  expect(runsOf('\u200F\u2067א\u2069\u200B').map(({ kind }) => kind)).toEqual([
    'direction',
    'text',
    'direction',
    'unseen',
  ])
})

test('every bidirectional control of the Unicode Standard is set apart from text', () => {
  const controls = [
    '\u061C',
    '\u200E',
    '\u200F',
    ...Array.from('\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069'),
  ]
  for (const control of controls) {
    expect(
      runsOf(`06 12${control}34`)
        .filter(({ kind }) => kind === 'text')
        .map(({ text }) => text),
    ).toEqual(['06 12', '34'])
  }
})

test('sixteen thousand hostile characters are few runs when they are together', () => {
  expect(runsOf('\u202E'.repeat(16_000))).toHaveLength(1)
})
