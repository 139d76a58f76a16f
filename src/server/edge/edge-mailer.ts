// How an edge worker has its mail sent: an HTTP endpoint named by its bindings. TLS is left out for this very machine alone.
import { isMailAddress } from '../../protocol/notices.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { httpMailer } from '../mail/http-mailer.ts'
import type { Mailer } from '../mail/mailer.ts'
import { isThisMachine, readNoticeHour } from '../settings.ts'

/** `MAIL_TOKEN` is a secret. Without an endpoint no mail is sent. */
export interface MailBindings {
  MAIL_ENDPOINT?: string
  MAIL_TOKEN?: string
  MAIL_FROM?: string
  MAIL_HOUR?: string
}

/** Null where no endpoint is named. */
export function edgeMailer({
  MAIL_ENDPOINT: url,
  MAIL_TOKEN: token = '',
  MAIL_FROM: from = '',
  MAIL_HOUR,
}: MailBindings): Result<Mailer | null, 'mail-settings-invalid'> {
  if (url === undefined) return accept(null)
  const fromHour = readNoticeHour(MAIL_HOUR)
  const holds = isEndpoint(url) && token !== '' && isMailAddress(from)
  if (!holds || fromHour === null) return decline('mail-settings-invalid')
  return accept({ fromHour, send: httpMailer({ url, token, from }) })
}

function isEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname))
}
