// What the server holds, writes and answers, searched byte by byte for words that were sealed or refused.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '@libsql/client'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { utf8 } from '../../src/crypto/encoding.ts'
import type { Report } from '../../src/protocol/report.ts'
import { casePost, casesOf, postCase } from '../support/case-writer.ts'
import { memberOf, startDemonstration, type RunningDemonstration } from '../support/demonstration.ts'
import { unlockedKeyOf, type Federation } from '../support/federation.ts'
import { post, postReport, provenChallenge } from '../support/post-report.ts'
import { bytesBelow, foundIn, hunt, sentinel } from '../support/sentinels.ts'
import { signIn } from '../support/servers/correspondence.ts'
import type { RunningServer } from '../support/servers/running-server.ts'
import { postTemplates, templateOf, templatesOf, templatesPost } from '../support/template-writer.ts'

const TEXT_FIELDS = [
  'platform',
  'narrative',
  'identifierplatform',
  'identifiervalue',
  'contactvalue',
  'contacthours',
  'contactaskfor',
  'contactsay',
]
const words = TEXT_FIELDS.map(sentinel)

/** A report in which every answer that takes words holds one. */
const telling: Report = {
  locale: 'fr',
  account: {
    role: 'victim',
    channel: 'other',
    platform: sentinel('platform'),
    departement: '93',
    acts: ['rape'],
  },
  narrative: `${sentinel('narrative')} `.repeat(40),
  identifiers: [
    {
      type: 'pseudonym',
      platform: sentinel('identifierplatform'),
      value: sentinel('identifiervalue'),
      recognised: true,
    },
  ],
  contact: {
    channel: 'sms',
    value: sentinel('contactvalue'),
    hours: sentinel('contacthours'),
    askFor: sentinel('contactaskfor'),
    say: sentinel('contactsay'),
  },
}

let demonstration: RunningDemonstration
let ids: string[]
beforeAll(async () => {
  demonstration = await startDemonstration()
  ids = demonstration.associations.map(({ association }) => association)
})
afterAll(() => demonstration.stop())

const textOf = (value: unknown): string =>
  value instanceof ArrayBuffer ? Buffer.from(value).toString('hex') : String(value)

const storeFiles = async () =>
  new Map([...(await bytesBelow(demonstration.dataDir))].filter(([file]) => /\.db/.test(file)))

describe('a sealed report', () => {
  it('reaches the store without one word of it', async () => {
    const { answer, body, digest } = await postReport(
      demonstration.origin,
      demonstration.directoryFile,
      telling,
      ids,
    )
    expect(answer.status).toBe(202)
    expect(await answer.json()).toEqual({ accepted: digest })
    expect(foundIn(body, words)).toEqual([])
    const files = await storeFiles()
    expect([...files.keys()].some((file) => file.endsWith('-wal'))).toBe(true)
    for (const [file, bytes] of files) expect(foundIn(bytes, words), file).toEqual([])
    expect(foundIn(demonstration.logs(), words)).toEqual([])
  })

  it('is in nothing that an operator takes away of the data folder, while it runs or after', async () => {
    const { answer } = await postReport(demonstration.origin, demonstration.directoryFile, telling, ids)
    expect(answer.status).toBe(202)
    const copies = await mkdtemp(join(tmpdir(), 'balise-copies-'))
    const { dataDir, siteDir } = demonstration
    const filter = (file: string): boolean => file !== siteDir
    const copyAs = (name: string) => cp(dataDir, join(copies, name), { recursive: true, filter })
    await copyAs('while-it-runs')
    await demonstration.halt()
    await copyAs('stopped')
    await demonstration.start()
    // Each folder that is taken away is one more here.
    const places = { folders: [copies], texts: { log: demonstration.logs() } }
    expect(await hunt(places, words)).toEqual({})
    const [{ association = '' } = {}] = demonstration.associations
    const kept = Object.keys(await hunt({ folders: [copies] }, [association]))
    for (const name of ['while-it-runs', 'stopped'])
      expect(kept.some((file) => file.startsWith(join(copies, name, 'envelopes.db')))).toBe(true)
    await rm(copies, { recursive: true })
  })

  it('can be found by this search where it is not sealed, so that the search is known to bite', () => {
    const plain = JSON.stringify(telling)
    expect(foundIn(plain, words)).toEqual(words)
    expect(foundIn(Buffer.from(plain).toString('base64'), words)).toEqual(words)
    expect(foundIn(Buffer.from(plain, 'utf16le'), words)).toEqual(words)
    expect(foundIn(encodeURIComponent(plain), words)).toEqual(words)
  })

  it('leaves a day, and nothing that ties its envelopes together or tells their order', async () => {
    const { answer } = await postReport(demonstration.origin, demonstration.directoryFile, telling, ids)
    expect(answer.status).toBe(202)
    await demonstration.halt()
    const store = createClient({ url: `file:${join(demonstration.dataDir, 'envelopes.db')}` })
    const { rows, columns } = await store.execute('SELECT rowid AS hidden, * FROM envelopes')
    store.close()
    await demonstration.start()
    expect(rows.length).toBeGreaterThanOrEqual(3)
    const today = new Date().toISOString().slice(0, 10)
    const instant = /\d{2}:\d{2}|^\d{10}$|^\d{13}$/
    for (const row of rows) {
      expect(row['hidden']).toBe(row['id'])
      for (const column of columns) {
        const value = row[column]
        if (typeof value === 'string') expect(value, column).not.toMatch(instant)
      }
      expect(Object.values(row)).toContain(today)
    }
    // Nobody has said anything of them yet.
    expect(rows.map((row) => row['standing'])).toEqual(rows.map(() => null))
    for (const column of columns.filter((name) => !/_on$|^standing$/.test(name))) {
      const values = rows.map((row) => textOf(row[column]))
      const expected = column === 'association' || /fingerprint/i.test(column) ? 3 : rows.length
      if (typeof rows[0]?.[column] !== 'number') expect(new Set(values).size, column).toBe(expected)
    }
  })
})

