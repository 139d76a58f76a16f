// The record as a member reads it: whole when every line is there, and saying which line is not, whatever was done to it.
import { beforeAll, describe, expect, test } from 'vitest'
import { fromBase64 } from '../../src/crypto/encoding.ts'
import { makeOpenKey, type PrivateKey } from '../../src/crypto/openpgp.ts'
import { sha256Hex } from '../../src/crypto/sha256.ts'
import type { SealedRecord } from '../../src/protocol/case-file.ts'
import { readRecords, TRAIL_START } from '../../src/sealing/records.ts'
import { sealedRecord, writerOf } from '../support/case-writer.ts'
import { makePerson, type TeamPerson } from '../support/team-maker.ts'

const OURS = 'ecoute-sud'
let own: PrivateKey
let camille: TeamPerson
let stranger: TeamPerson
let whole: SealedRecord[]

const digestOf = ({ sealed }: SealedRecord): string => sha256Hex(fromBase64(sealed) ?? new Uint8Array())
const headAfter = (lines: readonly SealedRecord[]) => {
  const last = lines.at(-1)
  return last ? { number: last.number, digest: digestOf(last) } : { number: 0, digest: null }
}
const by = (person: TeamPerson, association = OURS) => ({ association, key: person.key, own: own.toPublic() })
const read = async (lines: readonly SealedRecord[]) =>
  (await readRecords(lines, TRAIL_START, OURS, [own], [writerOf(camille.key)])).lines
const faults = async (lines: readonly SealedRecord[]) => (await read(lines)).map(({ fault }) => fault)

beforeAll(async () => {
  own = await makeOpenKey('Écoute Sud', Date.now() - 60_000)
  camille = await makePerson('member')
  stranger = await makePerson('member')
  whole = []
  for (const action of ['case-changed', 'answered', 'exported', 'team-changed'] as const) {
    whole.push(await sealedRecord(by(camille), headAfter(whole), action, action === 'answered' ? '7' : null))
  }
})

test('a whole record is whole, in one reading or in several', async () => {
  const lines = await read(whole)
  expect(lines.map(({ number, record, fault }) => [number, record?.action, record?.case, fault])).toEqual([
    [1, 'case-changed', null, null],
    [2, 'answered', '7', null],
    [3, 'exported', null, null],
    [4, 'team-changed', null, null],
  ])
  const first = await readRecords(whole.slice(0, 2), TRAIL_START, OURS, [own], [writerOf(camille.key)])
  const rest = await readRecords(whole.slice(2), first.trail, OURS, [own], [writerOf(camille.key)])
  expect([...first.lines, ...rest.lines]).toEqual(lines)
})

describe('is said to be at fault', () => {
  test('a line that is missing, where it is missing', async () => {
    expect(await faults(whole.toSpliced(1, 1))).toEqual([null, 'missing', null])
    expect(await faults(whole.slice(1))).toEqual(['missing', null, null])
  })
  test('lines that changed places', async () => {
    const [one, two, three, four] = whole as [SealedRecord, SealedRecord, SealedRecord, SealedRecord]
    expect((await faults([one, three, two, four])).filter((fault) => fault !== null).length).toBeGreaterThan(
      1,
    )
    // The same lines under one another's numbers.
    const swapped = [
      one,
      { ...three, number: 2, previous: two.previous },
      { ...two, number: 3, previous: three.previous },
      four,
    ]
    expect(await faults(swapped)).toEqual([null, 'astray', 'astray', 'astray'])
  })
  test('a line put in the place of another, and the line after it', async () => {
    const [one, , three, four] = whole as [SealedRecord, SealedRecord, SealedRecord, SealedRecord]
    const other = await sealedRecord(by(camille), headAfter([one]), 'declined', '7')
    expect(await faults([one, other, three, four])).toEqual([null, null, 'astray', null])
  })
  test('a line that nobody of the team signed, or that is of another association, or does not open', async () => {
    const foreign = await sealedRecord(by(stranger), headAfter(whole), 'exported')
    expect(await faults([...whole, foreign])).toEqual([null, null, null, null, 'unsigned'])
    const elsewhere = await sealedRecord(by(camille, 'droits-nord'), headAfter(whole), 'exported')
    expect((await faults([...whole, elsewhere])).at(-1)).toBe('astray')
    const [one] = whole as [SealedRecord]
    const broken = { ...one, sealed: `${one.sealed.slice(0, -12)}AAAAAAAAAAAA` }
    expect((await faults([broken]))[0]).toBe('damaged')
  })
  test('the end that was cut off is not seen here: the next line would not be taken', async () => {
    expect(await faults(whole.slice(0, 2))).toEqual([null, null])
  })
})
