// The rows that editors change by hand: what is on the site is fit to be there, and a slip of the pen is told where it is.
import { describe, expect, it } from 'vitest'
import { faultInHelp } from '../../src/build/check-help.ts'
import { PLATFORMS } from '../../src/help/platforms.ts'
import { FIRST_FOR_MINORS, HELP_GROUPS } from '../../src/help/service.ts'
import { dial, service, SERVICES } from '../../src/help/services.ts'
import { NEEDS } from '../../src/protocol/vocabulary.ts'

type Row = Record<string, unknown>

/** The real rows, one of them with other fields; a field of `undefined` is taken out. */
function withChange(rows: readonly object[], id: string, change: Row): Row[] {
  return rows.map((row) => {
    const changed = { ...row, ...('id' in row && row.id === id ? change : {}) } as Row
    return Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined))
  })
}

const faultWith = (id: string, change: Row): string | null =>
  faultInHelp({ services: withChange(SERVICES, id, change), platforms: PLATFORMS })
const faultWithPlatform = (id: string, change: Row): string | null =>
  faultInHelp({ services: SERVICES, platforms: withChange(PLATFORMS, id, change) })

describe('the rows of the site', () => {
  it('are fit to be built with', () => {
    expect(faultInHelp()).toBeNull()
  })

  it('answer every need but that of peers, by a number or a site, and fill every group', () => {
    const answered = NEEDS.filter((need) => SERVICES.some((row) => row.needs.includes(need)))
    expect(NEEDS.filter((need) => !answered.includes(need))).toEqual(['peers'])
    expect(HELP_GROUPS.filter((group) => !SERVICES.some((row) => row.group === group))).toEqual([])
  })

  it('are found by their name, and a page that asks for one that is not there fails the build', () => {
    expect(service('3018').phone).toBe('3018')
    expect(() => service('nowhere')).toThrow('no help service called nowhere')
  })

  it('are dialled without their spaces', () => {
    expect(dial('+33 1 80 52 33 76')).toBe('+33180523376')
  })

  it('tell apart every platform by an identity that cards can carry', () => {
    const ids = PLATFORMS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain('coco')
    expect(ids.filter((id) => !/^[a-z0-9-]{2,40}$/.test(id))).toEqual([])
  })
})

describe('an editor is told the row and the field', () => {
  it.each([
    ['a letter in a number', '119', { phone: '11g' }, 'phone'],
    ['a need that does not exist', '119', { needs: ['protection'] }, 'needs.0'],
    ['a département that does not exist', 'adheos', { territory: ['16', '99'] }, 'territory.1'],
    ['a code written twice', 'adheos', { territory: ['16', '16'] }, 'territory'],
    ['an audience that does not exist', 'contact', { audiences: ['parents'] }, 'audiences.0'],
    ['ages that do not exist', '119', { ages: 'children' }, 'ages'],
    ['words missing in a language', 'flag', { what: { fr: 'Aide' } }, 'what.en'],
    ['words left empty', 'flag', { what: { fr: 'Aide', en: ' ' } }, 'what.en'],
    ['a site with its scheme', 'flag', { site: 'https://www.flag-asso.org' }, 'site'],
    ['a source that is not one', 'flag', { source: 'seen somewhere' }, 'source'],
    ['a day that does not exist', 'flag', { recordedOn: '2026-02-30' }, 'recordedOn'],
    ['no source', 'flag', { source: undefined }, 'source'],
    ['a field that nobody reads', 'flag', { telephone: '17' }, 'telephone'],
    ['a territory that the row does not tell', 'adheos', { where: undefined }, 'where'],
    ['sure hours that are not there', '3018', { hours: undefined }, 'hours'],
    ['a number from abroad on a row that is not', 'france-victimes', { abroad: undefined }, 'abroad'],
    ['a row for everyone that is only for the young', 'sos-homophobie', { ages: 'young' }, 'always'],
    ['a row that nobody would be shown', 'flag', { needs: [] }, 'needs'],
  ])('%s', (_, id, change, field) => {
    const fault = faultWith(id, change)
    expect(fault).toContain('services.json')
    expect(fault).toContain(`"${id}", field "${field}":`)
  })

  it.each([
    ['a channel that does not exist', { channel: 'chat' }, 'channel'],
    ['a month of closing that is not one', { closedOn: '2024-13' }, 'closedOn'],
    ['an identity with capitals', { id: 'Coco' }, 'id'],
    ['no day of recording', { recordedOn: undefined }, 'recordedOn'],
  ])('for a platform: %s', (_, change, field) => {
    expect(faultWithPlatform('coco', change)).toMatch(
      new RegExp(`^platforms\\.json, row 1 .*, field "${field}":`),
    )
  })

  it('two rows of the same name', () => {
    expect(faultWith('eu-112', { id: 'police-17' })).toBe(
      'services.json, row 2 "police-17", field "id": another row has it already',
    )
    expect(faultWithPlatform('grindr', { id: 'coco' })).toContain('field "id": another row has it already')
  })

  it('a file that is no list', () => {
    expect(faultInHelp({ services: {}, platforms: PLATFORMS })).toBe(
      'services.json: it is not a list of rows',
    )
  })

  it.each(FIRST_FOR_MINORS)('%s taken away, which the young are always shown', (id) => {
    const services = SERVICES.filter((row) => row.id !== id)
    expect(faultInHelp({ services, platforms: PLATFORMS })).toContain(`the row "${id}" must stay`)
  })

  it('no row left for everyone', () => {
    const services = SERVICES.map((row) => ({ ...row, always: false }))
    expect(faultInHelp({ services, platforms: PLATFORMS })).toContain('so that nobody is left with nothing')
  })
})