describe('what an association writes for itself', () => {
  const [note, tag, task, title, text] = ['note', 'tag', 'task', 'title', 'text'].map((each) =>
    sentinel(`own${each}`),
  ) as [string, string, string, string, string]

  it('reaches the store without one word of a note, a keyword, a task or a template', async () => {
    const association = 'demo-ecoute'
    const { origin, associations, directoryFile } = demonstration
    const member = memberOf(demonstration, association)
    const key = await unlockedKeyOf(member)
    const terms = { association, key, own: key.toPublic() }
    await postReport(origin, directoryFile, telling, [association])
    const server = { origin, federation: { associations } as unknown as Federation } as RunningServer
    const cookie = await signIn(server, association)
    const inbox = await (await fetch(`${origin}/api/inbox`, { headers: { Cookie: cookie } })).json()
    const [{ id }] = (inbox as { envelopes: [{ id: string }] }).envelopes
    const by = key.getFingerprint().toUpperCase()
    const work = {
      tags: [tag],
      notes: [{ id: 'a'.repeat(32), by, on: '2026-11-20', text: note }],
      tasks: [{ id: 'b'.repeat(32), by, text: task, due: null, done: null }],
    }
    const { head } = await casesOf(server, cookie)
    expect((await postCase(server, cookie, await casePost(terms, id, 1, head, work))).status).toBe(204)
    const { head: next } = await templatesOf(server, cookie)
    const post = await templatesPost(terms, 1, next, [templateOf(1, text, title)])
    expect((await postTemplates(server, cookie, post)).status).toBe(204)

    const written = [note, tag, task, title, text]
    expect(foundIn(JSON.stringify([work, templateOf(1, text, title)]), written)).toEqual(written)
    for (const [file, bytes] of await storeFiles()) expect(foundIn(bytes, written), file).toEqual([])
    expect(foundIn(demonstration.logs(), written)).toEqual([])
  })
})

describe('a refusal', () => {
  const secret = sentinel('refused')
  const envelope = { association: secret, keyFingerprint: secret, sealed: secret, tokenHash: secret }
  const attempts: [string, (origin: string) => Promise<Response>][] = [
    [
      'of a body that is not JSON',
      async (o) => post(o, `{"version": ${secret}`, (await provenChallenge(o)).proof),
    ],
    [
      'of an unknown field',
      async (o) =>
        post(
          o,
          JSON.stringify({ version: 1, envelopes: [envelope], [secret]: secret }),
          (await provenChallenge(o)).proof,
        ),
    ],
    [
      'of plaintext where a sealed envelope belongs',
      async (o) =>
        post(
          o,
          JSON.stringify({
            version: 1,
            envelopes: [
              {
                ...envelope,
                association: 'demo-ecoute',
                keyFingerprint: 'A'.repeat(40),
                tokenHash: 'a'.repeat(64),
                sealed: Buffer.from(utf8(secret)).toString('base64'),
              },
            ],
          }),
          (await provenChallenge(o)).proof,
        ),
    ],
    ['of a proof that is not one', (o) => post(o, '{}', encodeURIComponent(secret))],
    [
      'of a body that is too large',
      async (o) => post(o, secret.repeat(200_000), (await provenChallenge(o)).proof),
    ],
    [
      'of an unknown path',
      (o) => fetch(`${o}/api/${encodeURIComponent(secret)}?${encodeURIComponent(secret)}`),
    ],
    ['of an unknown page', (o) => fetch(`${o}/${encodeURIComponent(secret)}`)],
    [
      'of a wrong method',
      (o) => fetch(`${o}/api/submissions?${encodeURIComponent(secret)}`, { method: 'DELETE' }),
    ],
    [
      'of a sign-in',
      (o) =>
        fetch(`${o}/api/session`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Origin: o },
          body: JSON.stringify({ association: secret, challenge: secret, signature: secret }),
        }),
    ],
    [
      'of a stranger at the inbox',
      (o) =>
        fetch(`${o}/api/inbox?before=${encodeURIComponent(secret)}`, {
          headers: { Cookie: `__Host-balise=${encodeURIComponent(secret)}` },
        }),
    ],
    [
      'of another content type',
      async (o) =>
        fetch(`${o}/api/submissions`, {
          method: 'POST',
          headers: { 'Content-Type': 'text/plain', Proof: (await provenChallenge(o)).proof },
          body: secret,
        }),
    ],
  ]
  it.each(attempts)('%s never repeats what was sent, in its answer or in the log', async (_, attempt) => {
    const answer = await attempt(demonstration.origin)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    const said = `${await answer.text()}\n${[...answer.headers].map((pair) => pair.join(': ')).join('\n')}`
    expect(foundIn(said, [secret])).toEqual([])
    expect(foundIn(demonstration.logs(), [secret])).toEqual([])
    for (const [file, bytes] of await storeFiles()) expect(foundIn(bytes, [secret]), file).toEqual([])
  })
})
