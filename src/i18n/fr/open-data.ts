// What open data says of itself, in the data package: columns, codes and releases. `{title}`, `{rung}`, `{window}`, `{mark}`,
// `{day}`, `{note}` and `{sha256}` are replaced.
export const openData = {
  title: 'Balise : les guets-apens tendus par des sites de tchat ou de rencontre, en chiffres',
  description:
    'Chaque table compte des récits, une seule fois chacun, par année ou par trimestre d’arrivée. Un hasard exact a été ajouté à chaque nombre, zéros compris : un nombre peut être négatif. Dix-neuf fois sur vingt, le vrai nombre est entre « lower » et « upper ». « Non connu » : personne ne le sait, ne l’a dit ou ne l’a demandé. Un récit n’est pas une plainte, et beaucoup de victimes n’écrivent pas : ces nombres ne disent pas combien de guets-apens il y a eu. Les codes des lieux sont ceux de l’INSEE. Ce sont des textes : 01 n’est pas 1.',
  cards: 'Fiches envoyées à Balise par des personnes qui ont accepté d’être comptées',
  places: 'INSEE, Code officiel géographique',
  release: 'La publication dont cette table est tirée',
  table: '{title}, {rung}, {window}{mark}',
  citation:
    'Balise, « {title}, {rung}, {window} »{mark}, nombres bruités publiés le {day}, CC BY 4.0. SHA-256 {sha256}.',
  synthetic: 'Données inventées pour une démonstration : elles ne disent rien de ce qui s’est passé.',
  syntheticMark: ' (données inventées)',
  note: 'Publiée après vérification par deux personnes : {note}',
  codes: 'Codes : {title}',
  columns: {
    family: 'Famille de tables',
    rung: 'Finesse de la table',
    window: 'Année, ou trimestre, d’arrivée des récits',
    synthetic: 'Si les données sont inventées',
    name: 'Nom du lieu ; vide hors de France ou si le lieu n’est pas connu',
    value: 'Nombre de récits, avec le hasard ajouté ; peut être négatif',
    lower: 'Le nombre moins la marge',
    upper: 'Le nombre plus la marge',
    code: 'Code',
    fr: 'Sens du code, en français',
    en: 'Sens du code, en anglais',
  },
  facets: {
    region: 'Région, code INSEE',
    departement: 'Département, code INSEE',
    'week-part': 'Semaine (du lundi au vendredi) ou week-end',
    'day-part': 'Jour ou nuit',
    weekday: 'Jour de la semaine',
    timeBand: 'Moment de la journée',
    lure: 'Qui les agresseurs disaient être',
    channel: 'Premier contact',
    place: 'Lieu',
    platform: 'Site ou application',
    act: 'Acte le plus grave',
  },
  /** What codes are called that are no answer of the form: here, and on the trends page. */
  labels: {
    unknown: 'Non connu',
    otherPlatform: 'Autre site ou appli',
    weekPart: { week: 'En semaine', weekend: 'Le week-end' },
    dayPart: { day: 'Le matin ou l’après-midi', night: 'Le soir ou la nuit' },
    /** What attackers pretended: without its question, an answer of the form would say what they are. */
    lure: {
      'gay-or-bi-man': 'Disaient être un homme gay ou bi',
      woman: 'Disaient être une femme',
      'trans-person': 'Disaient être une personne trans ou travestie',
      escort: 'Disaient être un ou une escort',
      minor: 'Disaient être une personne mineure',
      'unknown-person': 'Pas clair',
    },
  },
} as const
