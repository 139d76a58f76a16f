// Nothing leaves before it is them and the record has it; what did not leave is not in the record.
import { beforeEach, describe, expect, it } from 'vitest'
import { letOut, type LeavingMeans } from '../../src/client/export/leaving.ts'
import { makeRecordDesk, type RecordDesk } from '../../src/domain/record-desk.ts'
import type { RecordDraft } from '../../src/protocol/case-file.ts'
import { accept, decline, type Result } from '../../src/protocol/result.ts'

let kept: string[]
/** How often the very same line is sent when nothing is heard. */
const SENDINGS = 3
/** What the server does with the next lines; then it keeps them. */
let troubles: ('unreachable' | 'record-changed' | 'broken')[]
let dayless: boolean
let sure: boolean
let asked: number
let desk: RecordDesk

const today = async (): Promise<Result<string, 'unreachable'>> =>
  dayless ? decline('unreachable') : accept('2026-11-22')
const confirm = async (): Promise<boolean> => {
  asked++
  return sure
}
const leaving = (): LeavingMeans => ({
  today,
  note: (about) => desk.noteBefore('exported', about),
})

beforeEach(() => {
  kept = []
  troubles = []
  dayless = false
  sure = true
  asked = 0
  let draft: RecordDraft | null = null
  desk = makeRecordDesk({
    head: async () => accept({ number: kept.length, digest: null }),
    today,
    seal: async (given) => {
      draft = given
      return troubles[0] === 'broken' ? decline('broken') : accept({ number: 1, previous: null, sealed: 'A' })
    },
    post: async () => {
      const trouble = troubles.shift()
      if (trouble === 'unreachable' || trouble === 'record-changed') return decline(trouble)
      kept.push(`${draft?.action} ${draft?.case}`)
      return accept(null)
    },
  })
})

describe('what leaves', () => {
  it('leaves on the server’s day, once the record has it', async () => {
    expect(await letOut(confirm, '7', leaving())).toEqual({ ok: true, value: '2026-11-22' })
    expect(kept).toEqual(['exported 7'])
  })

  it('stays, and nothing is noted, where it is not known what came since, or where it may not leave', async () => {
    for (const reason of ['not-read', 'staying'] as const) {
      expect(await letOut(confirm, '7', leaving(), async () => reason)).toEqual({ ok: false, reason })
    }
    expect(kept).toEqual([])
  })

  it('stays, and nothing is noted, when whoever asks does not show that it is them', async () => {
    sure = false
    expect(await letOut(confirm, '7', leaving())).toEqual({ ok: false, reason: 'not-confirmed' })
    expect(kept).toEqual([])
  })

  it.each(['unreachable', 'broken'] as const)('stays when its line cannot be kept: %s', async (trouble) => {
    troubles = Array.from({ length: SENDINGS }, () => trouble)
    expect(await letOut(confirm, '7', leaving())).toEqual({ ok: false, reason: 'not-recorded' })
    expect(kept).toEqual([])
  })

  it('stays when the server’s day is not known', async () => {
    dayless = true
    expect(await letOut(confirm, null, leaving())).toEqual({ ok: false, reason: 'not-recorded' })
    expect(asked).toBe(1)
  })

  it('waits for lines of others that came first, and follows them', async () => {
    troubles = ['record-changed', 'record-changed']
    expect((await letOut(confirm, null, leaving())).ok).toBe(true)
    expect(kept).toEqual(['exported null'])
  })
})

describe('a line that told of what did not happen', () => {
  it('is owed by nobody: the next one goes without it', async () => {
    troubles = Array.from({ length: SENDINGS }, () => 'unreachable')
    await letOut(confirm, '7', leaving())
    expect(await desk.note('answered', '8')).toBe(true)
    expect(kept).toEqual(['answered 8'])
  })

  it('takes nothing else away: what was really done before is still owed, in its order', async () => {
    troubles = Array.from({ length: 2 * SENDINGS }, () => 'unreachable')
    expect(await desk.note('answered', '8')).toBe(false)
    expect((await letOut(confirm, '7', leaving())).ok).toBe(false)
    expect((await letOut(confirm, '9', leaving())).ok).toBe(true)
    expect(kept).toEqual(['answered 8', 'exported 9'])
  })

  it('is kept all the same where only a line after it was lost', async () => {
    troubles = []
    const first = letOut(confirm, '7', leaving())
    const second = desk.note('answered', '8')
    expect((await first).ok).toBe(true)
    expect(await second).toBe(true)
    expect(kept.toSorted()).toEqual(['answered 8', 'exported 7'])
  })
})
