// The demonstration's associations. Every name says that it is invented.
import type { DirectoryEntry } from '../directory/directory.ts'

export type InventedAssociation = Omit<
  DirectoryEntry,
  'certificate' | 'fingerprint' | 'status' | 'proofOfPossession'
>

export const INVENTED_ASSOCIATIONS: readonly InventedAssociation[] = [
  {
    association: 'demo-ecoute',
    name: 'Écoute Lanterne (démonstration)',
    about: {
      fr: 'Association inventée. Écoute, soutien psychologique et aide juridique après une agression anti-LGBT+.',
      en: 'Invented association. Listening, psychological support and legal help after an anti-LGBT+ assault.',
    },
    scope: ['psychological', 'legal', 'care', 'peers'],
    audiences: [],
    territory: [],
    languages: ['fr', 'en'],
    answersWithinDays: 3,
    acceptsMinors: true,
    acceptsUnder15: false,
    offenceBasis: null,
  },
  {
    association: 'demo-droits',
    name: 'Droits Boussole (démonstration)',
    about: {
      fr: 'Association inventée. Avocates et avocats bénévoles : plainte, banque, retrait d’images, droit au séjour.',
      en: 'Invented association. Volunteer lawyers: complaints, banks, takedown of images, right of residence.',
    },
    scope: ['legal', 'bank', 'takedown', 'residence', 'forensic'],
    audiences: ['migrant', 'sex-worker', 'trans'],
    territory: [],
    languages: ['fr', 'en', 'ar'],
    answersWithinDays: 5,
    acceptsMinors: false,
    acceptsUnder15: false,
    offenceBasis: null,
  },
  {
    association: 'demo-jeunes',
    name: 'Jeunes Passerelle (démonstration)',
    about: {
      fr: 'Association inventée, en Île-de-France. Hébergement et accompagnement des moins de 26 ans.',
      en: 'Invented association, in Île-de-France. Housing and support for people under 26.',
    },
    scope: ['housing', 'psychological', 'child-protection', 'peers'],
    audiences: ['youth'],
    territory: ['75', '77', '78', '91', '92', '93', '94', '95'],
    languages: ['fr'],
    answersWithinDays: 2,
    acceptsMinors: true,
    acceptsUnder15: false,
    offenceBasis: null,
  },
]
