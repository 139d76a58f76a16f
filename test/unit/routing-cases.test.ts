// Whom a person is shown, case by case: a specification to be read, over the invented directory of test/support/routing-directory.ts
// and the real services. "-" is nothing said; "~" marks an association that is proposed and told to help elsewhere, so that a name
// without "~" among those never shown is one that must not be told to help here.
import { expect, test } from 'vitest'
import { proposeServices } from '../../src/domain/route-services.ts'
import { proposeAssociations, type Act, type Seeker } from '../../src/domain/routing.ts'
import { SERVICES } from '../../src/help/services.ts'
import { DEPARTEMENT_CODES } from '../../src/protocol/departements.ts'
import {
  ACTS,
  AUDIENCES,
  LANGUAGES,
  NEEDS,
  type AgeBand,
  type Audience,
  type Need,
} from '../../src/protocol/vocabulary.ts'
import { DIRECTORY } from '../support/routing-directory.ts'

const CASES = `
| who                                                     | needs                        | audiences     | where  | language | age   | what happened        | associations, first                 | services, first                                                                | never                                           |
| someone who answered nothing at all                     | -                            | -             | -      | fr       | -     | -                    | ecoute avocats                      | france-victimes sos-homophobie 3114                                            | en-pause centre-paris acceptess-t 119 le-refuge |
| someone who says only that they are in Nord             | -                            | -             | 59     | fr       | -     | -                    | maison-nord ecoute avocats          | france-victimes sos-homophobie                                                 | en-pause centre-paris adheos                    |
| someone near Lille who looks for a lawyer               | legal                        | -             | 59     | fr       | 26+   | -                    | maison-nord avocats                 | france-victimes sos-homophobie stop-homophobie point-justice                   | centre-paris 119 viols-femmes-info              |
| the same in Somme, where the house of Lille does not go | legal                        | -             | 80     | fr       | 26+   | -                    | avocats ecoute proches ~maison-nord | france-victimes sos-homophobie                                                 | maison-nord                                     |
| someone who looks for a lawyer and does not say where   | legal                        | -             | -      | fr       | -     | -                    | avocats maison-nord                 | france-victimes sos-homophobie                                                 | en-pause centre-paris                           |
| a minor in Réunion who needs protecting                 | child-protection             | -             | 974    | fr       | 15-17 | -                    | enfance-ocean ecoute                | 119 3018 france-victimes                                                       | avocats azur en-pause                           |
| a child in Réunion who needs protecting                 | child-protection             | -             | 974    | fr       | -15   | -                    | enfance-ocean                       | 119 3018 france-victimes                                                       | ecoute proches toit-jeunes en-pause             |
| a child in Cantal                                       | psychological                | -             | 15     | fr       | -15   | -                    | ~enfance-ocean                      | 119 3018 france-victimes                                                       | ecoute proches avocats en-pause                 |
| a child who answered nothing else                       | -                            | -             | -      | fr       | -15   | -                    | enfance-ocean                       | 119 3018 france-victimes                                                       | ecoute avocats en-pause                         |
| a 16-year-old whose images are online                   | takedown                     | -             | 35     | fr       | 15-17 | filmed               | ecoute                              | 119 3018 pharos                                                                | avocats en-pause                                |
| a 16-year-old who is being blackmailed                  | takedown psychological       | -             | 35     | fr       | 15-17 | outing-threat        | ecoute                              | 119 3018 17cyber                                                               | avocats en-pause                                |
| a 16-year-old who was raped, in Paris                   | psychological legal          | -             | 75     | fr       | 15-17 | rape                 | toit-jeunes ecoute                  | 119 3018 innocence-en-danger                                                   | avocats trans-paris plainte-en-ligne            |
| a 17-year-old put out of home in Paris                  | housing                      | youth         | 75     | fr       | 15-17 | -                    | toit-jeunes ecoute                  | 119 3018 le-refuge contact                                                     | avocats en-pause                                |
| a 17-year-old put out of home in Brest                  | housing                      | youth         | 29     | fr       | 15-17 | -                    | ecoute proches ~toit-jeunes         | 119 3018 le-refuge contact                                                     | avocats centre-paris                            |
| a young adult put out of home in Paris                  | housing                      | youth         | 75     | fr       | 18-25 | -                    | toit-jeunes                         | le-refuge contact centre-paris                                                 | 119 acpe en-pause                               |
| someone of 40 without a home in Paris                   | housing                      | -             | 75     | fr       | 26+   | -                    | ecoute avocats                      | centre-paris france-victimes                                                   | le-refuge 119 contact                           |
| someone in danger now, who says no age                  | emergency                    | -             | 69     | fr       | -     | -                    | ecoute                              | police-17 eu-112 samu-15 114                                                   | 119 en-pause                                    |
| a minor in danger now                                   | emergency                    | -             | 69     | fr       | 15-17 | threats              | ecoute                              | 119 3018 police-17 eu-112 samu-15 114                                          | avocats                                         |
| a trans migrant in Paris                                | residence legal              | trans migrant | 75     | fr       | 26+   | -                    | trans-paris avocats                 | acceptess-t point-justice centre-paris                                         | le-refuge 119                                   |
| a trans migrant in Paris who asks for Spanish           | residence                    | trans migrant | 75     | es       | 26+   | -                    | trans-paris ecoute                  | acceptess-t point-justice                                                      | en-pause                                        |
| a trans person in Lyon who looks for others             | peers                        | trans         | 69     | fr       | 18-25 | -                    | ecoute avocats proches ~trans-paris | france-victimes sos-homophobie                                                 | acceptess-t en-pause                            |
| a migrant in Rennes who fears for the papers            | residence                    | migrant       | 35     | fr       | 26+   | -                    | ecoute avocats proches ~trans-paris | point-justice france-victimes                                                  | acceptess-t                                     |
| someone who asks for Arabic, in Strasbourg              | legal                        | -             | 67     | ar       | 26+   | -                    | avocats ecoute                      | france-victimes sos-homophobie                                                 | en-pause                                        |
| someone who asks for Turkish, which nobody speaks       | legal                        | -             | 67     | tr       | 26+   | -                    | avocats ecoute                      | france-victimes sos-homophobie                                                 | en-pause                                        |
| someone who asks for Arabic more than for a house       | housing                      | -             | 59     | ar       | 26+   | -                    | avocats maison-nord                 | france-victimes                                                                | le-refuge en-pause                              |
| an English speaker in Nice                              | legal psychological          | -             | 06     | en       | 26+   | -                    | azur ecoute avocats                 | france-victimes sos-homophobie                                                 | en-pause centre-paris                           |
| an English speaker who answered nothing else            | -                            | -             | -      | en       | -     | -                    | ecoute avocats azur                 | france-victimes sos-homophobie                                                 | en-pause                                        |
| a Russian speaker in Toulon                             | psychological                | -             | 83     | ru       | 18-25 | -                    | azur ecoute                         | france-victimes sos-homophobie 3114                                            | 119                                             |
| a sex worker in Marseille                               | care peers                   | sex-worker    | 13     | fr       | 26+   | violence             | sante-marseille ecoute              | samu-15 pep                                                                    | acceptess-t                                     |
| a sex worker in Paris who was robbed                    | legal                        | sex-worker    | 75     | fr       | 26+   | theft                | trans-paris avocats                 | plainte-en-ligne centre-paris acceptess-t                                      | police-chat                                     |
| someone afraid of HIV since last night                  | care                         | -             | 31     | fr       | 26+   | rape                 | ecoute                              | samu-15 pep viols-femmes-info                                                  | 119 innocence-en-danger                         |
| someone living with HIV in Marseille                    | psychological                | hiv           | 13     | fr       | 26+   | -                    | sante-marseille ecoute              | france-victimes sos-homophobie 3114                                            | pep                                             |
| someone robbed at home in a village of Cantal           | bank legal                   | -             | 15     | fr       | 26+   | theft forced-payment | avocats ecoute                      | plainte-en-ligne france-victimes sos-homophobie stop-homophobie carte-bancaire | centre-paris 17cyber                            |
| someone whose card and code were taken                  | bank                         | -             | 44     | fr       | 18-25 | forced-payment       | avocats                             | carte-bancaire france-victimes                                                 | plainte-en-ligne                                |
| someone with nothing but blackmail                      | -                            | -             | 33     | fr       | 26+   | outing-threat        | ecoute avocats                      | 17cyber france-victimes                                                        | pharos plainte-en-ligne                         |
| someone whose images are online                         | takedown                     | -             | 33     | fr       | 26+   | filmed               | ecoute avocats                      | pharos 3018                                                                    | 17cyber 119                                     |
| someone beaten in Nice who wants injuries recorded      | forensic care                | -             | 06     | fr       | 26+   | violence             | azur                                | samu-15 pep umj                                                                | viols-femmes-info                               |
| someone sexually assaulted                              | psychological legal forensic | -             | 63     | fr       | 26+   | sexual-assault       | ecoute avocats proches              | viols-femmes-info france-victimes                                              | acpe innocence-en-danger                        |
| a witness who asks for nothing                          | -                            | -             | 34     | fr       | -     | violence             | ecoute avocats                      | france-victimes sos-homophobie                                                 | plainte-en-ligne contact                        |
| a witness who asks how a complaint works                | legal                        | -             | 34     | fr       | -     | violence             | avocats ecoute                      | france-victimes sos-homophobie                                                 | plainte-en-ligne                                |
| a relative of someone who was killed                    | legal psychological          | relatives     | 21     | fr       | 26+   | death                | proches ecoute avocats              | france-victimes sos-homophobie stop-homophobie                                 | le-refuge acpe                                  |
| a relative who writes for someone of 16                 | child-protection             | relatives     | 21     | fr       | 15-17 | -                    | proches ecoute                      | 119 3018 contact                                                               | avocats                                         |
| an adult who asks for the protection of a child         | child-protection             | -             | 45     | fr       | 26+   | -                    | ecoute avocats                      | 119 france-victimes                                                            | le-refuge en-pause                              |
| someone who can take no more                            | psychological                | -             | 87     | fr       | 18-25 | -                    | ecoute avocats                      | france-victimes sos-homophobie 3114                                            | viols-femmes-info                               |
| someone who only wants others who lived through it      | peers                        | -             | 56     | fr       | 26+   | -                    | ecoute                              | france-victimes sos-homophobie 3114                                            | contact adheos                                  |
| someone abroad                                          | legal psychological          | -             | abroad | fr       | 26+   | -                    | ecoute avocats                      | france-victimes sos-homophobie stop-homophobie point-justice                   | 3114 police-17 centre-paris                     |
| someone abroad and in danger                            | emergency                    | -             | abroad | en       | 26+   | -                    | ecoute avocats                      | eu-112 france-victimes                                                         | police-17 samu-15 114                           |
| a minor abroad                                          | child-protection             | -             | abroad | fr       | 15-17 | -                    | ecoute proches ~enfance-ocean       | 119 3018 france-victimes                                                       | avocats 3114                                    |
| someone in Charente who asks for nothing                | -                            | -             | 16     | fr       | 26+   | -                    | ecoute avocats                      | adheos france-victimes                                                         | centre-paris                                    |
| someone in Mayotte who looks for a lawyer               | legal                        | -             | 976    | fr       | 26+   | -                    | enfance-ocean avocats               | france-victimes sos-homophobie                                                 | centre-paris adheos                             |
| someone of 20 in Paris who needs everything             | emergency care forensic psychological legal bank takedown housing child-protection residence peers | -             | 75     | fr       | 18-25 | -                    | toit-jeunes ecoute avocats          | samu-15 police-17 eu-112 114 centre-paris                                      | acceptess-t 17cyber                             |
`

