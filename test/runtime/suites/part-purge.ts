// What becomes of parts of files that nothing keeps, and what the store tells of those it has.
import { describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../../src/protocol/day.ts'
import { PERMIT_PARTS } from '../../../src/protocol/limits.ts'
import {
  bytesOf,
  cameOn,
  holdOf,
  partsLeft,
  rowOf,
  setPermit,
  statusAndCode,
} from '../../support/servers/part-rows.ts'
import {
  fetchPart,
  hashOfSecret,
  heldPart,
  holdAll,
  sendPart,
  somePart,
  somePermit,
  withSecrets,
} from '../../support/servers/part-sender.ts'
import type { House } from './house.ts'

export function partPurgeSuite(house: House): void {
  const today = dayOf(Date.now())

  describe('the purge', () => {
    it('takes parts that nothing holds after a whole day, and no others', async () => {
      const server = house()
      await server.purge()
      const permit = await somePermit(server)
      const [old, yesterdays, over] = [somePart(), somePart(), await heldPart(server)]
      const held = await heldPart(server)
      for (const part of [old, yesterdays]) await sendPart(server, part, permit)
      await cameOn(server, old, addDays(today, -2))
      await cameOn(server, yesterdays, addDays(today, -1))
      for (const part of [over, held]) await cameOn(server, part, addDays(today, -100))
      for (const [part, day] of [
        [over, addDays(today, -1)],
        [held, today],
      ] as const) {
        await server.query('update part_holds set held_until = ? where part = ?', [day, part.sha256])
      }
      await server.purge()
      expect(await rowOf(server, old)).toBeUndefined()
      expect(await rowOf(server, over)).toBeUndefined()
      expect(await holdOf(server, over.secret)).toBeUndefined()
      expect(await rowOf(server, yesterdays)).toBeDefined()
      expect((await fetchPart(server, held)).status).toBe(200)
      expect(server.logs()).toMatch(/^.*purged .*holds=1 parts=2 permits=1\b/m)
      expect(server.logs()).not.toContain(old.sha256)
    })

    it('leaves no bytes behind: a part that comes again after it is new, paid for, and whole', async () => {
      const server = house()
      const [part, permit] = [somePart(2000), await somePermit(server)]
      await sendPart(server, part, permit)
      await cameOn(server, part, addDays(today, -2))
      await server.purge()
      await server.query("insert into parts values (?, ?, 2000, '2026-01-01', 0)", [Date.now(), part.sha256])
      await server.query("insert into part_holds values (?, ?, ?, '2999-01-01')", [
        Date.now(),
        part.sha256,
        hashOfSecret(part.secret),
      ])
      expect((await fetchPart(server, part)).status).toBe(404)
      await server.query('delete from parts where sha256 = ?', [part.sha256])
      expect((await sendPart(server, part, permit)).status).toBe(200)
      expect(await partsLeft(server, permit)).toBe(PERMIT_PARTS - 2)
      expect((await bytesOf(await fetchPart(server, part))).equals(part.bytes)).toBe(true)
    })

    it('goes on with a part whose deletion was cut short; until then it counts as gone', async () => {
      const server = house()
      const [part, permit] = [await heldPart(server), await somePermit(server)]
      await withSecrets(server, 'releases', [part.secret])
      await server.query('update parts set leaving = 1 where sha256 = ?', [part.sha256])
      expect(await statusAndCode(await holdAll(server, [part], permit))).toEqual([422, 'part-missing'])
      expect(await statusAndCode(await sendPart(server, part, permit))).toEqual([503, 'storage-unavailable'])
      await server.purge()
      expect((await sendPart(server, part, permit)).status).toBe(200)
    })

    it('takes more than it takes at a time', async () => {
      const server = house()
      const parts = Array.from({ length: 70 }, () => somePart(20))
      const permit = await somePermit(server)
      await setPermit(server, permit, 'parts_left', 70)
      await Promise.all(parts.map((part) => sendPart(server, part, permit)))
      const hashes = parts.map((part) => part.sha256)
      const places = hashes.map(() => '?').join()
      await server.query(`update parts set kept_on = '2026-01-01' where sha256 in (${places})`, hashes)
      await server.purge()
      expect(await server.query(`select id from parts where sha256 in (${places})`, hashes)).toEqual([])
    })
  })

  describe('what is kept of a part', () => {
    it('is its hash, its length and a day, under keys that tell no order; the permit does not say for what', async () => {
      const server = house()
      const part = await heldPart(server)
      const [row, hold] = [await rowOf(server, part), await holdOf(server, part.secret)]
      expect({ ...row, id: 0 }).toEqual({
        id: 0,
        sha256: part.sha256,
        length_bytes: 300,
        kept_on: today,
        leaving: 0,
      })
      expect(Object.keys(hold ?? {}).toSorted()).toEqual(['held_until', 'hold_hash', 'id', 'part'])
      const columns = await server.query('select * from upload_permits limit 1')
      expect(Object.keys(columns[0] ?? {}).toSorted()).toEqual([
        'expires_at',
        'id',
        'parts_left',
        'permit_hash',
      ])
      const ids = (await server.query('select id from parts order by sha256')).map(({ id }) => Number(id))
      expect(ids).not.toEqual(ids.toSorted((a, b) => a - b))
    })
  })
}
