// What a demonstration says of itself when it starts, a line each. Others read these lines: their order and names stay.
import { ADDRESSES } from '../i18n/addresses.ts'
import type { Demonstration } from './demonstration.ts'

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
