// One case as an archive: whole, under names of ours, the same for everyone, without what must never leave or was not asked for.
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { bringFiles, MAX_ARCHIVE_FILES_BYTES } from '../../src/client/export/bring-files.ts'
import { dossierFor } from '../../src/client/export/case-archive.ts'
import { filesOf, stayingOf, type Choice } from '../../src/client/export/taken.ts'
import { textFile } from '../../src/client/export/text-file.ts'
import type { FileOpener } from '../../src/client/inbox/file-opener.ts'
import { fromUtf8, utf8, type Bytes } from '../../src/crypto/encoding.ts'
import { sha256Hex } from '../../src/crypto/sha256.ts'
import { MAX_FILE_BYTES } from '../../src/protocol/limits.ts'
import { HOSTILE } from '../support/hostile-corpus.ts'
import { archiveWith, BOMB, IMAGE, never, SENT, USUAL, usualArchive } from '../support/taken-archive.ts'
import {
  attachment,
  attachments,
  caseWith,
  messagesOf,
  reportOf,
  sayingKeys,
  SECRETS,
  takenWith,
  TAKER,
} from '../support/taken-case.ts'

let zip: Bytes
let files: Record<string, Uint8Array>
const unpacked = (path: string): Uint8Array => files[path] ?? new Uint8Array()
const textOf = (path: string): string => fromUtf8(unpacked(path))
const json = (path: string) => JSON.parse(textOf(path))

beforeAll(async () => {
  zip = await usualArchive()
  files = unzipSync(zip)
})

describe('the archive', () => {
  it('says of each file what it is, and which are not there', () => {
    const manifest = json('manifeste.json')
    expect(manifest.files).toEqual(
      Object.entries(files)
        .filter(([path]) => path !== 'manifeste.json')
        .map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256Hex(bytes) })),
    )
    expect(manifest.missing).toEqual([
      { name: 'piece-3.pdf', bytes: 4, sha256: sha256Hex(utf8('lost')), reason: 'gone' },
      { name: 'piece-4.jpg', bytes: 5, sha256: 'c'.repeat(64), reason: 'gone' },
    ])
    expect(manifest).toMatchObject({
      association: 'ecoute-sud',
      case: '1234567890123456',
      exportedOn: '2026-11-22',
      exportedBy: 'A'.repeat(40),
      leftOut: ['contact', 'work'],
    })
  })

  it('has the same bytes whenever and wherever it is made', async () => {
    const again = await usualArchive()
    expect(sha256Hex(again)).toBe(sha256Hex(zip))
  })

  it('holds a bomb as the bytes it is, unopened and under a name that opens nothing', () => {
    expect(sha256Hex(unpacked('fichiers/piece-2.bin'))).toBe(sha256Hex(BOMB))
    expect(textOf('recit.txt')).toContain('export.disguised')
    expect(zip.length).toBeLessThan(BOMB.length + 40_000)
  })

  it('tells the report, what followed and the consent, with every value as it was opened', () => {
    const { reply: _reply, thread: _thread, contact: _contact, ...rest } = reportOf('Un récit.')
    expect(json('recit.json')).toMatchObject(rest)
    expect(
      json('suite.json').map(({ from, kind, text }: Record<string, string>) => [from, kind, text]),
    ).toEqual([
      ['author', 'follow-up', 'Un récit.'],
      ['association', 'answer', 'Un récit.'],
      ['author', 'follow-up', ''],
      ['author', 'new-code', ''],
    ])
    expect(json('suite.json')[0].files).toMatchObject([{ name: 'piece-4.jpg', sha256: 'c'.repeat(64) }])
    expect(json('consentement.json')).toEqual({
      ...rest.consent,
      writtenOn: '2026-11-19',
      receivedOn: '2026-11-20',
      locale: 'fr',
      later: [{ receivedOn: '2026-11-21', to: 'autre', answer: 'yes' }],
    })
    expect(textOf('recit.html')).toContain(sha256Hex(unpacked('recit.json')))
  })

  it('never holds what opens a file, keeps it, or writes to its author; nor what nobody is proven to have said', async () => {
    const whole = await archiveWith(takenWith('Un récit.', { report: { attachments: SENT } }))
    for (const archive of [zip, whole]) {
      const text = Buffer.from(archive).toString('latin1')
      for (const secret of [...SECRETS, 'a'.repeat(32), 'b'.repeat(32), 'CCCC', 'FAUX'])
        expect(text).not.toContain(secret)
    }
  })
})

describe('what is not ticked', () => {
  const holds = async (chosen: readonly Choice[], text: string): Promise<boolean> => {
    const taken = takenWith('Un récit.', {
      chosen,
      report: {
        attachments: SENT,
        contact: { channel: 'phone', value: '07 99 99 99 99', say: 'Dites Sam' },
        identifiers: [{ type: 'phone', value: '+33611111111', recognised: true }],
        about: { ageBand: '26-plus' as never },
      },
    })
    return Buffer.from(await archiveWith(taken))
      .toString('latin1')
      .includes(text)
  }

  it.each([
    ['contact', '07 99 99 99 99'],
    ['contact', 'Dites Sam'],
    ['work', 'NOTE Un'],
    ['work', 'travail.json'],
    ['identifiers', '+33611111111'],
    ['about', '26-plus'],
    ['exchanges', 'suite.json'],
    ['files', 'fichiers/piece-1.jpg'],
    ['originals', 'piece-1-original'],
  ] as const)('%s stays, with every word of it: %s', async (choice, text) => {
    const others = [...USUAL, 'originals', 'contact', 'work'].filter((each) => each !== choice) as Choice[]
    expect(await holds(others, text)).toBe(false)
    expect(await holds([...others, choice], text)).toBe(true)
  })
})

