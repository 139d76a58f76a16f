// Classes of faults that audits and trackers found in systems of this kind: each is held by tests that bear its name, and README.md says
// which. What a guess at a code or at a member's words costs is held here.
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { CODE_COST, TEAM_COST } from '../../src/crypto/argon2.ts'
import { drawCode, secretOf } from '../../src/crypto/code-spelling.ts'

const CLASSES = [
  'a script error posts plaintext',
  'the server believes “already encrypted”',
  'decrypted text rendered as markup',
  'CSP loosened for a CDN',
  'uploads break at a size boundary',
  'several recipients, one corrupt copy',
  '“attached” but lost on a phone',
  'abandoned upload leaves data',
  'proof reuse',
  'IDOR, logout CSRF',
  'sequential ids, blind SSRF',
  'timing reveals a receipt',
  'compression leaks',
  'answers left on a shared device',
  'answers lost when a key changes',
  'report contains its own code',
  'unlimited unlock guesses',
  'two reporters at the same moment, one lost',
]

/** Class → the files that its row names. */
const rows = new Map<string, string[]>()

beforeAll(async () => {
  const readme = await readFile('test/README.md', 'utf8')
  const section = readme.split('## Classes of faults that audits found elsewhere')[1]?.split('\n## ')[0] ?? ''
  for (const [, name = '', tests = ''] of section.matchAll(/^\| ([^|]+?) +\| ([^|]+)\|$/gm)) {
    rows.set(
      name,
      [...tests.matchAll(/`([a-z-]+\/[a-z/-]+(?:\.test)?\.ts)`/g)].map(([, file = '']) => file),
    )
  }
})

describe('a class of faults that was found elsewhere', () => {
  it.each(CLASSES)('has tests that bear its name: %s', async (name) => {
    const files = rows.get(name) ?? []
    expect(files).not.toEqual([])
    for (const file of files) {
      const titles = (await readFile(`test/${file}`, 'utf8')).match(/(?<=')[^'\n]+(?=')/g) ?? []
      expect([file, titles.some((title) => title.startsWith(`${name}: `))]).toEqual([file, true])
    }
  })
})

describe('unlimited unlock guesses: a guess at what only a person knows', () => {
  it('costs the memory and the passes that OWASP asks of Argon2id at least; at an association’s, more', () => {
    expect(CODE_COST.memoryKib * CODE_COST.passes).toBeGreaterThanOrEqual(19_456 * 2)
    expect(TEAM_COST.memoryKib * TEAM_COST.passes).toBeGreaterThan(CODE_COST.memoryKib * CODE_COST.passes)
  })

  it('is one among as many as eighty bits have', () => {
    const secrets = Array.from({ length: 400 }, () => secretOf(drawCode()) ?? new Uint8Array())
    expect(new Set(secrets.map((secret) => secret.length))).toEqual(new Set([10]))
    // Each of the eighty bits is as often set as not: within six standard deviations.
    const set = Array.from(
      { length: 80 },
      (_, bit) => secrets.filter((secret) => ((secret[bit >> 3] ?? 0) >> (bit & 7)) & 1).length,
    )
    expect(set.filter((times) => times < 140 || times > 260)).toEqual([])
  })
})
