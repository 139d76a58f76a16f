// The words of a notice. It is made without knowing what waits, nor how much: its length cannot tell.
import type { NoticeKind } from '../../domain/notices.ts'
import { noticeMail as en } from '../../i18n/en/notice-mail.ts'
import { noticeMail as fr } from '../../i18n/fr/notice-mail.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import type { Mail } from './mailer.ts'

const WORDS: Record<Locale, typeof fr> = { fr, en }

/** `origin` is the site's. */
export function noticeText(kind: NoticeKind, locale: Locale, origin: string): Pick<Mail, 'subject' | 'text'> {
  const words = WORDS[locale]
  const { subject, lead } = words[kind]
  const paragraphs = [
    words.hello,
    lead,
    `${words.where}\n${words.address.replace('{origin}', origin)}`,
    words.content,
    words.secrets,
    words.unexpected,
    words.noAnswer,
  ]
  return { subject, text: `${paragraphs.join('\n\n')}\n` }
}
