// One case as a member may take it away, for tests: a whole report, what followed it, what the team wrote. Any text of it may be any other.
import type { Choice, Taken } from '../../src/client/export/taken.ts'
import { CHOICES } from '../../src/client/export/taken.ts'
import type { Taker } from '../../src/client/export/case-archive.ts'
import type { Saying } from '../../src/client/export/saying.ts'
import type { Case } from '../../src/client/inbox/cases.ts'
import { NEW_CASE } from '../../src/domain/case-edit.ts'
import type { Attachment, Attachments } from '../../src/protocol/attachment.ts'
import type { CaseWork } from '../../src/protocol/case-file.ts'
import type { EnvelopeContents } from '../../src/protocol/envelope.ts'
import type { ThreadMessage } from '../../src/sealing/thread.ts'

export const US = 'ecoute-sud'
const [THREAD, KEY] = ['a'.repeat(32), 'B'.repeat(40)] as const
/** What must never leave, wherever it stands in an envelope. */
export const SECRETS = ['5ec7e7', '01d', 'w717e', 'a117'].map((each) => each.repeat(16).slice(0, 43))
const [SESSION, HOLD, WRITE, AUTH] = SECRETS as [string, string, string, string]

export const attachment = (rest: Partial<Attachment> = {}): Attachment => ({
  name: 'piece-1.jpg',
  kind: 'jpeg',
  mediaType: 'image/jpeg',
  bytes: 5,
  sessionKey: SESSION,
  sha256: 'c'.repeat(64),
  parts: ['d'.repeat(64)],
  ...rest,
})
export const attachments = (...files: Attachment[]): Attachments => ({ hold: HOLD, files })

/** Every text of it is `text`; a short one is cut to what its field holds. */
export function reportOf(text: string, rest: Partial<EnvelopeContents> = {}): EnvelopeContents {
  const short = text.slice(0, 120)
  return {
    version: 1,
    thread: THREAD,
    kind: 'report',
    writtenOn: '2026-11-19',
    locale: 'fr',
    account: {
      role: 'victim',
      acts: ['insults', 'theft'],
      needs: ['legal'],
      departement: '13',
      month: '2026-10-01',
      platform: short,
    },
    about: { ageBand: '18-25' },
    narrative: text,
    identifiers: [
      { type: 'pseudonym', platform: short, value: short, recognised: false },
      { type: 'phone', value: '+33612345678', recognised: true },
    ],
    contact: {
      channel: 'phone',
      value: short,
      hours: short,
      voicemail: 'no',
      askFor: short,
      say: text.slice(0, 500),
    },
    consent: {
      association: US,
      purposes: ['referral'],
      transfersTo: ['autre'],
      wordingVersion: short,
      until: '2027-11-19',
    },
    reply: { certificate: 'CCCC', mailbox: 'm', auth: AUTH, write: WRITE },
    ...rest,
  }
}

const common = {
  version: 1,
  thread: THREAD,
  writtenOn: '2026-11-20',
  association: US,
  signature: 'S',
} as const

export function messagesOf(text: string): ThreadMessage[] {
  const message = (trust: ThreadMessage['trust'], contents: object, number: number): ThreadMessage =>
    ({
      ids: [String(100 + number)],
      receivedOn: '2026-11-21',
      trust,
      contents: { ...common, locale: 'fr', message: String(number), ...contents },
    }) as unknown as ThreadMessage
  return [
    message('trusted', { kind: 'follow-up', text, attachments: attachments(attachment()) }, 1),
    message('trusted', { kind: 'answer', text, asking: { for: 'transfer', to: 'autre' } }, 2),
    message(
      'that-day',
      { kind: 'follow-up', text: '', granting: { message: '2', to: 'autre', answer: 'yes' } },
      3,
    ),
    message(
      'trusted',
      { kind: 'new-code', next: { thread: 'b'.repeat(32), reply: { write: WRITE, auth: AUTH } } },
      4,
    ),
    message('forged', { kind: 'follow-up', text: `FAUX ${text}` }, 5),
  ]
}

export function caseWith(
  report: EnvelopeContents,
  messages: ThreadMessage[] = [],
  rest: Partial<Case> = {},
): Case {
  const head: Case['head'] = {
    id: '1234567890123456',
    receivedOn: '2026-11-20',
    acknowledged: true,
    touchedOn: null,
    standing: 'received',
    keyFingerprint: KEY,
    opened: { ok: true, value: report },
  }
  return {
    id: head.id,
    day: '2026-11-21',
    head,
    envelopes: [head],
    thread: {
      thread: THREAD,
      reply: null,
      disputed: false,
      withdrawnOn: null,
      reports: [],
      messages,
    },
    ...rest,
  }
}

export const workOf = (text: string): CaseWork => ({
  ...NEW_CASE,
  state: 'accepted',
  reason: text.slice(0, 120),
  assignee: KEY,
  tags: [text.slice(0, 40)],
  notes: [{ id: 'n', by: KEY, on: '2026-11-21', text: `NOTE ${text}` }],
  tasks: [{ id: 't', by: KEY, text: `TÂCHE ${text}`.slice(0, 120), due: '2026-12-01', done: null }],
})

/** A whole case with this text everywhere; all of it is chosen unless said otherwise. */
export function takenWith(
  text: string,
  { chosen = CHOICES, report = {} }: { chosen?: readonly Choice[]; report?: Partial<EnvelopeContents> } = {},
): Taken {
  const contents = reportOf(text, report)
  return {
    each: caseWith(contents, messagesOf(text)),
    report: contents,
    sent: [],
    work: workOf(text),
    chosen: new Set(chosen),
  }
}

export const TAKER: Taker = {
  association: { id: US, name: 'Écoute Sud' },
  on: '2026-11-22',
  by: 'A'.repeat(40),
  nameOf: () => 'Camille',
}

/** Says the key of each word, and remembers which were asked for. */
export function sayingKeys(): Saying & { asked: Set<string> } {
  const asked = new Set<string>()
  const word = (key: string): string => {
    asked.add(key)
    return key
  }
  return {
    asked,
    lang: 'fr',
    word,
    label: (group, code) => `${group}.${code}`,
    day: (day) => day,
    month: (day) => day.slice(0, 7),
    size: (bytes) => `${bytes} o`,
  }
}
