// What sends mail, whichever way this server has for it. It is given a whole message, and tells nothing of it but whether it left.
import type { Result } from '../../protocol/result.ts'

export interface Mail {
  to: string
  subject: string
  /** Plain text. */
  text: string
  /** 32 hexadecimal digits, the same whenever the same mail is tried again: whoever meets it twice can tell. */
  id: string
}

/** `mail-refused` is about one message; after the others no message would leave. */
export type MailFault = 'mail-unreachable' | 'mail-sign-in' | 'mail-refused'

export interface Mailer {
  /** The hour (UTC) from which a day's notices go. */
  fromHour: number
  /** Within half a minute. */
  send: (mail: Mail) => Promise<Result<null, MailFault>>
}
