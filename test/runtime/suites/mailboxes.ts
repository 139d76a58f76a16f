// What whoever holds a return code may rely on, whichever runtime answers: their messages come whole, to them alone, and nobody can
// tell from an answer whether there were any.
import { describe, expect, it } from 'vitest'
import { toBase64, toHex, utf8 } from '../../../src/crypto/encoding.ts'
import { MAILBOX_PAGE_BYTES } from '../../../src/crypto/mailbox-page.ts'

import { solveProof } from '../../../src/crypto/proof-of-work.ts'
import { randomBytes, randomKey } from '../../../src/crypto/random.ts'
import { sha256 } from '../../../src/crypto/sha256.ts'
import { addDays, addMonths, dayOf } from '../../../src/protocol/day.ts'
import type { ErrorCode } from '../../../src/protocol/error-codes.ts'
import {
  MAILBOX_CELL_BYTES,
  MAX_MAILBOX_CELLS,
  MAX_OTHERS_MAILBOX_CELLS,
} from '../../../src/protocol/limits.ts'
import { KEEPINGS } from '../../../src/protocol/mailbox.ts'
import { sha256Of, solvedProof } from '../../support/servers/correspondence.ts'
import {
  askPage,
  erase,
  erasureBody,
  leave,
  mailboxProof,
  makeHolder,
  messageBody,
  ownBody,
  postTo,
  readBody,
  sealedMessage,
  wholeMailbox,
  type Holder,
} from '../../support/servers/mailbox-correspondence.ts'
import type { RunningServer } from '../../support/servers/running-server.ts'
import type { House } from './house.ts'

/** The rows of one mailbox, without their bytes. */
const rowsOf = (server: RunningServer, { mailbox }: Holder) =>
  server.query(
    'select id, message, cell, cells, received_on, kept_until from mailbox_cells where mailbox = ? order by cell',
    [mailbox],
  )

/** Fills a mailbox with messages of one cell, beside the server. */
async function fill(server: RunningServer, { mailbox }: Holder, count: number): Promise<void> {
  const today = dayOf(Date.now())
  const values = Array.from(
    { length: count },
    () => `(${randomKey()}, '${mailbox}', ${randomKey()}, 0, 1, '${today}', '${today}', randomblob(4245))`,
  )
  const columns = 'id, mailbox, message, cell, cells, received_on, kept_until, bytes'
  await server.query(`insert into mailbox_cells (${columns}) values ${values.join(', ')}`)
}

