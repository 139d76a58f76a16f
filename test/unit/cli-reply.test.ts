// `balise reply`: an answer goes to whoever is proven to have written and to nobody else, without a session; and what was not kept is never
// taken for what was not sent.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { fromBase64, toBase64 } from '../../src/crypto/encoding.ts'
import { readArmoredCertificate } from '../../src/crypto/openpgp.ts'
import type { MailboxMessage } from '../../src/protocol/mailbox.ts'
import { openMailboxMessage } from '../../src/sealing/open-mailbox.ts'
import type { Recipient } from '../../src/sealing/seal-report.ts'
import { makeAuthor, type Author } from '../browser/inbox-authors.ts'
import { reportOf, seedOf, type Seed } from '../browser/inbox-seeds.ts'
import { makeFederation, type FederatedAssociation, type Federation } from '../support/federation.ts'
import { startInventedHouse, TODAY, type InventedHouse } from '../support/invented-house.ts'
import { runHere } from '../support/run-here.ts'

const WORDS = 'Nous vous lisons.'
const [TOLD, MOVED, GONE, TORN, SILENT] = ['100', '101', '103', '105', '108']

let federation: Federation
let ours: FederatedAssociation
let recipient: Recipient
let teller: Author
let next: Author
let seeds: Seed[]
let folder: string
let house: InventedHouse

