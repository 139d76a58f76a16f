// Whether the help directory and the list of platforms, which editors change by hand, are fit to be built with. It reads what it is
// given and says the first thing that is wrong, naming the row and the field; it never repairs anything.
import * as v from 'valibot'
import platforms from '../help/platforms.json' with { type: 'json' }
import { FIRST_FOR_MINORS, HELP_AGES, HELP_GROUPS, type ServiceReach } from '../help/service.ts'
import services from '../help/services.json' with { type: 'json' }
import { Day } from '../protocol/day.ts'
import { DEPARTEMENT_CODES } from '../protocol/departements.ts'
import { ACTS, AUDIENCES, CHANNELS, NEEDS } from '../protocol/vocabulary.ts'

const matching = (shape: RegExp, fault: string) => v.pipe(v.string(), v.regex(shape, fault))

const Id = matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'only small letters, digits and hyphens')
const Text = v.pipe(v.string(), v.trim(), v.minLength(1, 'it is empty'), v.maxLength(240, 'it is too long'))
const InEachLocale = v.strictObject({ fr: Text, en: Text })
const PhoneNumber = matching(/^\+?\d[\d ]*\d$/, 'digits and spaces, as people dial it')
const Site = matching(/^[a-z0-9.-]+\.[a-z]{2,}$/, 'a site without https:// and without a path')
const Source = matching(/^https:\/\/[^\s/]+(\/\S*)?$/, 'an address that begins with https://')

const eachOnce = <Code extends string>(codes: readonly Code[]) =>
  v.pipe(
    v.array(v.picklist(codes)),
    v.check((chosen) => new Set(chosen).size === chosen.length, 'a code is there twice'),
  )

const Service = v.pipe(
  v.strictObject({
    id: Id,
    group: v.picklist(HELP_GROUPS),
    name: Text,
    what: InEachLocale,
    where: v.optional(InEachLocale),
    needs: eachOnce(NEEDS),
    acts: eachOnce(ACTS),
    audiences: eachOnce(AUDIENCES),
    territory: eachOnce(DEPARTEMENT_CODES),
    ages: v.picklist(HELP_AGES),
    always: v.optional(v.boolean()),
    abroad: v.optional(v.boolean()),
    phone: v.optional(PhoneNumber),
    phoneAbroad: v.optional(PhoneNumber),
    sms: v.optional(PhoneNumber),
    site: v.optional(Site),
    hours: v.optional(InEachLocale),
    hoursSure: v.optional(v.boolean()),
    cost: v.optional(InEachLocale),
    source: Source,
    recordedOn: Day,
  }),
  v.forward(
    v.check((row) => row.territory.length === 0 || row.where !== undefined, 'its territory is not told'),
    ['where'],
  ),
  v.forward(
    v.check((row) => row.hoursSure !== true || row.hours !== undefined, 'hoursSure without hours'),
    ['hours'],
  ),
  v.forward(
    v.check((row) => row.phoneAbroad === undefined || row.abroad === true, 'it has a number from abroad'),
    ['abroad'],
  ),
  v.forward(
    v.check((row) => !row.always || isForAnyone(row), 'only for a service that takes anyone, anywhere'),
    ['always'],
  ),
  v.forward(
    v.check((row) => row.always === true || isAboutSomething(row), 'nobody would ever be shown this row'),
    ['needs'],
  ),
)

interface Reach {
  needs: readonly string[]
  acts: readonly string[]
  audiences: readonly string[]
  territory: readonly string[]
  ages: string
}

const isForAnyone = ({ acts, audiences, territory, ages }: Reach): boolean =>
  acts.length + audiences.length + territory.length === 0 && ages === 'all'

const isAboutSomething = ({ needs, acts, audiences, territory }: Reach): boolean =>
  needs.length + acts.length + audiences.length + territory.length > 0

const Platform = v.strictObject({
  id: Id,
  name: v.pipe(Text, v.maxLength(80, 'it is too long')),
  channel: v.picklist(CHANNELS),
  closedOn: v.optional(matching(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, such as 2024-06')),
  source: Source,
  recordedOn: Day,
})

/** The first thing that is wrong, in words an editor can act on; null when nothing is. */
export function faultInHelp(
  data: { services: unknown; platforms: unknown } = { services, platforms },
): string | null {
  return (
    faultInRows('services.json', Service, data.services) ??
    faultInRows('platforms.json', Platform, data.platforms) ??
    faultInPromises(data.services as readonly PromisedRow[])
  )
}

function faultInRows(
  file: string,
  Row: v.GenericSchema<unknown, { id: string }>,
  rows: unknown,
): string | null {
  if (!Array.isArray(rows)) return `${file}: it is not a list of rows`
  const ids = new Set<string>()
  for (const [index, row] of rows.entries()) {
    const read = v.safeParse(Row, row)
    const named = `${file}, row ${index + 1} ${nameOf(row)}`
    const [issue] = read.issues ?? []
    if (issue) return `${named}, field "${v.getDotPath(issue) ?? ''}": ${issue.message}`
    const { id } = read.output as { id: string }
    if (ids.has(id)) return `${named}, field "id": another row has it already`
    ids.add(id)
  }
  return null
}

type PromisedRow = Pick<ServiceReach, 'id' | 'always' | 'abroad'>

/** What pages promise whatever an editor does: the young have their two numbers, and nobody is left with nothing. */
function faultInPromises(rows: readonly PromisedRow[]): string | null {
  const lost = FIRST_FOR_MINORS.find((id) => !rows.some((row) => row.id === id))
  if (lost !== undefined) return `services.json: the row "${lost}" must stay, minors are shown it first`
  if (!rows.some((row) => row.always && row.abroad))
    return 'services.json: one row must be "always" and "abroad", so that nobody is left with nothing'
  return null
}

const nameOf = (row: unknown): string => {
  const { id } = (row ?? {}) as { id?: unknown }
  return typeof id === 'string' ? `"${id}"` : '(without id)'
}