describe('files of any name', () => {
  it('lie under names of ours, each its own', () => {
    const named = Object.values(HOSTILE).map((name) => attachment({ name }))
    const twice = [attachment({ name: 'piece-1.jpg' }), attachment({ name: 'piece-1.png', kind: 'png' })]
    const originals = twice.map((each) => ({
      ...each,
      name: `${each.name}-original`,
      original: true as const,
    }))
    const sent = attachments(...named, ...twice, ...originals)
    const taken = takenWith('', { report: { attachments: sent } })
    const names = filesOf(taken).flatMap(({ files }) => files.map(({ name }) => name))
    for (const name of names) expect(name).toMatch(/^piece-[1-9]\d?(?:-original)?\.(?:jpg|png)$/)
    const stems = names.map((name) => name.slice(0, name.lastIndexOf('.')))
    expect(new Set(stems).size).toBe(named.length + 4 + 1)
  })

  it('are brought until there are as many bytes as a page can hold; the rest is said to be missing', async () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      attachment({ name: `piece-${index + 1}.jpg`, bytes: MAX_FILE_BYTES, sha256: String(index) }),
    )
    const asked: string[] = []
    const opener: FileOpener = {
      open: async ({ sha256 }) => {
        asked.push(sha256)
        return { ok: true, value: { bytes: IMAGE, asSaid: true } }
      },
    }
    const files = many.map((each) => ({ name: each.name, attachment: each }))
    const brought = await bringFiles(files, opener, () => {}, never)
    const most = Math.floor(MAX_ARCHIVE_FILES_BYTES / MAX_FILE_BYTES)
    expect(asked).toHaveLength(most)
    expect(brought.ok && brought.value.missing.map(({ reason }) => reason)).toEqual(
      Array.from({ length: many.length - most }, () => 'too-much'),
    )
  })

  it('that are stopped on their way leave no archive', async () => {
    const stopping = new AbortController()
    const opener: FileOpener = {
      open: async () => {
        stopping.abort()
        return { ok: false, reason: 'stopped' }
      },
    }
    const files = [{ name: 'piece-1.jpg', attachment: attachment() }]
    expect(await bringFiles(files, opener, () => {}, stopping.signal)).toEqual({
      ok: false,
      reason: 'stopped',
    })
  })
})

describe('a case stays', () => {
  const report = reportOf('x')
  const thread = caseWith(report).thread
  it.each([
    [
      'when its author took their consent back',
      caseWith(report, [], { thread: thread && { ...thread, withdrawnOn: '2026-11-21' } }),
      'withdrawn',
    ],
    [
      'past the term of its permission',
      caseWith(reportOf('x', { consent: { ...report.consent, until: '2026-11-21' } })),
      'ended',
    ],
    ['while a withdrawal may still arrive', caseWith(report, [], { thread: null }), 'arriving'],
  ] as const)('%s', (_, each, reason) => {
    expect(stayingOf(each, '2026-11-22')).toBe(reason)
  })

  it('no longer than that: on its last day it may leave', () => {
    const last = reportOf('x', { consent: { ...report.consent, until: '2026-11-22' } })
    expect(stayingOf(caseWith(last), '2026-11-22')).toBeNull()
  })
})

test('the dossier has each answer under its question, says what was left out, and counts what is unproven', async () => {
  const taken = takenWith('Il faisait nuit.', { chosen: USUAL })
  const text = fromUtf8(textFile(await dossierFor(taken, TAKER, filesOf(taken), null, sayingKeys())))
  for (const part of [
    'fields.acts\n  acts.theft\n  acts.insults\n',
    '  | Il faisait nuit.\n',
    'export.leftOut\n  export-choice.originals\n  export-choice.contact\n  export-choice.work\n',
    'export.unproven\n  1\n',
  ]) {
    expect(text).toContain(part)
  }
  expect(text).not.toContain('letter.contact')
})

test('an answer that left a moment ago is in what is taken, once', async () => {
  const taken = takenWith('x')
  const [, known] = messagesOf('Déjà là.')
  const answer = {
    kind: 'answer',
    version: 1,
    association: 'ecoute-sud',
    thread: 'a',
    writtenOn: '2026-11-22',
    text: 'À l’instant.',
  } as const
  const sent = [
    { answer: { ...answer, message: '9' }, owed: null },
    { answer: { ...answer, message: known?.contents.message ?? '' }, owed: null },
  ]
  const archive = await archiveWith({ ...taken, sent })
  expect(Buffer.from(archive).toString('utf8').split('À l’instant.')).toHaveLength(1 + 3)
})
