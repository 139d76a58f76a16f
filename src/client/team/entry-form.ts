// Reads what an association says of itself, and names the first thing that does not hold. Nothing typed is lost.
import { DEPARTEMENT_CODES } from '../../protocol/departements.ts'
import { isMailAddress, type Notice } from '../../protocol/notices.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import { find, findAll } from '../dom.ts'
import type { Entry } from './enrol-work.ts'

export type EntryFault =
  | 'name'
  | 'id'
  | 'taken'
  | 'aboutFr'
  | 'aboutEn'
  | 'scope'
  | 'territory'
  | 'languages'
  | 'days'
  | 'basis'
  | 'notice'

const ID = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/
const MAX_NAME = 80
const MAX_TEXT = 240
const MAX_DAYS = 60

/** The entry, or what to say first. */
export function readEntry(form: HTMLElement): Result<Entry, EntryFault> {
  const text = (id: string): string =>
    find<HTMLInputElement | HTMLTextAreaElement>(`#entry-${id}`, form).value.trim()
  const ticked = (name: string): string[] =>
    findAll<HTMLInputElement>(`input[name="${name}"]:checked`, form).map(({ value }) => value)
  const fits = (value: string, most: number): boolean => value !== '' && value.length <= most
  const territory = text('territory')
    .toUpperCase()
    .split(/[\s,;]+/u)
    .filter((code) => code !== '')
  const listed = form.dataset['listed']?.split(' ') ?? []
  const days = Number(text('days'))
  const [acceptsMinors, acceptsUnder15] = [ticked('minors').length > 0, ticked('under15').length > 0]
  const basis = text('basis')
  const faults: [EntryFault, boolean][] = [
    ['name', !fits(text('name'), MAX_NAME)],
    ['id', !ID.test(text('id'))],
    ['taken', listed.includes(text('id'))],
    ['aboutFr', !fits(text('aboutFr'), MAX_TEXT)],
    ['aboutEn', !fits(text('aboutEn'), MAX_TEXT)],
    ['scope', ticked('scope').length === 0],
    ['territory', territory.some((code) => !DEPARTEMENT_CODES.some((known) => known === code))],
    ['languages', ticked('languages').length === 0],
    ['days', !Number.isInteger(days) || days < 1 || days > MAX_DAYS],
    ['basis', basis.length > MAX_TEXT || (acceptsUnder15 && (!acceptsMinors || basis === ''))],
  ]
  const [fault] = faults.find(([, broken]) => broken) ?? []
  if (fault) return decline(fault)
  return accept({
    association: text('id'),
    name: text('name'),
    about: { fr: text('aboutFr'), en: text('aboutEn') },
    scope: ticked('scope'),
    audiences: ticked('audiences'),
    territory: [...new Set(territory)],
    languages: ticked('languages'),
    answersWithinDays: days,
    acceptsMinors,
    acceptsUnder15,
    offenceBasis: basis === '' ? null : basis,
  })
}

/** Where the association is told that something waits, unless it wants no notice. It stays out of the entry, which is published. */
export function readNotice(form: HTMLElement): Result<Notice, EntryFault> {
  const locale = document.documentElement.lang as Locale
  if (find<HTMLInputElement>('input[name="no-notice"]', form).checked)
    return accept({ address: null, locale })
  const address = find<HTMLInputElement>('#entry-notice', form).value.trim()
  return isMailAddress(address) ? accept({ address, locale }) : decline('notice')
}

/** The field a fault is about. */
export function fieldOf(form: HTMLElement, fault: EntryFault): HTMLElement {
  if (fault === 'scope' || fault === 'languages') return find(`input[name="${fault}"]`, form)
  return find(`#entry-${fault === 'taken' ? 'id' : fault}`, form)
}
