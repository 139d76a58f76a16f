// Associations that never want a key in a browser: with keys that only GnuPG holds they log in, read, write about a case and answer; the
// workspace reads what they wrote, and whoever is answered sees whose answer it is.
import { createPrivateKey } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { makeKeyKeeper, handsOf } from '../../src/client/inbox/key-keeper.ts'
import { toBase64Url, utf8 } from '../../src/crypto/encoding.ts'
import { fingerprintOf, readSecretKey, unlock, type PrivateKey } from '../../src/crypto/openpgp.ts'
import type { ReturnKeys } from '../../src/crypto/return-keys.ts'
import type { SealingEntry } from '../../src/directory/directory.ts'
import { sealingEntries } from '../../src/directory/sealing-entries.ts'
import { verifyKeys } from '../../src/directory/verify-directory.ts'
import { dayOf } from '../../src/protocol/day.ts'
import type { Report } from '../../src/protocol/report.ts'
import { makeCaseKeeping } from '../../src/sealing/case-keeping.ts'
import { openMailboxMessage, type OpenedMessage } from '../../src/sealing/open-mailbox.ts'
import { replyOf } from '../../src/sealing/reply.ts'
import { sealReport } from '../../src/sealing/seal-report.ts'
import { makeAuthor } from '../support/authors.ts'
import { casesOf } from '../support/case-writer.ts'
import { consentsTo } from '../support/consents.ts'
import { makeFederation, unlockedKeyOf } from '../support/federation.ts'
import type { Ended } from '../support/run-balise.ts'
import { runHere } from '../support/run-here.ts'
import { holderOf, solvedProof, submit } from '../support/servers/correspondence.ts'
import { wholeMailbox } from '../support/servers/mailbox-correspondence.ts'
import { startNodeServer } from '../support/servers/node-process.ts'
import type { RunningServer } from '../support/servers/running-server.ts'
import { foundTeam, makeTeam, personOf, signInAs, teamState, type TeamPerson } from '../support/team-maker.ts'
import { liveTest } from './live-test.ts'
import { exportFromGpg, gpgUnattended, openBench, type Bench } from './tools.ts'

const TEAM = 'ecoute-sud'
const ALONE = 'refuge-nord'
const TOLD = 'Ils étaient trois. \u001b[2J\u202e'

let server: RunningServer
let entries: SealingEntry[]
let folder: string
const benches: Bench[] = []

beforeAll(async () => {
  const federation = await makeFederation({ associations: [TEAM, ALONE] })
  server = await startNodeServer({ federation })
  const keys = await verifyKeys(federation.directory, Date.now())
  if (!keys.ok) throw new Error(keys.reason)
  entries = sealingEntries(federation.directory, keys.value)
  folder = await mkdtemp(join(tmpdir(), 'balise-tools-'))
})
afterAll(async () => {
  for (const bench of benches) bench.close()
  await server.stop()
  await rm(folder, { recursive: true })
})

/** A home for GnuPG, and a way to run balise with it and with a place of its own for sessions. */
function openHome(association: string): { bench: Bench; balise: (...args: string[]) => Promise<Ended> } {
  const bench = openBench()
  benches.push(bench)
  const state = join(folder, association)
  const balise = (...args: string[]) =>
    runHere([...args, '--server', server.origin, '--association', association], undefined, {
      GNUPGHOME: bench.folder,
      XDG_STATE_HOME: state,
    })
  return { bench, balise }
}

/** Someone tells an association what happened, and can be answered. */
async function tell(association: string): Promise<ReturnKeys> {
  const author = await makeAuthor()
  const report: Report = {
    locale: 'fr',
    account: { role: 'victim', acts: ['theft'] },
    narrative: TOLD,
    identifiers: [],
  }
  const consents = consentsTo(...entries.filter((entry) => entry.association === association))
  const code = { reply: replyOf(author), links: author.links }
  const sealed = await sealReport(report, consents, entries, dayOf(Date.now()), undefined, code)
  if (!sealed.ok) throw new Error(sealed.reason)
  expect((await submit(server, sealed.value.body, solvedProof(server))).status).toBe(202)
  return author
}

