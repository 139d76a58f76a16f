// Referrals by the thousand, as their senders' phones would have sealed them: told at different lengths, over three months, half of
// them by people who took a code, some of the same attackers. For the bench only: what they say is made up of a few sentences.
import { addDays, type Day } from '../../src/protocol/day.ts'
import type { Report } from '../../src/protocol/report.ts'
import { replyOf } from '../../src/sealing/reply.ts'
import type { Recipient } from '../../src/sealing/seal-report.ts'
import { reportOf, seedOf, type Seed } from '../browser/inbox-seeds.ts'
import { makeAuthor } from '../support/authors.ts'

/** Over which envelopes are spread: no more are kept unopened. */
const DAYS = 90

const SENTENCES = [
  'Nous avons parlé trois soirs sur le tchat avant de fixer un rendez-vous près de la gare.',
  'Sur place ils étaient plusieurs, cachés derrière les voitures, et l’un d’eux filmait.',
  'Ils ont pris mon téléphone, ont demandé le code et ont vidé le compte en deux virements.',
  'Depuis, je reçois des messages qui menacent de tout montrer à ma famille et à mon employeur.',
  'Je n’ai rien dit à la police parce que j’ai peur qu’on me demande ce que je faisais là.',
  'L’un avait une cicatrice au menton et les autres l’appelaient par un prénom court.',
  'Je voudrais parler à quelqu’un qui ne jugera pas, plutôt le soir, et jamais par courrier.',
]

const DEPARTEMENTS = ['75', '13', '69', '59', '33', '31', '2A'] as const

/** From one sentence to some four thousand characters: most fit the smallest size, one in twelve does not. */
function narrativeOf(number: number): string {
  const sentences = number % 12 === 0 ? 45 : 1 + (number % 14)
  const told = Array.from({ length: sentences }, (_, at) => SENTENCES[(number + at) % SENTENCES.length])
  return `Récit numéro ${number}. ${told.join(' ')}`
}

const tellingOf = (number: number): Report =>
  reportOf(narrativeOf(number), {
    account: {
      role: 'victim',
      place: number % 3 === 0 ? 'car-park' : 'street',
      departement: DEPARTEMENTS[number % DEPARTEMENTS.length] ?? '75',
      month: '2026-10-01',
      weekday: 'friday',
      timeBand: 'night',
      attackers: 'more-than-3',
      acts: ['insults', 'forced-payment'],
      losses: ['card-code'],
      needs: ['legal'],
    },
    about: { ageBand: '18-25', language: 'fr' },
    identifiers: [
      {
        type: 'phone',
        value: `+336${String(10_000_000 + (number % 900)).padStart(8, '0')}`,
        recognised: true,
      },
      {
        type: 'pseudonym',
        platform: 'Un tchat de quartier',
        value: `ombre${number % 400}`,
        recognised: false,
      },
    ],
    contact: { channel: 'sms', value: '06 12 34 56 78', say: 'Dites que vous appelez pour le club.' },
  })

/** `count` referrals sealed to one recipient, the newest received on `newest`. */
export async function sealReferrals(count: number, recipient: Recipient, newest: Day): Promise<Seed[]> {
  const seeds: Seed[] = []
  for (let number = 1; number <= count; number++) {
    const receivedOn = addDays(newest, -(number % DAYS))
    const keys = number % 2 === 0 ? await makeAuthor() : null
    const code = keys && { reply: replyOf(keys), links: keys.links }
    seeds.push(
      await seedOf(tellingOf(number), recipient, receivedOn, { purposes: ['referral', 'series'], code }),
    )
  }
  return seeds
}
