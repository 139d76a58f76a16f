// A day in the words of the page's language. Days come from the server in UTC, and no phone's time zone may shift one.
import type { Day } from '../../protocol/day.ts'

export const dayWords = (day: Day): string =>
  new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(day),
  )