export function mailboxesSuite(house: House): void {
  describe('a person who holds a return code', () => {
    it('finds every message that was left, byte for byte, whatever its size, over several pages', async () => {
      const server = house()
      const holder = makeHolder()
      const sealed = await Promise.all(
        [4096, 16_384, 65_536, 4096].map((size) => sealedMessage(server, size)),
      )
      for (const message of sealed) expect((await leave(server, holder, message)).status).toBe(202)
      const { items, pages } = await wholeMailbox(server, holder)
      expect(pages).toEqual([16, 6])
      expect(new Set(items.map((item) => toHex(item.sealed)))).toEqual(new Set(sealed.map(toHex)))
      const today = dayOf(Date.now())
      for (const { receivedOn, keptUntil } of items) {
        expect([receivedOn, keptUntil]).toEqual([today, addDays(today, 90)])
      }
    })

    it('asks for a challenge with the server’s day, and reads under it', async () => {
      const server = house()
      const holder = makeHolder()
      const sealed = await sealedMessage(server)
      await leave(server, holder, sealed)
      const asked = await fetch(`${server.origin}/api/mailbox-challenge`)
      const { challenge, today } = (await asked.json()) as { challenge: string; today: string }
      expect(today).toBe(dayOf(Date.now()))
      const proof = solveProof(challenge, sha256)
      const answer = await postTo(server, 'reads', readBody(holder, proof), proof)
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/octet-stream'])
      expect(Buffer.from(await answer.arrayBuffer()).includes(Buffer.from(sealed))).toBe(true)
    })

    it('timing reveals a receipt: hears the same of a full mailbox, of one that was emptied and of one that never was', async () => {
      const server = house()
      const [full, emptied, unknown] = [makeHolder(), makeHolder(), makeHolder()]
      await fill(server, full, 20)
      await leave(server, emptied, await sealedMessage(server))
      await erase(server, emptied, 'all')
      const heard = []
      for (const holder of [full, emptied, unknown]) {
        const answer = await askPage(server, holder)
        const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'date'))
        heard.push({ status: answer.status, headers, bytes: (await answer.arrayBuffer()).byteLength })
      }
      expect(heard[0]?.bytes).toBe(MAILBOX_PAGE_BYTES)
      expect(heard[1]).toEqual(heard[0])
      expect(heard[2]).toEqual(heard[0])
    })

    it('who reads a mailbox that never was leaves no row of it, and reads the same each time', async () => {
      const server = house()
      const holder = makeHolder()
      const pages = []
      for (let times = 0; times < 2; times++) {
        pages.push(toHex(new Uint8Array(await (await askPage(server, holder)).arrayBuffer())))
      }
      expect(await rowsOf(server, holder)).toEqual([])
      expect(pages[1]).toBe(pages[0])
      expect(new Set(pages[0]?.slice(8).match(/.{64}/g)).size).toBeGreaterThan(2000)
    })

    it('reads pages of the same length on a store that has lost its decoys', async () => {
      const server = house()
      await server.query('delete from decoy_cells')
      const answer = await askPage(server, makeHolder())
      expect((await answer.arrayBuffer()).byteLength).toBe(MAILBOX_PAGE_BYTES)
      const decoys = await server.query('select distinct bytes, length(bytes) as "size" from decoy_cells')
      expect(decoys.map(({ size }) => size)).toEqual(Array.from({ length: 64 }, () => MAILBOX_CELL_BYTES))
    })

    it.each([
      ['a page’s worth', 16, [16]],
      ['one more', 17, [16, 1]],
      ['three pages', 48, [16, 16, 16]],
    ])('follows the pages to the end, no further: %s', async (_what, count, pages) => {
      const holder = makeHolder()
      await fill(house(), holder, count)
      const read = await wholeMailbox(house(), holder)
      expect(read.pages).toEqual(pages)
      expect(new Set(read.items.map(({ id }) => id)).size).toBe(count)
    })
  })

  describe('whoever writes to a mailbox', () => {
    it('hears the digest; after a lost answer, the same under one proof or another leaves one message', async () => {
      const server = house()
      const holder = makeHolder()
      const body = messageBody(holder, await sealedMessage(server, 16_384))
      const proof = mailboxProof(server)
      const answers = []
      for (const each of [proof, proof, mailboxProof(server)]) {
        const answer = await postTo(server, 'messages', body, each)
        answers.push([answer.status, await answer.json()])
      }
      expect(answers).toEqual([1, 2, 3].map(() => [202, { accepted: sha256Of(body) }]))
      expect((await rowsOf(server, holder)).map(({ cell, cells }) => [cell, cells])).toEqual([
        [0, 4],
        [1, 4],
        [2, 4],
        [3, 4],
      ])
    })

    it('proof reuse: cannot spend one proof on two messages, even at the same moment', async () => {
      const server = house()
      const holder = makeHolder()
      const proof = mailboxProof(server)
      const messages = await Promise.all(Array.from({ length: 8 }, () => sealedMessage(server)))
      const answers = await Promise.all(
        messages.map((sealed) => postTo(server, 'messages', messageBody(holder, sealed), proof)),
      )
      expect(answers.map(({ status }) => status).toSorted()).toEqual([
        202,
        ...Array.from({ length: 7 }, () => 409),
      ])
      expect(await rowsOf(server, holder)).toHaveLength(1)
    })

    it('hears that a mailbox is full, even in a crowd, and the proof serves elsewhere', async () => {
      const server = house()
      const holder = makeHolder()
      await fill(server, holder, MAX_OTHERS_MAILBOX_CELLS - 2)
      const messages = await Promise.all(Array.from({ length: 5 }, () => sealedMessage(server)))
      const answers = await Promise.all(messages.map((sealed) => leave(server, holder, sealed)))
      expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 202, 409, 409, 409])
      const proof = mailboxProof(server)
      const large = await sealedMessage(server, 16_384)
      const refused = await postTo(server, 'messages', messageBody(holder, large), proof)
      expect([refused.status, await refused.json()]).toEqual([409, { error: 'mailbox-full' }])
      expect((await postTo(server, 'messages', messageBody(makeHolder(), large), proof)).status).toBe(202)
      const kept = messages.find((_, index) => answers[index]?.status === 202) ?? new Uint8Array()
      expect((await leave(server, holder, kept)).status).toBe(202)
      expect(await rowsOf(server, holder)).toHaveLength(MAX_OTHERS_MAILBOX_CELLS)
    })

    it('leaves the last quarter to its owner, who fills it and no more', async () => {
      const server = house()
      const holder = makeHolder()
      await fill(server, holder, MAX_OTHERS_MAILBOX_CELLS)
      expect((await leave(server, holder, await sealedMessage(server))).status).toBe(409)
      expect((await leave(server, holder, await sealedMessage(server), 'pause')).status).toBe(202)
      await fill(server, holder, MAX_MAILBOX_CELLS - MAX_OTHERS_MAILBOX_CELLS - 1)
      expect((await leave(server, holder, await sealedMessage(server), 'year')).status).toBe(409)
    })

    it('has it kept as long as was asked', async () => {
      const server = house()
      const until: unknown[] = []
      for (const keep of KEEPINGS) {
        const holder = makeHolder()
        await leave(server, holder, await sealedMessage(server), keep)
        until.push((await rowsOf(server, holder))[0]?.['kept_until'])
      }
      const today = dayOf(Date.now())
      expect(until).toEqual([
        addDays(today, 90),
        addDays(today, 7),
        ...[1, 6, 12].map((months) => addMonths(today, months)),
      ])
    })
  })

  describe('what is kept of a message', () => {
    it('is cells of one length, days, and keys that tell no order', async () => {
      const server = house()
      const holder = makeHolder()
      await leave(server, holder, await sealedMessage(server, 65_536))
      const rows = await server.query(
        'select *, length(bytes) as "size" from mailbox_cells where mailbox = ?',
        [holder.mailbox],
      )
      expect(rows).toHaveLength(16)
      expect(new Set(rows.map(({ size }) => size))).toEqual(new Set([MAILBOX_CELL_BYTES]))
      expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(
        [
          'bytes',
          'cell',
          'cells',
          'id',
          'kept_until',
          'size',
          'mailbox',
          'message',
          'received_on',
        ].toSorted(),
      )
      const inOrderOfCells = rows.toSorted((a, b) => Number(a['cell']) - Number(b['cell']))
      const ids = inOrderOfCells.map(({ id }) => Number(id))
      expect(ids).not.toEqual(ids.toSorted((a, b) => a - b))
    })

    it('goes after its last day, not on it, and the operator reads how many messages went', async () => {
      const server = house()
      const [past, present] = [makeHolder(), makeHolder()]
      await leave(server, past, await sealedMessage(server, 16_384))
      await leave(server, present, await sealedMessage(server))
      const today = dayOf(Date.now())
      for (const [holder, day] of [
        [past, addDays(today, -1)],
        [present, today],
      ] as const) {
        await server.query('update mailbox_cells set kept_until = ? where mailbox = ?', [day, holder.mailbox])
      }
      await server.purge()
      expect([await rowsOf(server, past), await rowsOf(server, present)]).toMatchObject([[], [{}]])
      expect(server.logs()).toMatch(/^.*purged .*messages=1\b/m)
    })

    it('is in no log', async () => {
      const server = house()
      const holder = makeHolder()
      await leave(server, holder, await sealedMessage(server))
      await askPage(server, holder)
      expect(server.logs()).not.toContain(holder.mailbox)
    })
  })

  describe('erasing', () => {
    it('takes the messages that were named, or all, and no other mailbox’s', async () => {
      const server = house()
      const [holder, other] = [makeHolder(), makeHolder()]
      await fill(server, holder, 3)
      await fill(server, other, 2)
      const { items } = await wholeMailbox(server, holder)
      const theirs = (await wholeMailbox(server, other)).items.map(({ id }) => id)
      const answer = await erase(server, holder, [items[1]?.id ?? '', ...theirs])
      expect([answer.status, await answer.text()]).toEqual([204, ''])
      const left = (await wholeMailbox(server, holder)).items.map(({ id }) => id)
      expect(left).toEqual([items[0]?.id, items[2]?.id])
      expect((await erase(server, holder, 'all')).status).toBe(204)
      expect(await rowsOf(server, holder)).toEqual([])
      expect(await rowsOf(server, other)).toHaveLength(2)
    })

    it('says the same where there was nothing to erase', async () => {
      const answer = await erase(house(), makeHolder(), 'all')
      expect([answer.status, await answer.text()]).toEqual([204, ''])
    })
  })

  /** Each attempt is made on a mailbox that has one message. */
  const refused: [
    what: string,
    code: ErrorCode,
    status: number,
    attempt: (server: RunningServer, holder: Holder) => Promise<Response>,
  ][] = [
    [
      'a page read again with the very same request',
      'proof-spent',
      409,
      async (s, holder) => {
        const proof = mailboxProof(s)
        const body = readBody(holder, proof)
        await postTo(s, 'reads', body, proof)
        return postTo(s, 'reads', body, proof)
      },
    ],
    [
      'an erasure sent again',
      'proof-spent',
      409,
      async (s, holder) => {
        const proof = mailboxProof(s)
        const body = erasureBody(holder, proof, ['1'])
        await postTo(s, 'erasures', body, proof)
        return postTo(s, 'erasures', body, proof)
      },
    ],
    [
      'a read under a proof that paid for a message',
      'proof-spent',
      409,
      async (s, holder) => {
        const proof = mailboxProof(s)
        await postTo(s, 'messages', messageBody(makeHolder(), await sealedMessage(s)), proof)
        return postTo(s, 'reads', readBody(holder, proof), proof)
      },
    ],
    ...(['reads', 'erasures'] as const).flatMap((path): typeof refused => {
      const bodyOf = (...[holder, proof, lies]: [Holder, string, Parameters<typeof readBody>[3]?]) =>
        path === 'reads' ? readBody(holder, proof, null, lies) : erasureBody(holder, proof, 'all', lies)
      const lying =
        (lies: (server: RunningServer) => Parameters<typeof readBody>[3]) =>
        (s: RunningServer, holder: Holder) => {
          const proof = mailboxProof(s)
          return postTo(s, path, bodyOf(holder, proof, lies(s)), proof)
        }
      return [
        [`${path}: another key’s signature`, 'not-yours', 403, lying(() => ({ key: makeHolder().key }))],
        [
          `${path}: another key, shown as the mailbox’s`,
          'not-yours',
          403,
          (s, holder) => {
            const proof = mailboxProof(s)
            const { key, auth } = makeHolder()
            return postTo(s, path, bodyOf({ ...holder, key, auth }, proof), proof)
          },
        ],
        [
          `${path}: another write capability’s hash`,
          'not-yours',
          403,
          (s, holder) => {
            const proof = mailboxProof(s)
            return postTo(s, path, bodyOf({ ...holder, write: randomBytes(32) }, proof), proof)
          },
        ],
        [
          `${path}: a signature over another challenge`,
          'not-yours',
          403,
          lying((s) => ({ challenge: mailboxProof(s).split('.').slice(0, -1).join('.') })),
        ],
        [
          `${path}: a signature for the other action`,
          'not-yours',
          403,
          lying(() => ({ action: path === 'reads' ? 'erase' : 'read' })),
        ],
        [`${path}: a signature over other particulars`, 'not-yours', 403, lying(() => ({ detail: '1' }))],
        [
          `${path}: an expired challenge`,
          'proof-expired',
          403,
          (s, holder) => {
            const proof = mailboxProof(s, -10)
            return postTo(s, path, bodyOf(holder, proof), proof)
          },
        ],
        [
          `${path}: a proof that paid for a report`,
          'proof-invalid',
          403,
          (s, holder) => {
            const proof = solvedProof(s)
            return postTo(s, path, bodyOf(holder, proof), proof)
          },
        ],
        [
          `${path}: no proof`,
          'proof-missing',
          403,
          (s, holder) => postTo(s, path, bodyOf(holder, mailboxProof(s)), null),
        ],
      ]
    }),
    [
      'a cursor it never gave',
      'invalid-shape',
      400,
      (s, holder) => {
        const proof = mailboxProof(s)
        return postTo(s, 'reads', readBody(holder, proof, "1.1.1' or '1"), proof)
      },
    ],
    [
      'a message without the write capability',
      'not-yours',
      403,
      async (s, holder) => {
        const body = messageBody(holder, await sealedMessage(s), { write: toBase64(randomBytes(32)) })
        return postTo(s, 'messages', body, mailboxProof(s))
      },
    ],
    [
      'a message for the mailbox of others',
      'not-yours',
      403,
      async (s, holder) => {
        const body = messageBody(makeHolder(), await sealedMessage(s), { mailbox: holder.mailbox })
        return postTo(s, 'messages', body, mailboxProof(s))
      },
    ],
    ...(
      [
        ['another key’s signature', () => ({ key: makeHolder().key })],
        ['a signature to read', () => ({ action: 'read' })],
        ['a signature over another challenge', (s) => ({ challenge: mailboxProof(s) })],
        ['a signature for another keeping', () => ({ detail: `pause ${'0'.repeat(64)}` })],
      ] as [string, (server: RunningServer) => Parameters<typeof ownBody>[4]][]
    ).map(([what, lies]): (typeof refused)[number] => [
      `a story to keep for a year, with ${what}`,
      'not-yours',
      403,
      async (s, holder) => {
        const proof = mailboxProof(s)
        return postTo(s, 'messages', ownBody(holder, proof, await sealedMessage(s), 'year', lies(s)), proof)
      },
    ]),
    [
      'a story to keep for a year under the signature of another one',
      'not-yours',
      403,
      async (s, holder) => {
        const proof = mailboxProof(s)
        const signed = ownBody(holder, proof, await sealedMessage(s), 'year')
        const other = { ...JSON.parse(signed), sealed: toBase64(await sealedMessage(s)) }
        return postTo(s, 'messages', JSON.stringify(other), proof)
      },
    ],
    [
      'a message to keep for a year, without a signature',
      'invalid-shape',
      400,
      async (s, holder) =>
        postTo(s, 'messages', messageBody(holder, await sealedMessage(s), { keep: 'year' }), mailboxProof(s)),
    ],
    [
      'a message in plain text',
      'not-sealed',
      422,
      (s, holder) => leave(s, holder, utf8('Bonjour. '.repeat(500)).slice(0, MAILBOX_CELL_BYTES)),
    ],
    [
      'a message of another size',
      'wrong-size',
      422,
      async (s, h) => leave(s, h, await sealedMessage(s, 4097)),
    ],
    [
      'a message sealed to two',
      'wrong-recipient',
      422,
      async (s, holder) => {
        const sealed = await sealedMessage(s)
        const [twice] = [new Uint8Array(96 + sealed.length)]
        twice.set(sealed.subarray(0, 96))
        twice.set(sealed, 96)
        return leave(s, holder, twice)
      },
    ],
    [
      'a message too large for any bucket',
      'too-large',
      413,
      (s) => postTo(s, 'messages', `"${'a'.repeat(90_000)}"`, mailboxProof(s)),
    ],
  ]

  describe('a stranger', () => {
    it.each(refused)(
      'is refused, and the mailbox stays as it was: %s (%s)',
      async (_what, code, status, attempt) => {
        const server = house()
        const holder = makeHolder()
        await leave(server, holder, await sealedMessage(server))
        const before = await rowsOf(server, holder)
        const answer = await attempt(server, holder)
        expect([answer.status, await answer.json()]).toEqual([status, { error: code }])
        expect(await rowsOf(server, holder)).toEqual(before)
      },
    )

    it.each([
      ['GET', 'mailbox-messages', 'POST'],
      ['GET', 'mailbox-reads', 'POST'],
      ['DELETE', 'mailbox-erasures', 'POST'],
      ['POST', 'mailbox-challenge', 'GET, HEAD'],
    ])('has other methods refused by name: %s %s', async (method, path, allow) => {
      const answer = await fetch(`${house().origin}/api/${path}`, { method })
      expect([answer.status, answer.headers.get('Allow')]).toEqual([405, allow])
    })
  })
}
