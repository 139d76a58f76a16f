// How a self-hosted server reaches the relay that takes its mail. TLS is left out for this very machine alone.
import { isMailAddress } from '../../protocol/notices.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { isThisMachine, readNoticeHour } from '../settings.ts'
import type { SmtpRelay } from './smtp-mailer.ts'

export interface MailSettings {
  relay: SmtpRelay
  /** The hour (UTC) from which a day's notices go. */
  fromHour: number
}

export type MailSettingFault = 'MAIL_RELAY' | 'MAIL_FROM' | 'MAIL_LOGIN' | 'MAIL_PASSWORD' | 'MAIL_HOUR'

const USUAL_PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 }

/** Null where no relay is named: then no mail is sent. The reason names the variable that is missing or cannot be understood. */
export function readMailSettings(
  env: Readonly<Record<string, string | undefined>>,
): Result<MailSettings | null, MailSettingFault> {
  const { MAIL_RELAY, MAIL_FROM = '', MAIL_LOGIN, MAIL_PASSWORD } = env
  if (MAIL_RELAY === undefined) return accept(null)
  const place = readRelay(MAIL_RELAY)
  if (!place) return decline('MAIL_RELAY')
  if (!isMailAddress(MAIL_FROM)) return decline('MAIL_FROM')
  if (MAIL_LOGIN === undefined && MAIL_PASSWORD !== undefined) return decline('MAIL_LOGIN')
  if (MAIL_LOGIN !== undefined && MAIL_PASSWORD === undefined) return decline('MAIL_PASSWORD')
  const fromHour = readNoticeHour(env['MAIL_HOUR'])
  if (fromHour === null) return decline('MAIL_HOUR')
  const login =
    MAIL_LOGIN === undefined || MAIL_PASSWORD === undefined
      ? null
      : { name: MAIL_LOGIN, password: MAIL_PASSWORD }
  return accept({ relay: { ...place, login, from: MAIL_FROM }, fromHour })
}

/** `smtp://host:port` or `smtps://host:port`, and nothing after: no password belongs in an address. */
function readRelay(text: string): Pick<SmtpRelay, 'host' | 'port' | 'tls'> | null {
  if (!URL.canParse(text)) return null
  const { protocol, hostname, port, host, href } = new URL(text)
  const usual = USUAL_PORTS[protocol]
  if (usual === undefined || hostname === '' || href !== `${protocol}//${host}`) return null
  const unsealed = isThisMachine(hostname) ? 'none' : 'required'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? usual : Number(port),
    tls: protocol === 'smtps:' ? 'from-start' : unsealed,
  }
}
