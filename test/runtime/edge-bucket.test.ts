// Files in workerd where a bucket is bound: what anyone may rely on is the same, and the store holds no byte of them.
import { describe, expect, it } from 'vitest'
import { startEdgeServer } from '../support/servers/edge-process.ts'
import { fetchPart, holdAll, sendPart, somePermit, somePart } from '../support/servers/part-sender.ts'
import { useServer } from './suites/house.ts'
import { partsSuite } from './suites/parts.ts'

describe('in workerd with a bucket', () => {
  const house = useServer((options) => startEdgeServer({ ...options, bucket: true }))
  partsSuite(house)

  it('a part is in the bucket: the store has its hash, its length and a day', async () => {
    const server = house()
    const part = somePart(1000)
    const permit = await somePermit(server)
    await sendPart(server, part, permit)
    await holdAll(server, [part], permit)
    expect(Buffer.from(await (await fetchPart(server, part)).arrayBuffer())).toEqual(Buffer.from(part.bytes))
    expect(await server.query('select * from part_bytes')).toEqual([])
    expect(await server.query('select length_bytes from parts where sha256 = ?', [part.sha256])).toEqual([
      { length_bytes: 1000 },
    ])
  })
})
