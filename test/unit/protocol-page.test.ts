// docs/protocol.md is what the code does: every endpoint, error code, limit and list of answers, with nothing forgotten and nothing more.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Directory } from '../../src/directory/directory.ts'
import { Card } from '../../src/protocol/card.ts'
import { AuditRecord, CaseFile, CasePage, CasePost } from '../../src/protocol/case-file.ts'
import { Erasure, StatusQuestion, TokenChange } from '../../src/protocol/envelope-status.ts'
import { ERROR_CODES } from '../../src/protocol/error-codes.ts'
import { Acknowledgement, InboxPage, SignIn } from '../../src/protocol/inbox.ts'
import * as limits from '../../src/protocol/limits.ts'
import { MailboxErasure, MailboxMessage, MailboxRead } from '../../src/protocol/mailbox.ts'
import { NoticeState } from '../../src/protocol/notices.ts'
import { PartHolds, UploadPermit } from '../../src/protocol/parts.ts'
import { QUESTION_NAMES, questionOf } from '../../src/protocol/questions.ts'
import { Submission } from '../../src/protocol/submission.ts'
import {
  Invitation,
  InvitationAnswer,
  OpenInvitations,
  Roster,
  TeamBook,
  TeamChange,
  TeamState,
} from '../../src/protocol/team.ts'
import { TemplateFile } from '../../src/protocol/templates.ts'
import { InboxContents, MailboxContents } from '../../src/protocol/thread.ts'
import { CONTACT_CHANNELS, IDENTIFIER_TYPES } from '../../src/protocol/vocabulary.ts'
import { FILE_KINDS } from '../../src/protocol/file-kinds.ts'
import { MAILBOX_PAGE_BYTES } from '../../src/crypto/mailbox-page.ts'
import { refuseOutright } from '../../src/server/refuse.ts'

/** What travels, sealed or not, and what is signed. */
const SCHEMAS = {
  'a submission': Submission,
  'what an association finds': InboxContents,
  'what a mailbox holds': MailboxContents,
  'a card': Card,
  'a message to a mailbox': MailboxMessage,
  'a read of one': MailboxRead,
  'an erasure of one': MailboxErasure,
  'a question where envelopes stand': StatusQuestion,
  'an erasure': Erasure,
  'a change of tokens': TokenChange,
  'a permit': UploadPermit,
  holds: PartHolds,
  'a directory': Directory,
  'signing in': SignIn,
  'an inbox': InboxPage,
  'an acknowledgement': Acknowledgement,
  'a change of a team': TeamChange,
  'a roster': Roster,
  'a team’s book': TeamBook,
  'a team': TeamState,
  'an invitation': Invitation,
  'an answer to one': InvitationAnswer,
  'open invitations': OpenInvitations,
  notices: NoticeState,
  'a case’s file': CaseFile,
  'a record': AuditRecord,
  'a revision': CasePost,
  cases: CasePage,
  templates: TemplateFile,
}

const ROOT = join(import.meta.dirname, '../..')
const page = readFileSync(join(ROOT, 'docs/protocol.md'), 'utf8')

/** The rows of every table, cell by cell; a bar inside one is written `\|`. */
const ROWS = page
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

const codesIn = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
const named = (pattern: RegExp): string[][] => ROWS.filter(([first = '']) => pattern.test(first))

