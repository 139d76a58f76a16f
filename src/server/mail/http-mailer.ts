// Mail by an HTTP endpoint, for servers that speak no SMTP: one request a message. What the endpoint answers is not read.
import { accept, decline } from '../../protocol/result.ts'
import type { Mailer, MailFault } from './mailer.ts'

export interface MailEndpoint {
  url: string
  token: string
  from: string
}

const PATIENCE_MILLISECONDS = 15_000

export const httpMailer =
  ({ url, token, from }: MailEndpoint): Mailer['send'] =>
  async ({ to, subject, text, id }) => {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': id,
        },
        body: JSON.stringify({ from, to, subject, text }),
        // The token goes where the operator said, and nowhere on.
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
      })
      await answer.body?.cancel()
      return answer.ok ? accept(null) : decline(faultOf(answer.status))
    } catch {
      // Its message may quote the address.
      return decline('mail-unreachable')
    }
  }

function faultOf(status: number): MailFault {
  if (status === 401 || status === 403) return 'mail-sign-in'
  return status >= 400 && status < 500 && status !== 429 ? 'mail-refused' : 'mail-unreachable'
}
