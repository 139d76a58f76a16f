// What keeps a part of a file, who lets go of it, and who can fetch it meanwhile.
import { describe, expect, it } from 'vitest'
import { randomHex } from '../../../src/crypto/random.ts'
import { addDays, dayOf } from '../../../src/protocol/day.ts'
import { MAX_HOLDS, MAX_PART_HOLDS, UNOPENED_DAYS } from '../../../src/protocol/limits.ts'
import { API } from '../../../src/server/headers.ts'
import { bytesOf, holdOf, setPermit, statusAndCode } from '../../support/servers/part-rows.ts'
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

export function partHoldsSuite(house: House): void {
  const today = dayOf(Date.now())

  describe('holds', () => {
    it('are kept all or none: one part that is not there, and nothing is held', async () => {
      const server = house()
      const [here, gone, permit] = [somePart(), somePart(), await somePermit(server)]
      await sendPart(server, here, permit)
      expect(await statusAndCode(await holdAll(server, [here, gone], permit))).toEqual([422, 'part-missing'])
      expect((await fetchPart(server, here)).status).toBe(404)
      expect(await holdOf(server, here.secret)).toBeUndefined()
    })

    it('under a permit that somebody made up are refused', async () => {
      const server = house()
      const part = { ...(await heldPart(server)), secret: randomHex(32) }
      expect(await statusAndCode(await holdAll(server, [part], randomHex(32)))).toEqual([
        403,
        'permit-missing',
      ])
      expect(await holdOf(server, part.secret)).toBeUndefined()
    })

    it('can be sent again after a lost answer, with a permit that is used up, 256 at a time', async () => {
      const server = house()
      const permit = await somePermit(server)
      const parts = Array.from({ length: 8 }, () => somePart(50))
      for (const part of parts) await sendPart(server, part, permit)
      await setPermit(server, permit, 'parts_left', 0)
      const holds = parts.flatMap((part) =>
        Array.from({ length: MAX_HOLDS / 8 }, () => ({ ...part, secret: randomHex(32) })),
      )
      for (let times = 0; times < 2; times++) {
        expect((await holdAll(server, holds, permit)).status).toBe(204)
      }
      const [kept] = await server.query(
        `select count(*) as "count" from part_holds where part in (${parts.map(() => '?').join()})`,
        parts.map((part) => part.sha256),
      )
      expect(kept?.['count']).toBe(MAX_HOLDS)
      expect(await holdOf(server, holds.at(-1)?.secret ?? '')).toMatchObject({
        part: parts[7]?.sha256,
        held_until: addDays(today, UNOPENED_DAYS),
      })
    })

    it('on one part are limited: a permit does not pay for rows without end', async () => {
      const server = house()
      const [part, permit] = [somePart(), await somePermit(server)]
      await sendPart(server, part, permit)
      const holds = (count: number) =>
        Array.from({ length: count }, () => ({ ...part, secret: randomHex(32) }))
      const first = holds(MAX_PART_HOLDS - 1)
      expect((await holdAll(server, first, permit)).status).toBe(204)
      expect(await statusAndCode(await holdAll(server, holds(2), permit))).toEqual([409, 'holds-full'])
      expect((await holdAll(server, [...first, ...holds(1)], permit)).status).toBe(204)
      expect(await statusAndCode(await holdAll(server, holds(1), permit))).toEqual([409, 'holds-full'])
    })

    it('that are renewed last a year; one that was over stays over', async () => {
      const server = house()
      const [lasting, over] = [await heldPart(server), await heldPart(server)]
      await server.query('update part_holds set held_until = ? where hold_hash = ?', [
        addDays(today, -1),
        hashOfSecret(over.secret),
      ])
      expect((await fetchPart(server, over)).status).toBe(404)
      const answer = await withSecrets(server, 'renewals', [lasting.secret, over.secret, randomHex(32)])
      expect([answer.status, await answer.text()]).toEqual([204, ''])
      expect(await holdOf(server, lasting.secret)).toMatchObject({ held_until: addDays(today, 365) })
      expect((await fetchPart(server, over)).status).toBe(404)
    })

    it('that are released let go of their part at once, unless another keeps it', async () => {
      const server = house()
      const [part, permit] = [await heldPart(server), await somePermit(server)]
      const second = { ...part, secret: randomHex(32) }
      await holdAll(server, [second], permit)
      expect((await withSecrets(server, 'releases', [part.secret])).status).toBe(204)
      expect((await fetchPart(server, part)).status).toBe(200)
      expect((await withSecrets(server, 'releases', [second.secret])).status).toBe(204)
      expect((await fetchPart(server, part)).status).toBe(404)
    })

    it('of a secret that somebody made up answer the same, and change nothing', async () => {
      const server = house()
      const part = await heldPart(server)
      for (const what of ['renewals', 'releases'] as const) {
        const answer = await withSecrets(server, what, [randomHex(32), hashOfSecret(part.secret)])
        expect([answer.status, await answer.text()]).toEqual([204, ''])
      }
      expect(await holdOf(server, part.secret)).toMatchObject({
        held_until: addDays(today, UNOPENED_DAYS),
      })
    })
  })

  describe('a part that is fetched', () => {
    it('comes as bytes to be kept, with the headers of the API, and HEAD says as much', async () => {
      const server = house()
      const part = await heldPart(server)
      const answer = await fetchPart(server, part)
      const headers = Object.fromEntries(Object.keys(API).map((name) => [name, answer.headers.get(name)]))
      expect(headers).toEqual(API)
      expect(answer.headers.get('Content-Type')).toBe('application/octet-stream')
      expect(answer.headers.get('Content-Disposition')).toBe('attachment')
      expect((await bytesOf(answer)).equals(part.bytes)).toBe(true)
      const head = await fetch(`${server.origin}/api/parts/${part.sha256}`, { method: 'HEAD' })
      expect([head.status, await head.text()]).toEqual([200, ''])
    })

    it('is not found in the same words whether it never was, waits for a hold, or was let go of', async () => {
      const server = house()
      const [never, waiting, released] = [somePart(), somePart(), await heldPart(server)]
      await sendPart(server, waiting, await somePermit(server))
      await withSecrets(server, 'releases', [released.secret])
      for (const part of [never, waiting, released]) {
        expect(await statusAndCode(await fetchPart(server, part))).toEqual([404, 'not-found'])
      }
    })

    it('has no address but its own hash', async () => {
      const server = house()
      const { sha256: hash } = await heldPart(server)
      for (const path of [hash.toUpperCase(), hash.slice(1), `${hash}0`, `${hash}/`, '']) {
        expect((await fetch(`${server.origin}/api/parts/${path}`)).status).toBe(404)
      }
      const other = await fetch(`${server.origin}/api/parts/${hash}`, { method: 'DELETE' })
      expect([other.status, other.headers.get('Allow')]).toEqual([405, 'GET, HEAD, PUT'])
    })
  })
}