const AGES: Readonly<Record<string, AgeBand | null>> = {
  '-': null,
  '-15': 'under-15',
  '15-17': '15-17',
  '18-25': '18-25',
  '26+': '26-and-over',
}

interface Case {
  who: string
  seeker: Seeker
  associations: string[]
  services: string[]
  never: string[]
}

const list = (cell: string): string[] => (cell === '-' ? [] : cell.split(/\s+/))

/** Every word of the table must be one that is known, so that a slip of the pen fails. */
function codes<Code extends string>(cell: string, known: readonly string[]): Code[] {
  const unknown = list(cell).filter((code) => !known.includes(code))
  if (unknown.length > 0) throw new Error(`the table has an unknown ${unknown.join(', ')}`)
  return list(cell) as Code[]
}

const NAMES = [...DIRECTORY.map(({ association }) => association), ...SERVICES.map(({ id }) => id)]

function readCase(line: string): Case {
  const [who = '', needs, audiences, where, language, age, acts, associations, services, never] = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim()) as [string, ...string[]]
  const [departement = null] = codes(where === 'abroad' ? 'elsewhere' : (where ?? ''), [
    ...DEPARTEMENT_CODES,
    'elsewhere',
  ])
  const ageBand = AGES[age ?? '']
  if (ageBand === undefined) throw new Error(`the table has an unknown age: ${age}`)
  return {
    who,
    seeker: {
      needs: codes<Need>(needs ?? '', NEEDS),
      audiences: codes<Audience>(audiences ?? '', AUDIENCES),
      departement,
      language: codes(language ?? '', LANGUAGES)[0] ?? 'fr',
      ageBand,
      acts: codes<Act>(acts ?? '', ACTS),
    },
    associations: codes(associations ?? '', [...NAMES, ...NAMES.map((name) => `~${name}`)]),
    services: codes(services ?? '', NAMES),
    never: codes(never ?? '', NAMES),
  }
}

