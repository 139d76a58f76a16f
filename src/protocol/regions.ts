// The 18 régions of France by INSEE code, and the départements of each. INSEE, Code officiel géographique.

interface Region {
  name: string
  departements: readonly string[]
}

export const REGIONS = {
  '01': { name: 'Guadeloupe', departements: ['971'] },
  '02': { name: 'Martinique', departements: ['972'] },
  '03': { name: 'Guyane', departements: ['973'] },
  '04': { name: 'La Réunion', departements: ['974'] },
  '06': { name: 'Mayotte', departements: ['976'] },
  '11': { name: 'Île-de-France', departements: ['75', '77', '78', '91', '92', '93', '94', '95'] },
  '24': { name: 'Centre-Val de Loire', departements: ['18', '28', '36', '37', '41', '45'] },
  '27': {
    name: 'Bourgogne-Franche-Comté',
    departements: ['21', '25', '39', '58', '70', '71', '89', '90'],
  },
  '28': { name: 'Normandie', departements: ['14', '27', '50', '61', '76'] },
  '32': { name: 'Hauts-de-France', departements: ['02', '59', '60', '62', '80'] },
  '44': {
    name: 'Grand Est',
    departements: ['08', '10', '51', '52', '54', '55', '57', '67', '68', '88'],
  },
  '52': { name: 'Pays de la Loire', departements: ['44', '49', '53', '72', '85'] },
  '53': { name: 'Bretagne', departements: ['22', '29', '35', '56'] },
  '75': {
    name: 'Nouvelle-Aquitaine',
    departements: ['16', '17', '19', '23', '24', '33', '40', '47', '64', '79', '86', '87'],
  },
  '76': {
    name: 'Occitanie',
    departements: ['09', '11', '12', '30', '31', '32', '34', '46', '48', '65', '66', '81', '82'],
  },
  '84': {
    name: 'Auvergne-Rhône-Alpes',
    departements: ['01', '03', '07', '15', '26', '38', '42', '43', '63', '69', '73', '74'],
  },
  '93': { name: "Provence-Alpes-Côte d'Azur", departements: ['04', '05', '06', '13', '83', '84'] },
  '94': { name: 'Corse', departements: ['2A', '2B'] },
} as const satisfies Readonly<Record<string, Region>>

// Integer-like keys would come first: the order of codes is spelled out.
export const REGION_CODES = Object.keys(REGIONS).toSorted() as (keyof typeof REGIONS)[]

const regionByDepartement = new Map(
  REGION_CODES.flatMap((code) => REGIONS[code].departements.map((each) => [each as string, code] as const)),
)

/** The région a département is in; what is no département (`elsewhere`, `unknown`) is its own answer. */
export const regionOf = (departement: string): string => regionByDepartement.get(departement) ?? departement
