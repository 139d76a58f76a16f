// Tells associations that something waits, by one mail a day at most. A day is marked before its mail is sent: whoever is stopped between
// the two sends none that day, rather than two. It is unmarked where the mail surely or perhaps did not leave, and tried again the next
// hour as the very same message. Neither an address nor an association is logged.
import { toHex, utf8 } from '../../crypto/encoding.ts'
import { macOf } from '../../crypto/hmac.ts'
import { listWanting, moveSentOn, type Wanting } from '../../db/envelopes/notices.ts'
import { StoreFailure } from '../../db/store.ts'
import { daysAfter, dueNotice, isNoticeTime, type NoticeKind } from '../../domain/notices.ts'
import { dayOf, type Day } from '../../protocol/day.ts'
import { accept, type Result } from '../../protocol/result.ts'
import type { House } from '../env.ts'
import type { Mailer, MailFault } from '../mail/mailer.ts'
import { noticeText } from '../mail/notice-text.ts'
import { standingTeam } from '../standing-team.ts'

/** Whatever a run needs of the house. */
export type NoticeMeans = Pick<House, 'directory' | 'envelopes' | 'secret' | 'origin' | 'mailer' | 'log'>

/** How many of each left; why others did not. */
interface Sent {
  digest: number
  reminder: number
  faults: MailFault[]
}

/** Once an hour. `now` is in milliseconds. Says how many left, and codes; it throws nothing. */
export async function sendNotices(means: NoticeMeans, now: number): Promise<void> {
  const { mailer, log } = means
  if (!mailer || !isNoticeTime(now, mailer.fromHour)) return
  const sent: Sent = { digest: 0, reminder: 0, faults: [] }
  let failure: string | null = null
  try {
    await sendEach(means, mailer, now, sent)
  } catch (error) {
    failure = error instanceof StoreFailure ? `notices-failed ${error.code}` : 'notices-failed'
  }
  const line = noticesLine(sent)
  if (line !== null) log(line)
  if (failure !== null) log(failure)
}

async function sendEach(means: NoticeMeans, mailer: Mailer, now: number, sent: Sent): Promise<void> {
  const today = dayOf(now)
  for (const wanting of await listWanting(means.envelopes)) {
    const kind = dueNotice(today, wanting.waitingSince, wanting)
    if (kind === null || !(await isHeard(means, wanting.association, now))) continue
    const left = await sendOne(means, mailer, wanting, kind, today)
    if (left.ok) sent[kind] += left.value
    else sent.faults.push(left.reason)
    // Where no message would leave, the others wait for the next hour too.
    if (!left.ok && left.reason !== 'mail-refused') return
  }
}

/** Whether an association is still listed, by the team that gave the address. */
async function isHeard(means: NoticeMeans, association: string, now: number): Promise<boolean> {
  if (!means.directory.associations.includes(association)) return false
  return !(await standingTeam(means, association, now)).isOver
}

/** How many left: none where another run was first. */
async function sendOne(
  { envelopes, secret, origin }: NoticeMeans,
  mailer: Mailer,
  wanting: Wanting,
  kind: NoticeKind,
  today: Day,
): Promise<Result<0 | 1, MailFault>> {
  const { association, address, locale, digestOn, remindedOn } = wanting
  const before = { digestOn, remindedOn }
  const after = daysAfter(kind, today, before)
  if (!(await moveSentOn(envelopes, wanting, before, after))) return accept(0)
  const id = toHex(macOf(secret, 'notice', utf8(`${association} ${kind} ${today}`)).subarray(0, 16))
  const left = await mailer.send({ to: address, ...noticeText(kind, locale, origin), id })
  if (left.ok) return accept(1)
  await moveSentOn(envelopes, wanting, after, before)
  return left
}

/** What the operator reads: counts, and codes. Null when nothing was to be sent. */
function noticesLine({ digest, reminder, faults }: Sent): string | null {
  if (digest + reminder + faults.length === 0) return null
  const counts = `noticed digests=${digest} reminders=${reminder} failed=${faults.length}`
  return [counts, ...new Set(faults)].join(' ')
}