const [, ...rows] = CASES.trim().split('\n')
const cases = rows.map(readCase)

/** As the table writes them: told to be elsewhere or not. */
const associationsFor = (seeker: Seeker): string[] =>
  proposeAssociations(DIRECTORY, seeker).map(({ entry, reasons }) =>
    reasons.some(({ kind }) => kind === 'elsewhere') ? `~${entry.association}` : entry.association,
  )

const servicesFor = (seeker: Seeker): string[] =>
  proposeServices(SERVICES, seeker).map(({ entry }) => entry.id)

test('the table has at least forty people, each described once, each shown something and spared something', () => {
  expect(cases.length).toBeGreaterThanOrEqual(40)
  expect(new Set(cases.map(({ who }) => who)).size).toBe(cases.length)
  for (const { services, never } of cases) {
    expect(services.length).toBeGreaterThan(0)
    expect(never.length).toBeGreaterThan(0)
  }
})

test.each(cases)('$who', ({ seeker, associations, services, never }) => {
  const [shown, helping] = [associationsFor(seeker), servicesFor(seeker)]
  expect(shown.slice(0, associations.length)).toEqual(associations)
  expect(helping.slice(0, services.length)).toEqual(services)
  expect([...shown, ...helping].filter((name) => never.includes(name))).toEqual([])
})

test('those who help elsewhere come after all who help here, for everyone', () => {
  for (const { seeker } of cases) {
    const far = associationsFor(seeker).map((name) => name.startsWith('~'))
    expect(far).toEqual(far.toSorted())
  }
})