/** `GET /api/inbox`: as the app declares them; HEAD goes with GET. */
function declaredEndpoints(): string[] {
  const app = readFileSync(join(ROOT, 'src/server/app.ts'), 'utf8')
  return [...app.matchAll(/\{ path: '([^']+)', allow: '([^']+)'/g)].flatMap(([, path = '', allow = '']) =>
    allow
      .split(', ')
      .filter((method) => method !== 'HEAD')
      .map((method) => `${method} /api${path}`),
  )
}

/** How the page writes what the app matches. */
const WRITTEN: Readonly<Record<string, string>> = {
  '/api/parts/:sha256{[0-9a-f]{64}}': '/api/parts/{sha256}',
  '/api/releases/*': '/api/releases/{family}/{window}.json',
}

const endpoints = named(/^`(?:GET|POST|PUT|DELETE) \//)

describe('every endpoint', () => {
  it('is in the page once, and no other', () => {
    const declared = declaredEndpoints().map((endpoint) => {
      const [method = '', path = ''] = endpoint.split(' ')
      return `${method} ${WRITTEN[path] ?? path}`
    })
    expect(declared.length).toBeGreaterThan(40)
    expect(endpoints.map(([first = '']) => first.slice(1, -1)).toSorted()).toEqual(declared.toSorted())
  })

  it('refuses by codes that exist, and is limited by limits that do', () => {
    for (const row of endpoints) {
      const refusals = codesIn(row.at(-1) ?? '')
      expect(refusals.filter((code) => !(ERROR_CODES as readonly string[]).includes(code))).toEqual([])
      const upper = codesIn(row.slice(1, -1).join(' ')).filter((code) => /^(?:MAX|PART)_/.test(code))
      expect(upper.filter((name) => !(name in limits))).toEqual([])
    }
  })

  it('has every code that its route names, and each code but the general ones is in a row', () => {
    const general = ['method-not-allowed', 'storage-unavailable', 'unexpected']
    const inRows = new Set<string>(general)
    for (const row of endpoints) {
      const [first = ''] = row
      const refusals = codesIn(row.at(-1) ?? '')
      for (const code of refusals) inRows.add(code)
      const [method = '', path = ''] = first.slice(1, -1).split(' ')
      const literal = [...routeOf(method, path).matchAll(/refuse\(c, '([a-z-]+)'\)/g)].map(
        ([, code = '']) => code,
      )
      const missing = literal.filter((code) => !refusals.includes(code) && !general.includes(code))
      expect([first, missing]).toEqual([first, []])
    }
    expect(ERROR_CODES.filter((code) => !inRows.has(code))).toEqual([])
  })

  it('says its limit, its proof and its session as its route does', () => {
    const said = endpoints.filter(([first = '']) => /`(?:POST|PUT) /.test(first))
    expect(said.length).toBeGreaterThan(25)
    for (const [first = '', ...cells] of said) {
      const [method = '', path = ''] = first.slice(1, -1).split(' ')
      const route = routeOf(method, path)
      const [limit] =
        /limitBody\((\w+)\)|readBody\(c\.req\.raw, (\w+)\)/.exec(route)?.slice(1).filter(Boolean) ?? []
      const text = cells.join(' ')
      if (limit !== undefined && limit !== 'MAX_BODY_BYTES')
        expect([first, text]).toEqual([first, expect.stringContaining(`\`${limit}\``)])
      const refusals = codesIn(cells.at(-1) ?? '')
      expect([first, refusals.includes('proof-spent')]).toEqual([first, route.includes('requireProof(')])
      expect([first, refusals.includes('sign-in-required')]).toEqual([first, route.includes('requireRole(')])
      expect([first, refusals.includes('foreign-origin')]).toEqual([first, route.includes('ownOrigin')])
    }
  })

  it('says who may ask as its route does', () => {
    const letters: Readonly<Record<string, string>> = { officer: 'O', member: 'M', recovery: 'R' }
    const ofAssociations = endpoints.filter(({ length }) => length === 5)
    expect(ofAssociations.length).toBeGreaterThan(20)
    for (const [first = '', who = ''] of ofAssociations) {
      const [method = '', path = ''] = first.slice(1, -1).split(' ')
      const roles = /requireRole\(([^)]+)\)/.exec(routeOf(method, path))?.[1]
      const asked = roles?.split(', ').map((role) => letters[role.slice(1, -1)]) ?? ['all']
      expect([first, who]).toEqual([first, asked.join(' ')])
    }
  })
})

/** The source of the file that a line of the app hands a request of this method to. */
function routeOf(method: string, path: string): string {
  const app = readFileSync(join(ROOT, 'src/server/app.ts'), 'utf8')
  const wanted = Object.keys(WRITTEN).find((key) => WRITTEN[key] === path) ?? path
  const line = app.split('\n').find((each) => each.includes(`path: '${wanted.slice('/api'.length)}'`)) ?? ''
  const names = /routes: \[([^\]]+)\]/.exec(line)?.[1]?.split(', ') ?? []
  const name = names.find((each) => each.startsWith(method.toLowerCase())) ?? ''
  const file = new RegExp(`import \\{ ${name} \\} from '\\./(.+)'`).exec(app)?.[1]
  if (file === undefined) throw new Error(`no route for ${method} ${path}`)
  return readFileSync(join(ROOT, 'src/server', file), 'utf8')
}

