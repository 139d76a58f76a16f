// Every word that a picture may need, in the page's language, for its island to read: labels of codes, and sentences to fill in.
import { PLATFORMS } from '../../help/platforms.ts'
import { FAMILIES } from '../../protocol/families.ts'
import { DEPARTEMENTS } from '../../protocol/departements.ts'
import { REGIONS } from '../../protocol/regions.ts'
import type { PageContext } from '../page.ts'

/** What `client/trends/words.ts` reads, but for the language. */
export function shownWords({ m, locale }: PageContext): string {
  const { figures } = m.trends
  const { unknown, other } = figures
  const { vocabulary } = m
  const somewhere = { elsewhere: vocabulary.departement.elsewhere, unknown }
  const regions = Object.entries(REGIONS).map(([code, { name }]) => [code, name])
  const closed = PLATFORMS.flatMap(({ id, closedOn }) => (closedOn ? [[id, closedOn]] : []))
  return JSON.stringify({
    says: figures,
    families: Object.fromEntries(FAMILIES.map(({ id, title }) => [id, title[locale]])),
    labels: {
      region: { ...Object.fromEntries(regions), ...somewhere },
      departement: { ...DEPARTEMENTS, ...somewhere },
      'week-part': { ...figures.weekParts, unknown },
      'day-part': { ...figures.dayParts, unknown },
      weekday: { ...vocabulary.weekday, unknown },
      timeBand: { ...vocabulary.timeBand, unknown },
      lure: { ...vocabulary.lure, unknown },
      channel: { ...vocabulary.channel, unknown },
      place: { ...vocabulary.place, unknown },
      platform: { ...Object.fromEntries(PLATFORMS.map(({ id, name }) => [id, name])), other, unknown },
      act: { ...vocabulary.acts, unknown },
    },
    closed: Object.fromEntries(closed),
  })
}
