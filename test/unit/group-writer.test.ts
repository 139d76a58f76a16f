// The one writer of an embedded file: groups commits, keeps order, and isolates a bad transaction.
import { describe, expect, it } from 'vitest'
import { groupWriter, MAX_GROUP } from '../../src/db/group-writer.ts'

/** A commit that echoes its statements and remembers each group; it refuses any group that holds `bad`. */
function recorder() {
  const groups: string[][] = []
  const writer = groupWriter<string>((statements) => {
    groups.push([...statements])
    return statements.includes('bad')
      ? Promise.reject(new Error('refused'))
      : Promise.resolve(statements.map((statement) => `did ${statement}`))
  })
  return { groups, writer }
}

describe('the one writer', () => {
  it('lets those who arrive together share a commit, and gives each their own results', async () => {
    const { groups, writer } = recorder()
    const results = await Promise.all([
      writer.write(['a', 'b']),
      writer.write(['c']),
      writer.write(['d', 'e']),
    ])
    expect(groups).toEqual([['a', 'b', 'c', 'd', 'e']])
    expect(results).toEqual([['did a', 'did b'], ['did c'], ['did d', 'did e']])
  })

  it('never makes a group of more than thirty-two, and keeps the order', async () => {
    const { groups, writer } = recorder()
    const names = Array.from({ length: 70 }, (_, n) => `s${n}`)
    await Promise.all(names.map((name) => writer.write([name])))
    expect(groups.map((group) => group.length)).toEqual([MAX_GROUP, MAX_GROUP, 6])
    expect(groups.flat()).toEqual(names)
  })

  it('does not let one that is refused take its neighbours with it', async () => {
    const { writer } = recorder()
    const outcomes = await Promise.allSettled(['a', 'bad', 'c'].map((name) => writer.write([name])))
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  it('is drained only when everything handed to it is settled', async () => {
    const { writer } = recorder()
    const settled: string[] = []
    for (const name of ['a', 'b']) void writer.write([name]).then(() => settled.push(name))
    await writer.drained()
    expect(settled).toEqual(['a', 'b'])
    await writer.drained()
  })
})