/** Every key of a schema, and of the schemas within it. */
function keysOf(schema: unknown): string[] {
  const { entries, item, wrapped, pipe, options } = schema as Record<string, unknown>
  const own = Object.entries((entries ?? {}) as object).flatMap(([key, inner]) => [key, ...keysOf(inner)])
  const inner = [item, wrapped, ...((pipe ?? []) as unknown[]), ...((options ?? []) as unknown[])]
  const further = inner.filter((each) => typeof each === 'object' && each !== null && each !== schema)
  return [...own, ...further.flatMap(keysOf)]
}

describe('every field', () => {
  it.each(Object.entries(SCHEMAS))('of %s is in the page', (_, schema) => {
    const keys = [...new Set(keysOf(schema))]
    expect(keys.length).toBeGreaterThan(0)
    expect(keys.filter((key) => !page.includes(`"${key}"`) && !page.includes(`\`${key}\``))).toEqual([])
  })
})

describe('every error code', () => {
  it('is in the page with its status, and no other', () => {
    const rows = ROWS.filter(([code = '', status = '']) => /^`[a-z-]+`$/.test(code) && /^\d{3}$/.test(status))
    expect(rows.map(([code = '', status]) => [code.slice(1, -1), Number(status)])).toEqual(
      ERROR_CODES.map((code) => [code, refuseOutright(code).status]),
    )
  })
})

describe('every limit', () => {
  it('is in the page with its value, and no other', () => {
    const order = [
      ...readFileSync(join(ROOT, 'src/protocol/limits.ts'), 'utf8').matchAll(/^export const (\w+)/gm),
    ].map(([, name = '']) => name)
    const written = (value: unknown): string => {
      if (Array.isArray(value)) return value.join(', ')
      if (typeof value !== 'object' || value === null) return String(value)
      return Object.entries(value)
        .map(([key, each]) => `${key} ${each}`)
        .join(', ')
    }
    expect(named(/^`[A-Z][A-Z_]+`$/).map(([name = '', value]) => [name.slice(1, -1), value])).toEqual(
      order.map((name) => [name, written((limits as Readonly<Record<string, unknown>>)[name])]),
    )
  })

  it('is what the page says in passing', () => {
    const groups = (value: number): string => value.toLocaleString('en-GB')
    const said = [
      ...limits.SEALED_SIZES_BYTES,
      ...limits.TEXT_BUCKETS_BYTES,
      limits.SEALED_CARD_BYTES,
      limits.PART_BYTES,
      limits.MAILBOX_CELL_BYTES,
      MAILBOX_PAGE_BYTES,
    ]
    expect(said.filter((value) => !page.includes(groups(value)))).toEqual([])
  })
})

describe('every question of the account', () => {
  it('is in the page with what may be answered', () => {
    const rows = new Map(ROWS.map(([first = '', ...rest]) => [first, rest]))
    for (const name of QUESTION_NAMES) {
      const { values, answers, kept } = questionOf(name)
      const [how, given = ''] = rows.get(`\`${name}\``) ?? []
      expect([name, how]).toEqual([name, kept ? `${answers}, about` : answers])
      if (name !== 'departement') expect([name, codesIn(given)]).toEqual([name, [...values]])
    }
  })

  it('and so is every kind of identifier, of contact and of file', () => {
    for (const code of [...IDENTIFIER_TYPES, ...CONTACT_CHANNELS]) {
      expect([code, page.includes(`\`${code}\``)]).toEqual([code, true])
    }
    const kinds = ROWS.filter(([, , type = '']) => /^`(?:image|video|audio|application)\//.test(type))
    expect(kinds).toEqual(
      Object.entries(FILE_KINDS).map(([kind, { extension, mediaType }]) => [
        `\`${kind}\``,
        extension,
        `\`${mediaType}\``,
      ]),
    )
  })
})