beforeAll(async () => {
  federation = await makeFederation()
  ours = federation.associations[0] as FederatedAssociation
  const { association, fingerprint } = ours
  const certificate = await readArmoredCertificate(ours.certificate)
  recipient = { association, fingerprint, certificate: toBase64(certificate?.write() ?? new Uint8Array()) }
  const people = await Promise.all(Array.from({ length: 7 }, () => makeAuthor(recipient)))
  const [one, moved, gone, torn, two, three, four] = people as [
    Author,
    Author,
    Author,
    Author,
    Author,
    Author,
    Author,
  ]
  ;[teller, next] = [one, two]
  seeds = await Promise.all([
    teller.report('Ils étaient trois.', '2026-11-20'),
    moved.report('Avant.', '2026-11-10'),
    moved.newCode(next, '2026-11-12'),
    gone.report('Je retire.', '2026-11-18'),
    gone.withdrawal('2026-11-19'),
    torn.report('Deux codes.', '2026-11-10'),
    torn.newCode(three, '2026-11-12'),
    torn.newCode(four, '2026-11-13'),
    seedOf(reportOf('Sans code.'), recipient, '2026-11-17'),
  ])
  folder = await mkdtemp(join(tmpdir(), 'balise-reply-'))
  await writeFile(join(folder, 'key.asc'), ours.secretKey)
  await writeFile(join(folder, 'words.txt'), `${WORDS}\n`)
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(async () => {
  house = await startInventedHouse(federation, ours, seeds)
})
afterEach(() => house.stop())

const reply = (...args: string[]) =>
  runHere(['reply', ...args, '--server', house.origin, '--key', join(folder, 'key.asc')], ours.passphrase, {
    XDG_STATE_HOME: folder,
  })
const withWords = (id: string, ...more: string[]) =>
  reply(id, '--text-file', join(folder, 'words.txt'), ...more)
const asked = (path: string) => house.received.filter((each) => each.path === path)
const letters = (): MailboxMessage[] => asked('/api/mailbox-messages').map(({ body }) => JSON.parse(body))

describe('an answer', () => {
  it('opens with the person’s code as the association’s, and its copy, its record and its receipt are kept', async () => {
    const sent = await withWords(
      TOLD,
      '--ask',
      'transfer',
      '--to',
      federation.associations[1]?.association ?? '',
    )
    expect(sent).toEqual({ exit: 0, output: 'answered\n', errors: '' })
    const [letter] = letters()
    expect(letter?.mailbox).toBe(teller.keys.mailbox)
    expect(
      await openMailboxMessage(fromBase64(letter?.sealed ?? '') ?? new Uint8Array(), teller.keys, [
        recipient,
      ]),
    ).toMatchObject({
      kind: 'answer',
      trust: 'signed',
      contents: { text: WORDS, writtenOn: TODAY, asking: { for: 'transfer' } },
    })
    expect(asked('/api/copies').length).toBe(1)
    expect(house.records.length).toBe(1)
    expect(asked('/api/acknowledgements').map(({ body }) => JSON.parse(body))).toEqual([
      { envelopes: [TOLD] },
    ])
  })

  it('leaves without the session, and nothing of it is said in the clear', async () => {
    await withWords(TOLD)
    for (const { headers } of asked('/api/mailbox-messages')) expect(headers.cookie).toBeUndefined()
    expect(JSON.stringify(house.received)).not.toContain(WORDS)
  })

  it('may be piped in', async () => {
    const typed = vi
      .spyOn(process, 'stdin', 'get')
      .mockReturnValue(Readable.from([Buffer.from(WORDS)]) as typeof process.stdin)
    expect(await reply(TOLD, '--text-file', '-')).toMatchObject({ exit: 0, output: 'answered\n' })
    typed.mockRestore()
    expect(letters().length).toBe(1)
  })

  it('goes to the newest code that is proven', async () => {
    expect(await withWords(MOVED)).toMatchObject({ exit: 0 })
    expect(letters()[0]?.mailbox).toBe(next.keys.mailbox)
  })

  it.each([
    [GONE, 'The person withdrew'],
    [TORN, 'neither is answered'],
    [SILENT, 'took no return code'],
    ['999', 'no case of that number'],
  ])('is not written to %s: %s', async (id, words) => {
    const sent = await withWords(id)
    expect(sent).toMatchObject({ exit: 1, output: '' })
    expect(sent.errors).toContain(words)
    expect(letters()).toEqual([])
  })

  it('goes once more, the same, when no answer came', async () => {
    let lost = false
    house.instead = ({ path }) => {
      if (path !== '/api/mailbox-messages' || lost) return null
      lost = true
      return undefined
    }
    expect(await withWords(TOLD)).toMatchObject({ exit: 0 })
    const [first, second] = asked('/api/mailbox-messages')
    expect(second?.body).toBe(first?.body)
    expect(second?.headers['proof']).toBe(first?.headers['proof'])
  })

  it('is not said to have left without a receipt of its very bytes', async () => {
    house.instead = ({ path }) =>
      path === '/api/mailbox-messages' ? { status: 202, body: { accepted: 'a'.repeat(64) } } : null
    const sent = await withWords(TOLD)
    expect(sent).toMatchObject({ exit: 1, output: '' })
    expect(sent.errors).toContain('The receipt is not for what was sent')
    expect(asked('/api/copies')).toEqual([])
  })

  it('that left and whose copy is not kept is not to be sent again', async () => {
    house.instead = ({ path }) =>
      path === '/api/copies' ? { status: 503, body: { error: 'storage-unavailable' } } : null
    const sent = await withWords(TOLD)
    expect(sent).toMatchObject({ exit: 1, output: 'answered\n' })
    expect(sent.errors).toContain('do not send it again')
    expect(sent.errors).toContain('its copy')
    expect(house.records.length).toBe(1)
  })
})

describe('a case that is declined', () => {
  it('is told so after the words, and its file and record say so', async () => {
    expect(await withWords(TOLD, '--decline')).toEqual({
      exit: 0,
      output: 'answered\ndeclined\n',
      errors: '',
    })
    const told = asked('/api/acknowledgements').map(({ body }) => JSON.parse(body))
    expect(told.at(-1)).toEqual({ envelopes: expect.arrayContaining([TOLD]), standing: 'declined' })
    expect(asked('/api/cases').filter(({ method }) => method === 'POST').length).toBe(1)
    expect(house.records.length).toBe(3)
  })

  it('needs no words, and no code', async () => {
    expect(await reply(SILENT, '--decline')).toMatchObject({ exit: 0, output: 'declined\n' })
    expect(letters()).toEqual([])
  })

  it('is told nothing where the team’s own file could not be written', async () => {
    house.instead = ({ path, method }) =>
      path === '/api/cases' && method === 'POST'
        ? { status: 503, body: { error: 'storage-unavailable' } }
        : null
    const declined = await reply(SILENT, '--decline')
    expect(declined.exit).toBe(1)
    expect(asked('/api/acknowledgements')).toEqual([])
  })
})

it.each([
  [[], 'needs CASE-ID'],
  [[TOLD], 'Give --text-file, --ask or --decline'],
  [[TOLD, '--ask', 'money'], '--ask is files or transfer'],
  [[TOLD, '--ask', 'transfer'], '--ask transfer and --to NAME go together'],
  [[TOLD, '--to', 'refuge-nord'], '--ask transfer and --to NAME go together'],
  [[TOLD, '--text-file', '/nowhere/words'], 'There is no file'],
])('%j is refused before anything is asked: %s', async (args, words) => {
  const sent = await reply(...args)
  expect(sent).toMatchObject({ output: '' })
  expect(sent.exit).toBeGreaterThan(0)
  expect(sent.errors).toContain(words)
  expect(house.received).toEqual([])
})

it('an empty or endless answer is refused, and a transfer to nobody, or to itself', async () => {
  const path = join(folder, 'other.txt')
  await writeFile(path, ' \n')
  expect((await reply(TOLD, '--text-file', path)).errors).toContain('nothing in the answer')
  await writeFile(path, 'a'.repeat(100_000))
  expect((await reply(TOLD, '--text-file', path)).errors).toContain('too long')
  for (const to of ['nobody', ours.association]) {
    expect((await reply(TOLD, '--ask', 'transfer', '--to', to)).errors).toContain('no other association')
  }
  expect(letters()).toEqual([])
})
