// Mail by an operator's SMTP relay. Nothing leaves unsealed but to this very machine: where a relay offers no TLS, neither the password
// nor an address is told to it.
import { createTransport } from 'nodemailer'
import { accept, decline } from '../../protocol/result.ts'
import type { Mailer, MailFault } from '../mail/mailer.ts'

export interface SmtpRelay {
  host: string
  port: number
  /** `from-start` as on port 465, `required` by STARTTLS; `none` for this machine alone. */
  tls: 'from-start' | 'required' | 'none'
  login: { name: string; password: string } | null
  from: string
}

const STEP_MILLISECONDS = 10_000
const PATIENCE_MILLISECONDS = 25_000

export function smtpMailer({ host, port, tls, login, from }: SmtpRelay): Mailer['send'] {
  const domain = from.slice(from.lastIndexOf('@') + 1)
  const transport = createTransport({
    host,
    port,
    secure: tls === 'from-start',
    requireTLS: tls === 'required',
    ignoreTLS: tls === 'none',
    tls: { minVersion: 'TLSv1.2' },
    // Else the relay hears, and may write into the message, what this machine is called.
    name: domain,
    ...(login ? { auth: { user: login.name, pass: login.password } } : {}),
    connectionTimeout: STEP_MILLISECONDS,
    greetingTimeout: STEP_MILLISECONDS,
    socketTimeout: STEP_MILLISECONDS,
    dnsTimeout: STEP_MILLISECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async ({ to, subject, text, id }) => {
    try {
      await transport.sendMail({
        from: { name: 'Balise', address: from },
        to: { name: '', address: to },
        subject,
        text,
        textEncoding: 'quoted-printable',
        messageId: `<${id}@${domain}>`,
        // RFC 3834 §5: no machine answers a machine.
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
      })
      return accept(null)
    } catch (error) {
      return decline(faultOf(error))
    }
  }
}

/** Of the error its code alone is looked at: its message may quote the address. */
function faultOf(error: unknown): MailFault {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EAUTH') return 'mail-sign-in'
  return code === 'EENVELOPE' || code === 'EMESSAGE' ? 'mail-refused' : 'mail-unreachable'
}
