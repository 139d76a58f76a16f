// What open data says of itself, in the data package: columns, codes and releases. `{title}`, `{rung}`, `{window}`, `{mark}`,
// `{day}`, `{note}` and `{sha256}` are replaced.
export const openData = {
  title: 'Balise: ambushes set up through chat or dating sites, in figures',
  description:
    'Each table counts reports, each one once, by the year or quarter in which they came in. Exact random noise was added to every number, zeros included: a number may be negative. Nineteen times in twenty the true number lies between "lower" and "upper". "Not known": nobody knew, said or asked. A report is not a complaint, and many victims do not write: these numbers do not say how many ambushes there were. Codes of places are those of INSEE. They are text: 01 is not 1.',
  cards: 'Cards sent to Balise by people who agreed to be counted',
  places: 'INSEE, Code officiel géographique (official geographic code)',
  release: 'The release that this table is derived from',
  table: '{title}, {rung}, {window}{mark}',
  citation:
    'Balise, "{title}, {rung}, {window}"{mark}, noisy counts published on {day}, CC BY 4.0. SHA-256 {sha256}.',
  synthetic: 'Data invented for a demonstration: they say nothing of what happened.',
  syntheticMark: ' (invented data)',
  note: 'Published after two people had checked it: {note}',
  codes: 'Codes: {title}',
  columns: {
    family: 'Family of tables',
    rung: 'How fine the table is',
    window: 'Year, or quarter, in which the reports came in',
    synthetic: 'Whether the data are invented',
    name: 'Name of the place; empty outside France or when the place is not known',
    value: 'Number of reports, with the noise added; may be negative',
    lower: 'The number less the margin',
    upper: 'The number plus the margin',
    code: 'Code',
    fr: 'Meaning of the code, in French',
    en: 'Meaning of the code, in English',
  },
  facets: {
    region: 'Région, INSEE code',
    departement: 'Département, INSEE code',
    'week-part': 'Week (Monday to Friday) or weekend',
    'day-part': 'Day or night',
    weekday: 'Day of the week',
    timeBand: 'Time of day',
    lure: 'Who the attackers claimed to be',
    channel: 'First contact',
    place: 'Place',
    platform: 'Site or app',
    act: 'Most serious act',
  },
  /** What codes are called that are no answer of the form: here, and on the trends page. */
  labels: {
    unknown: 'Not known',
    otherPlatform: 'Another site or app',
    weekPart: { week: 'On a weekday', weekend: 'At the weekend' },
    dayPart: { day: 'In the morning or afternoon', night: 'In the evening or at night' },
    /** What attackers pretended: without its question, an answer of the form would say what they are. */
    lure: {
      'gay-or-bi-man': 'Claimed to be a gay or bi man',
      woman: 'Claimed to be a woman',
      'trans-person': 'Claimed to be a trans or cross-dressing person',
      escort: 'Claimed to be an escort',
      minor: 'Claimed to be under 18',
      'unknown-person': 'Not clear',
    },
  },
} as const
