// The text of a release: every declared cell with its noisy value, in the shape the wire promises; and what is taken for a card.
import * as v from 'valibot'
import { beforeAll, describe, expect, it } from 'vitest'
import { utf8 } from '../../src/crypto/encoding.ts'
import { encryptTo } from '../../src/crypto/openpgp.ts'
import { cellsOf } from '../../src/domain/cells.ts'
import { secureSource } from '../../src/observatory/laplace.ts'
import { openCard } from '../../src/observatory/open-card.ts'
import { noisyRelease, releaseText } from '../../src/observatory/release-text.ts'
import { FAMILIES, type Family, type Rung } from '../../src/protocol/families.ts'
import { CARD_PLAINTEXT_BYTES } from '../../src/protocol/limits.ts'
import { Release } from '../../src/protocol/release.ts'
import { LILLE, sealCardTo, silentSource } from '../support/observatory/cards.ts'
import { makeHolder } from '../support/openpgp-keys.ts'

const EVERY: [string, Family, Rung][] = FAMILIES.flatMap((family: Family) =>
  family.rungs.map((rung): [string, Family, Rung] => [rung.id, family, rung]),
)
const factsOf = (family: Family, rung: Rung) => ({
  family,
  rung,
  window: rung.window === 'year' ? '2026' : '2026-Q2',
  publishedOn: '2027-01-15',
  synthetic: true,
  codeSha256: 'c'.repeat(64),
})

describe('a release', () => {
  it.each(EVERY)('has a row for every cell, and is what the wire promises: %s', (_id, family, rung) => {
    const counts = cellsOf(rung).map((_, index) => index % 7)
    const release = noisyRelease(factsOf(family, rung), counts, silentSource())
    const text = releaseText(release)
    expect(v.parse(Release, JSON.parse(text))).toEqual(release)
    expect(release.rows).toEqual(cellsOf(rung).map((codes, index) => [...codes, index % 7]))
    expect(text.split('\n')).toHaveLength(release.rows.length + 3)
    expect(text.endsWith('\n]}\n')).toBe(true)
    expect(releaseText(JSON.parse(text) as Release)).toBe(text)
  })

  it.each(EVERY)(
    'has noise on every cell, empty ones too, and keeps what is negative: %s',
    (_id, family, rung) => {
      const cells = cellsOf(rung).length
      const source = secureSource()
      const draws = Math.ceil(4000 / cells)
      const values = Array.from({ length: draws }, () =>
        noisyRelease(factsOf(family, rung), Array<number>(cells).fill(0), source).rows.map((row) =>
          Number(row.at(-1)),
        ),
      )
      for (let cell = 0; cell < cells; cell++) {
        const own = values.map((each) => each[cell] ?? 0)
        // At the least noise that is declared a draw is 0 less than once in three.
        if (draws > 60) expect([Math.min(...own) < 0, Math.max(...own) > 0]).toEqual([true, true])
        expect(own.every(Number.isInteger)).toBe(true)
      }
      const all = values.flat()
      expect(all.filter((value) => value === 0).length).toBeLessThan(all.length * 0.4)
      expect(all.filter((value) => value < 0).length).toBeGreaterThan(all.length * 0.25)
      expect(all.some((value) => Object.is(value, -0))).toBe(false)
    },
  )
})

describe('a card opens', () => {
  let observatory: Awaited<ReturnType<typeof makeHolder>>
  let former: Awaited<ReturnType<typeof makeHolder>>
  beforeAll(async () => {
    observatory = await makeHolder('Observatoire')
    former = await makeHolder('Observatoire, avant')
  })

  const padded = (text: string, bytes = CARD_PLAINTEXT_BYTES, filler = ' ') =>
    utf8(text + filler.repeat(bytes - utf8(text).length))
  const open = async (plaintext: Uint8Array) =>
    openCard(await encryptTo(observatory.certificate, plaintext), [observatory.key])
  const json = JSON.stringify(LILLE)

  it('with the key it is sealed to, or one the observatory had before', async () => {
    expect(await open(padded(json))).toEqual(LILLE)
    const old = await sealCardTo(former.certificate, LILLE)
    expect(await openCard(old, [observatory.key, former.key])).toEqual(LILLE)
    expect(await openCard(old, [observatory.key])).toBeNull()
  })

  it.each<[string, () => Uint8Array]>([
    ['a byte too long', () => padded(json, CARD_PLAINTEXT_BYTES + 1)],
    ['not padded', () => utf8(json)],
    ['padded with tabs', () => padded(json, CARD_PLAINTEXT_BYTES, '\t')],
    ['padded in front', () => utf8(' '.repeat(CARD_PLAINTEXT_BYTES - utf8(json).length) + json)],
    ['with a word too many', () => padded(JSON.stringify({ ...LILLE, name: 'Jean' }))],
    ['with a word missing', () => padded(JSON.stringify({ ...LILLE, act: undefined }))],
    ['of another version', () => padded(JSON.stringify({ ...LILLE, version: 2 }))],
    ['of a place that does not exist', () => padded(JSON.stringify({ ...LILLE, departement: '96' }))],
    ['a list', () => padded(`[${json}]`)],
    ['no JSON', () => padded(`{${json}`)],
    ['no text', () => new Uint8Array(CARD_PLAINTEXT_BYTES).fill(0xff)],
  ])('and is nothing when it is %s', async (_what, plaintext) => {
    expect(await open(plaintext())).toBeNull()
  })

  it('and is nothing when it is no message at all', async () => {
    expect(await openCard(new Uint8Array(0), [observatory.key])).toBeNull()
    expect(await openCard(utf8(json), [observatory.key])).toBeNull()
  })
})