/** What is in someone's mailbox, opened as their own page opens it. */
async function mailOf(author: ReturnKeys): Promise<OpenedMessage[]> {
  const { auth, write, mailbox } = author
  const key = createPrivateKey({
    format: 'jwk',
    key: { kty: 'OKP', crv: 'Ed25519', d: toBase64Url(auth.secret), x: toBase64Url(auth.public) },
  })
  const { items } = await wholeMailbox(server, { mailbox, key, auth: auth.public, write })
  return Promise.all(items.map(({ sealed }) => openMailboxMessage(sealed, author, entries)))
}

const caseIn = ({ output }: Ended): string => /^\d+/.exec(output)?.[0] ?? ''

/** When a signature inside a message says that it was made, in seconds, as gpg reads it. */
function madeAt(bench: Bench, [message]: readonly OpenedMessage[]): number {
  const signature = typeof message === 'object' && message.kind === 'answer' ? message.contents.signature : ''
  const packets = bench.must('gpg', ['--batch', '--list-packets', bench.file('answer.sig', signature)])
  return Number(/created (\d+)/.exec(packets.toString())?.[1])
}

liveTest(
  ['gpg'],
  'a member’s key made by gpg as it does by default logs in once, pulls, writes about a case and answers',
  async () => {
    const { bench, balise } = openHome(TEAM)
    const making = [
      '--quick-gen-key',
      'Camille Test <camille@exemple.test>',
      'future-default',
      'default',
      'never',
    ]
    bench.must('gpg', [...gpgUnattended(''), ...making])
    const camille = await personIn(bench)
    const team = [...(await makeTeam()), camille]
    await foundTeam(server, TEAM, team)
    const author = await tell(TEAM)

    expect(await balise('case', 'list')).toMatchObject({ exit: 1, output: '' })
    expect(await balise('login', '--gpg', camille.fingerprint)).toMatchObject({ exit: 0, errors: '' })
    const [kept = ''] = await readdir(join(folder, TEAM, 'balise'))
    const path = join(folder, TEAM, 'balise', kept)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readFile(path, 'utf8')).not.toContain('PRIVATE')

    const sessions = () => server.query('select * from sessions')
    const before = (await sessions()).length
    const out = join(folder, 'pulled')
    expect(await balise('inbox', 'pull', '--out', out)).toMatchObject({ exit: 0, errors: '' })
    const [name = ''] = await readdir(out)
    expect(await readFile(join(out, name), 'utf8')).toContain('Ils étaient trois.')

    const listed = await balise('case', 'list')
    expect(listed).toMatchObject({ exit: 0, errors: '' })
    expect(listed.output).toMatch(/^\d+ +\d{4}-\d\d-\d\d +received, new +- +Theft\n$/)
    const id = caseIn(listed)
    const note = bench.file('note.txt', 'Rappeler jeudi, pas avant 18 h.')
    const set = await balise(
      'case',
      'set',
      id,
      '--state',
      'accepted',
      '--assignee',
      'me',
      '--tag',
      'coco',
      '--note-file',
      note,
      '--task',
      'Écrire',
      '--due',
      '2027-01-08',
    )
    expect(set).toMatchObject({ exit: 0, errors: '', output: `case ${id}: accepted, new\n` })

    const text = bench.file('answer.txt', 'Nous vous lisons.\n')
    const replied = await balise('reply', id, '--text-file', text, '--ask', 'files')
    expect(replied).toMatchObject({ exit: 0, errors: '', output: 'answered\n' })
    // None of these opened another session, and none ended the one that is kept.
    expect((await sessions()).length).toBe(before)

    const shown = await balise('case', 'show', id)
    expect(shown).toMatchObject({ exit: 0, errors: '' })
    for (const words of [
      'who has it: Camille',
      '  | Ils étaient trois. <U+001B>[2J<U+202E>',
      '  | Rappeler jeudi',
      'keywords: coco',
      'by 2027-01-08',
      'your association answered, and asks for files',
      '  | Nous vous lisons.',
    ])
      expect(shown.output).toContain(words)
    expect(shown.output).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
    const data = await balise('case', 'show', id, '--json')
    expect(JSON.parse(data.output)).toMatchObject({
      id,
      state: 'accepted',
      new: false,
      report: { narrative: TOLD },
    })
    for (const secret of [replyOf(author).write, 'sessionKey', 'mailbox'])
      expect(data.output).not.toContain(secret)

    // As the workspace of someone else of the team reads it.
    const officer = personOf(team, 'officer')
    const keeper = makeKeyKeeper(entries)
    expect(await keeper.unlock(officer.key.armor(), '', TEAM)).toMatchObject({ ok: true })
    const cookie = await signInAs(server, TEAM, officer)
    expect(await keeper.enter(await teamState(server, cookie))).toMatchObject({ ok: true })
    const { cases } = await casesOf(server, cookie)
    const read = await Promise.all(
      cases.map((each) => makeCaseKeeping(() => handsOf(keeper.kept())).open(each)),
    )
    expect(read).toMatchObject([
      {
        ok: true,
        value: {
          by: camille.fingerprint,
          work: {
            assignee: camille.fingerprint,
            tags: ['coco'],
            notes: [{ text: 'Rappeler jeudi, pas avant 18 h.' }],
          },
        },
      },
    ])

    const mail = await mailOf(author)
    expect(mail).toMatchObject([
      { kind: 'answer', trust: 'signed', contents: { text: 'Nous vous lisons.', asking: { for: 'files' } } },
    ])

    // A server that gives another book can withhold names, and nothing else.
    await server.query("update team_books set bytes = x'00' where association = ?", [TEAM])
    const nameless = await balise('case', 'show', id)
    expect(nameless).toMatchObject({ exit: 0, errors: '' })
    expect(nameless.output).toContain(`who has it: ${camille.fingerprint}`)

    expect(await balise('logout')).toMatchObject({ exit: 0, output: 'signed out\n' })
    expect(await readdir(join(folder, TEAM, 'balise'))).toEqual([])
    expect((await sessions()).length).toBe(before)
  },
)

