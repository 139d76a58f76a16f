// Where an association is told that something waits: one mail address, which the server has to know. A notice says nothing of anyone.
import * as v from 'valibot'
import { LOCALES } from './vocabulary.ts'

/** The longest that mail can be sent to (RFC 5321 §4.5.3.1.3, without its brackets). */
const MAX_ADDRESS_CHARS = 254

/** The plain form (RFC 5321 §4.1.2, `Dot-string`), with a domain of two labels at least: no quotes, no comment, nothing that ends a line. */
const ADDRESS =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i

export const MailAddress = v.pipe(v.string(), v.maxLength(MAX_ADDRESS_CHARS), v.regex(ADDRESS))

export const isMailAddress = (text: string): boolean => v.is(MailAddress, text)

/** `address` is null where an association refused notices. */
export const Notice = v.strictObject({ address: v.nullable(MailAddress), locale: v.picklist(LOCALES) })
export type Notice = v.InferOutput<typeof Notice>

/** POST /api/notices: it takes the place of what was said before. */
export const NoticePost = v.strictObject({ version: v.literal(1), ...Notice.entries })
export type NoticePost = v.InferOutput<typeof NoticePost>

/** GET /api/notices: null where nobody ever said. `sent` tells whether this server sends any. */
export const NoticeState = v.strictObject({ notice: v.nullable(Notice), sent: v.boolean() })
export type NoticeState = v.InferOutput<typeof NoticeState>
