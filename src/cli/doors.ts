// What a demonstration says of itself when it starts, a line each. Others read these lines: their order and names stay.
import { isIPv6 } from 'node:net'
import { ADDRESSES } from '../i18n/addresses.ts'
import type { Demonstration } from './demonstration.ts'

const LOOPBACK_HOSTS = ['127.0.0.1', '::1', 'localhost']

/** Where a demonstration is found that was given no address. On this machine it has a name: passkeys are for names alone (WebAuthn §5.1.3). */
export const demonstrationOrigin = (host: string, port: number): string => {
  if (LOOPBACK_HOSTS.includes(host)) return `http://localhost:${port}`
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`
}

/** Ends with a newline; `ready URL` follows once the server listens. */
export const doorLines = (origin: string, { members, passphrase }: Demonstration): string =>
  [
    `victim: ${origin}${ADDRESSES.write.fr}`,
    `association: ${origin}${ADDRESSES.association.fr}`,
    `analyst: ${origin}${ADDRESSES.trends.fr}`,
    `member key: ${members[0]?.keyFile ?? ''}`,
    `passphrase: ${passphrase}`,
    '',
  ].join('\n')
