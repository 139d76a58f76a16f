// The same JSON as a reader may stumble over it: other encodings, keys twice, numbers without end, brackets without number.
import { gzipSync } from 'node:zlib'
import { WORD } from './arbitrary-of.ts'

type Trick = (text: string, at: number) => string | Uint8Array

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)))

const inFirstText = (text: string, octets: readonly number[]): Uint8Array => {
  const at = text.indexOf('"') + 1
  return bytes(text.slice(0, at), octets, text.slice(at))
}

const firstNumber = (text: string, number: string): string => text.replace(/:\d+/, `:${number}`)

const swapped = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16()

const TEXT_TRICKS: readonly Trick[] = [
  (text) => `\uFEFF${text}`,
  (text) => bytes([0xff, 0xfe], Buffer.from(text, 'utf16le') as unknown as number[]),
  (text) => bytes([0xfe, 0xff], swapped(text) as unknown as number[]),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => bytes(text, [0xc3]),
  (text) => inFirstText(text, [0xe2, 0x8c]),
  (text) => inFirstText(text, [0xff]),
  (text) => inFirstText(text, [0xc0, 0xaf]),
  (text) => inFirstText(text, [0xed, 0xa0, 0x80]),
  (text) => inFirstText(text, [0]),
  (text) => inFirstText(text, [0x1b]),
  (text) => `${text}\0`,
  (text) => `\0${text}`,
  (text) => `{"version":2,${text.slice(1)}`,
  (text) => `${text.slice(0, -1)},"version":2}`,
  (text) => `${text.slice(0, -1)},${text.slice(1)}`,
  (text) => `{"__proto__":{"version":1,"${WORD}":1},${text.slice(1)}`,
  (text) => `{"constructor":{"prototype":{"${WORD}":1}},${text.slice(1)}`,
  (text, at) => `${'['.repeat(at)}${text}${']'.repeat(at)}`,
  (text, at) => `${text.slice(0, -1)},"a":${'['.repeat(at)}${']'.repeat(at)}}`,
  (_, at) => '['.repeat(at),
  (_, at) => `${'{"a":'.repeat(at)}1${'}'.repeat(at)}`,
  (text) => firstNumber(text, '1e999999'),
  (text) => firstNumber(text, '-0'),
  (text) => firstNumber(text, '1.0'),
  (text) => firstNumber(text, '01'),
  (text) => firstNumber(text, '0x1'),
  (text) => firstNumber(text, '+1'),
  (text) => firstNumber(text, 'NaN'),
  (text) => firstNumber(text, '9007199254740993'),
  (text, at) => firstNumber(text, '1'.repeat(1 + (at % 5000))),
  (text, at) => firstNumber(text, `0.${'0'.repeat(at % 5000)}1`),
  (text) => text.replace(/\}$/, ',}'),
  (text) => `/* ${WORD} */${text}`,
  (text) => `${text}// ${WORD}`,
  (text) => text.replaceAll('"', "'"),
  (text) => text + text,
  (text) => `${text}\n${WORD}`,
  (text) => text.replace(/"([^"])/, '"\\ud800$1'),
  (text) => text.replace(/"v/, '"\\u0076'),
  (text, at) => ' \t\r\n'.repeat(at % 3000) + text,
  (text, at) => text.slice(0, at % (text.length + 1)),
  (text) => gzipSync(text),
  () => gzipSync(Buffer.alloc(1_000_000)),
  () => '',
  () => 'null',
  () => 'true',
  () => '[]',
  () => '{}',
  () => `"${WORD}"`,
  () => `version=1&${WORD}=${WORD}`,
  () => `--${WORD}\r\nContent-Disposition: form-data; name="${WORD}"\r\n\r\n1\r\n--${WORD}--\r\n`,
  () => `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "${WORD}">]><a>&b;</a>`,
  (_, at) => `{${Array.from({ length: at % 5000 }, (_each, key) => `"${key}":0`).join(',')}}`,
]

export const trickedText = (text: string, how: number, at: number): Buffer =>
  Buffer.from((TEXT_TRICKS[how % TEXT_TRICKS.length]?.(text, at) ?? text) as string)
