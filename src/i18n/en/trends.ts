// What the trends page says while nothing has been published: only what is true now.
export const trends = {
  heading: 'Trends',
  lead: 'Nothing has been published yet. This page shows no figure until there is an honest one to show.',
  now: 'Today',
  nowText:
    'Whoever agrees may already send a card. It is sealed, and kept apart from reports. This site cannot open it. None has been counted yet.',
  planned: 'What will be counted, for whoever agrees',
  plannedText: 'A separate card, sent only with a separate consent. It holds nothing but broad answers:',
  facets: [
    'the département and the quarter;',
    'the day of the week and the time of day;',
    'the kind of site or app, and which one from a closed list;',
    'the kind of place;',
    'who the attackers claimed to be, and how many they were;',
    'the most serious act;',
    'where the complaint stands.',
  ],
  unknown: 'For every question, “I don’t know” will remain possible.',
  protection: 'How the figures will be protected',
  noise:
    'A little chance will be added to every number, even to zero. Every number will come with its margin.',
  threshold: 'Below 15, tables and pictures will only say “fewer than 15, maybe none”.',
  bound:
    'Someone who already knew every other report, and was at a coin flip about one, could not become more than 88% sure of it.',
  calendar: 'Figures will appear on fixed dates, by quarter or by year. There will be no live counter.',
  never: 'What will never be counted',
  nevers: [
    'your story, or any word written freely;',
    'a name, a pseudonym, a number, an address;',
    'the exact day, or a place finer than the département;',
    'the link between a card and a report.',
  ],
  back: 'A card once sent cannot be taken back: nothing will say who wrote it. You will be reminded before you agree.',
} as const