liveTest(
  ['gpg'],
  'an association without a team, whose key is in GnuPG only, answers, tells no instant, and declines',
  async () => {
    const { bench, balise } = openHome(ALONE)
    const holder = holderOf(server, ALONE)
    const { fingerprint } = holder
    const open = (await unlockedKeyOf(holder)).armor()
    bench.must('gpg', [...gpgUnattended(''), '--import'], open)
    const author = await tell(ALONE)

    const key = ['--gpg', fingerprint]
    const id = caseIn(await balise('case', 'list', ...key))
    const replied = await balise(
      'reply',
      id,
      '--text-file',
      bench.file('a.txt', 'Nous sommes complets.'),
      '--decline',
      ...key,
    )
    expect(replied).toMatchObject({ exit: 0, errors: '', output: 'answered\ndeclined\n' })

    const mail = await mailOf(author)
    expect(mail).toMatchObject([
      { kind: 'answer', trust: 'signed', contents: { text: 'Nous sommes complets.' } },
    ])
    const listed = bench.must('gpg', ['--with-colons', '--list-secret-keys', fingerprint]).toString()
    const created = Number(/^sec:(?:[^:]*:){4}(\d+)/m.exec(listed)?.[1])
    expect(madeAt(bench, mail)).toBe(Math.max(created, Date.parse(dayOf(Date.now())) / 1000))

    const data = await balise('case', 'list', '--json', ...key)
    expect(JSON.parse(data.output)).toMatchObject([{ id, state: 'declined', new: false }])
    const again = await balise('reply', id, '--decline', ...key)
    expect(again).toMatchObject({ exit: 1, output: '' })
    expect(again.errors).toContain('declined already')
    const file = await balise('case', 'show', id, '--json', ...key)
    expect(JSON.parse(file.output)).toMatchObject({ messages: [{ kind: 'answer', trust: 'trusted' }] })
    // Nothing was kept of a session that nobody asked to keep.
    await expect(readdir(join(folder, ALONE))).rejects.toThrow('ENOENT')
  },
)

async function personIn(bench: Bench): Promise<TeamPerson> {
  const read = await readSecretKey(utf8(exportFromGpg(bench, '').secretKey))
  const key = read && (await unlock(read, ''))
  if (!key?.ok) throw new Error('a key that gpg made without a passphrase opens')
  const open: PrivateKey = key.value
  return { name: 'Camille', role: 'member', key: open, fingerprint: fingerprintOf(open) }
}
