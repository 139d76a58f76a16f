// `balise case`: what is asked wrongly is refused before anything is opened; what others wrote meanwhile is kept; what a stranger wrote never
// drives the terminal.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { toBase64 } from '../../src/crypto/encoding.ts'
import { readArmoredCertificate } from '../../src/crypto/openpgp.ts'
import type { CasePost } from '../../src/protocol/case-file.ts'
import type { Recipient } from '../../src/sealing/seal-report.ts'
import { authorWith, makeAuthor, type Author } from '../browser/inbox-authors.ts'
import { reportOf, seedOf, type Seed } from '../browser/inbox-seeds.ts'
import { makeFederation, type FederatedAssociation, type Federation } from '../support/federation.ts'
import { startInventedHouse, TODAY, type InventedHouse } from '../support/invented-house.ts'
import { runHere } from '../support/run-here.ts'

const HOSTILE = `Ils étaient trois.\r\u001b]0;titre\u0007\u001b[2J\u202eesrever\nnote of 2026-11-20, Camille:\u2028${'a '.repeat(90)}`
const FORGED = 'Retrouvez-moi seul, ce soir.'
const [TOLD, MORE, GONE, SILENT] = ['100', '101', '103', '105']

let federation: Federation
let ours: FederatedAssociation
let recipient: Recipient
let teller: Author
let seeds: Seed[]
let folder: string
let house: InventedHouse

