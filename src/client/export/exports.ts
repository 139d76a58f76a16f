// What every export of a workspace is made with: the gate it leaves through, who takes it, and how the page says things.
import type { Day } from '../../protocol/day.ts'
import type { Result } from '../../protocol/result.ts'
import type { CaseWork } from '../../protocol/case-file.ts'
import type { CallFault } from '../api.ts'
import type { SentAnswer } from '../inbox/correspondence.ts'
import type { KeyHolder } from '../inbox/key-holder.ts'
import type { RecordDesk } from '../../domain/record-desk.ts'
import type { Visit } from '../inbox/sign-in.ts'
import { bytesInWords, dayInWords, labelOf, type Words } from '../inbox/words.ts'
import { confirmed } from '../team/confirm-form.ts'
import { nameIn } from '../team/teammate-name.ts'
import type { LeavingMeans } from './leaving.ts'
import type { Saying } from './saying.ts'

export interface Exports {
  leaving: LeavingMeans
  /** True once it is them; asked at `place` where it was too long ago. */
  confirm: (place: HTMLElement) => Promise<boolean>
  association: { id: string; name: string }
  /** Reads what came since: a withdrawal may have. True once it is known. */
  renew: () => Promise<boolean>
  /** Fingerprint of the member's key. */
  self: string
  nameOf: (fingerprint: string) => string
  workOf: (id: string) => CaseWork
  sentIn: (id: string) => readonly SentAnswer[]
  words: Words
  saying: Saying
}

export interface ExportDesks {
  records: RecordDesk
  today: () => Promise<Result<Day, CallFault>>
  renew: Exports['renew']
  workOf: Exports['workOf']
  sentIn: Exports['sentIn']
}

export function openExports(
  holder: KeyHolder,
  { member, team, openedWith }: Visit,
  words: Words,
  { records, today, renew, workOf, sentIn }: ExportDesks,
): Exports {
  return {
    leaving: { today, note: (about) => records.noteBefore('exported', about) },
    confirm: (place) => confirmed(place, holder, openedWith, words),
    association: { id: member.association, name: words(`association.${member.association}`) },
    renew,
    self: member.fingerprint,
    nameOf: nameIn(team?.teammates ?? [], member.fingerprint, words),
    workOf,
    sentIn,
    words,
    saying: {
      lang: document.documentElement.lang,
      word: words,
      label: (group, code) => labelOf(words, group, code),
      day: (day) => dayInWords(day, { dateStyle: 'long' }),
      month: (day) => dayInWords(day, { month: 'long', year: 'numeric' }),
      size: bytesInWords,
    },
  }
}