beforeAll(async () => {
  federation = await makeFederation()
  ours = federation.associations[0] as FederatedAssociation
  const { association, fingerprint } = ours
  const certificate = await readArmoredCertificate(ours.certificate)
  recipient = { association, fingerprint, certificate: toBase64(certificate?.write() ?? new Uint8Array()) }
  teller = await makeAuthor(recipient)
  const gone = await makeAuthor(recipient)
  const forger = await authorWith({ ...gone.keys, links: teller.keys.links }, recipient)
  seeds = await Promise.all([
    teller.report(HOSTILE, '2026-11-20'),
    teller.followUp('Je me souviens de la plaque.', '2026-11-21'),
    forger.followUp(FORGED, '2026-11-22'),
    gone.report('Je retire.', '2026-11-18'),
    gone.withdrawal('2026-11-19'),
    seedOf(
      reportOf('Sans code.', { account: { acts: ['theft', 'threats'], role: 'witness' } }),
      recipient,
      '2026-11-17',
    ),
  ])
  folder = await mkdtemp(join(tmpdir(), 'balise-cases-'))
  await writeFile(join(folder, 'key.asc'), ours.secretKey)
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(async () => {
  house = await startInventedHouse(federation, ours, seeds)
})
afterEach(() => house.stop())

const balise = (...args: string[]) =>
  runHere([...args, '--server', house.origin, '--key', join(folder, 'key.asc')], ours.passphrase, {
    XDG_STATE_HOME: folder,
  })
const bodies = (path: string): unknown[] =>
  house.received
    .filter((each) => each.path === path && each.method === 'POST')
    .map(({ body }) => JSON.parse(body))
const fileOf = async (id: string) => JSON.parse((await balise('case', 'show', id, '--json')).output)

describe('someone who lists the cases', () => {
  it('sees each once, the newest first, with where it stands and what it is about', async () => {
    await balise('case', 'set', SILENT, '--assignee', 'me', '--aside', 'test')
    const { exit, output, errors } = await balise('case', 'list')
    expect({ exit, errors }).toEqual({ exit: 0, errors: '' })
    expect(output.split('\n').map((row) => row.split(/ {2,}/))).toEqual([
      [TOLD, '2026-11-21', 'received, new', '-', 'No act named'],
      [GONE, '2026-11-19', 'withdrawn, new', '-', 'No act named'],
      [SILENT, '2026-11-17', 'received, new, set aside', ours.fingerprint, 'Theft, Threats, I saw it happen'],
      [''],
    ])
  })

  it('is told when what is written about a case cannot be believed, and its report is still there', async () => {
    const post = async () => {
      await balise('case', 'set', TOLD, '--tag', 'coco')
      return bodies('/api/cases')[0] as CasePost
    }
    const { sealed } = await post()
    const swapped = {
      cases: [{ case: SILENT, revision: 1, sealed }],
      next: null,
      head: { number: 1, digest: null },
    }
    house.instead = ({ path, method }) =>
      path.startsWith('/api/cases') && method === 'GET' ? { body: swapped } : null
    const listed = await balise('case', 'list')
    expect(listed.exit).toBe(0)
    expect(listed.output).toContain(SILENT)
    expect(listed.errors).toContain('signed by nobody of the team, or does not open')
    const set = await balise('case', 'set', SILENT, '--tag', 'x')
    expect(set).toMatchObject({ exit: 1, output: '' })
    expect(set.errors).toContain('Nothing was changed')
  })
})

describe('someone who reads a case', () => {
  it('reads plain text behind a bar, and what would drive the terminal as its code', async () => {
    const { exit, output, errors } = await balise('case', 'show', TOLD)
    expect({ exit, errors }).toEqual({ exit: 0, errors: '' })
    expect(output).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
    expect(output).toContain(
      '  | Ils étaient trois.<U+000D><U+001B>]0;titre<U+0007><U+001B>[2J<U+202E>esrever\n',
    )
    expect(output).toContain('\n  | note of 2026-11-20, Camille:<U+2028>a a')
    expect(output.split('\n').filter((line) => line.startsWith('note of'))).toEqual([])
    expect(
      Math.max(
        ...output
          .split('\n')
          .filter((line) => line.startsWith('  |'))
          .map((line) => line.length),
      ),
    ).toBeLessThan(81)
    expect(output).toContain('2026-11-21 the person wrote\n  | Je me souviens de la plaque.')
  })

  it('is not shown what nobody is proven to have written, unless they ask', async () => {
    const shown = await balise('case', 'show', TOLD)
    expect(shown.output).toContain('2026-11-22 NOT PROVEN (follow-up)')
    expect(shown.output).not.toContain(FORGED)
    expect((await balise('case', 'show', TOLD, '--unproven')).output).toContain(`  | ${FORGED}`)
    expect(await fileOf(TOLD)).toMatchObject({
      messages: [{ trust: 'trusted' }, { trust: 'forged', text: FORGED }],
    })
  })

  it('gets JSON that holds the very words and nothing that opens or answers', async () => {
    const { output } = await balise('case', 'show', TOLD, '--json')
    expect(output).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
    expect(JSON.parse(output)).toMatchObject({
      id: TOLD,
      canBeAnswered: true,
      report: { narrative: HOSTILE },
    })
    expect(output).not.toContain(toBase64(teller.keys.write))
    expect(output).not.toContain(teller.keys.mailbox)
    expect(output).not.toContain('signature')
  })

  it('is told of a withdrawal before anything else', async () => {
    const { output } = await balise('case', 'show', GONE)
    expect(output.split('\n')[2]).toContain('The person withdrew on 2026-11-19')
  })

  it('is led from a message to its case, and told when there is none', async () => {
    expect((await balise('case', 'show', MORE)).errors).toContain(`within another case: ${TOLD}`)
    expect((await balise('case', 'show', '999')).errors).toContain('no case of that number')
    expect((await balise('case', 'show')).errors).toContain('balise case show needs CASE-ID')
    expect((await balise('case', 'show', TOLD, SILENT)).errors).toContain('takes one CASE-ID and options')
  })
})

describe('someone who writes about a case', () => {
  it('is understood in every option, and each change has its line in the record', async () => {
    await writeFile(join(folder, 'note.txt'), '  Rappeler jeudi.\n')
    const set = await balise(
      'case',
      'set',
      TOLD,
      '--state',
      'accepted',
      '--assignee',
      'me',
      '--tag',
      'coco',
      '--tag',
      'gare',
      '--untag',
      'coco',
      '--note-file',
      join(folder, 'note.txt'),
      '--task',
      'Écrire',
      '--due',
      '2026-12-24',
      '--aside',
      'none',
    )
    expect(set).toEqual({ exit: 0, output: `case ${TOLD}: accepted, new\n`, errors: '' })
    expect(await fileOf(TOLD)).toMatchObject({
      state: 'accepted',
      assignee: ours.fingerprint,
      tags: ['gare'],
      aside: null,
      notes: [{ by: ours.fingerprint, on: TODAY, text: 'Rappeler jeudi.' }],
      tasks: [{ by: ours.fingerprint, text: 'Écrire', due: '2026-12-24', done: null }],
    })
    expect(house.records.length).toBe(bodies('/api/cases').length)
  })

  it('writes on top of what someone else wrote in the meantime', async () => {
    let overtaken = false
    house.instead = ({ path, method }) => {
      if (path !== '/api/cases' || method !== 'POST' || overtaken) return null
      overtaken = true
      return { status: 409, body: { error: 'case-changed' } }
    }
    expect(await balise('case', 'set', TOLD, '--tag', 'coco')).toMatchObject({ exit: 0 })
    expect(await fileOf(TOLD)).toMatchObject({ tags: ['coco'] })
  })

  it('says what was kept before something failed', async () => {
    house.instead = ({ path, method }) =>
      path === '/api/cases' && method === 'POST' && house.records.length === 1
        ? { status: 503, body: { error: 'storage-unavailable' } }
        : null
    const set = await balise('case', 'set', TOLD, '--state', 'accepted', '--tag', 'coco')
    expect(set).toMatchObject({ exit: 1, output: '' })
    expect(set.errors).toContain('kept before that: --state')
  })

  it('has its author told where a case is declined', async () => {
    const set = await balise('case', 'set', SILENT, '--state', 'declined')
    expect(set).toMatchObject({ exit: 0, output: `case ${SILENT}: declined, new\n` })
    expect(bodies('/api/acknowledgements')).toEqual([{ envelopes: [SILENT], standing: 'declined' }])
    expect(house.records.length).toBe(2)
    const withdrawn = await balise('case', 'set', GONE, '--state', 'declined')
    expect(withdrawn.errors).toContain('nothing left to decline')
  })

  it('has its author told where a case is taken on, and keeps for the team what they could not be told', async () => {
    await balise('case', 'set', SILENT, '--state', 'accepted')
    expect(bodies('/api/acknowledgements')).toEqual([{ envelopes: [SILENT], standing: 'accepted' }])
    house.instead = ({ path }) =>
      path === '/api/acknowledgements' ? { status: 503, body: { error: 'storage-unavailable' } } : null
    const done = await balise('case', 'set', SILENT, '--state', 'done')
    expect(done).toMatchObject({ exit: 1, errors: expect.stringContaining('could not be told') })
    house.instead = () => null
    const again = await balise('case', 'set', SILENT, '--state', 'done')
    expect(again).toMatchObject({ exit: 0, output: expect.stringContaining('done') })
    expect(bodies('/api/acknowledgements').at(-1)).toEqual({ envelopes: [SILENT], standing: 'done' })
  })

  it.each([
    [[], 'Say what to change'],
    [['--state', 'closed'], '--state is one of received, accepted'],
    [['--aside', 'boring'], '--aside is one of'],
    [['--tag', ' '], '--tag needs a word'],
    [['--untag', 'x'.repeat(41)], '--untag needs a word'],
    [['--due', '2026-12-24'], '--due is a day such as'],
    [['--task', 'Écrire', '--due', '2026-02-30'], '--due is a day such as'],
    [['--task', 'x'.repeat(2000)], '--task is too long'],
    [['--note-file', '/nowhere/note'], 'There is no file'],
  ])('%j is refused before anything is asked: %s', async (args, words) => {
    const set = await balise('case', 'set', TOLD, ...args)
    expect(set.exit).toBeGreaterThan(0)
    expect(set.output).toBe('')
    expect(set.errors).toContain(words)
    expect(house.received).toEqual([])
  })

  it.each(['B'.repeat(40), 'Camille'])('is told that nobody of the team is %s', async (assignee) => {
    const set = await balise('case', 'set', TOLD, '--assignee', assignee)
    expect(set).toMatchObject({ exit: 1, output: '' })
    expect(set.errors).toMatch(/Nobody of the team|a whole fingerprint/)
    expect(bodies('/api/cases')).toEqual([])
  })
})
