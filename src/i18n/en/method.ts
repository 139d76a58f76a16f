// Words of the method page: what the published figures count, how chance protects a report, and what they cannot say.
export const method = {
  title: 'Method · Balise',
  heading: 'How these figures are made',
  lead: 'What is counted, how chance protects each report, and what the numbers do not say.',
  toTrends: 'See the trends',
  contents: 'On this page',
  synthetic: 'The figures published here are invented, for the demonstration.',

  way: {
    title: 'Where a number comes from',
    steps: [
      'Someone writes on their phone. They agree, or not, to be counted.',
      'If they agree, the phone makes a card: a few broad answers, chosen from lists.',
      'The card leaves sealed, apart from the report. All cards have the same size.',
      'This site keeps it and cannot open it. It notes the quarter it came in, and nothing else.',
      'Once the quarter is over, the observatory opens the cards and counts them. It alone has the key.',
      'It adds chance to each number, even to zero. Then it publishes, once only.',
      'The card is deleted once every table it counts in is made.',
    ],
    kept: 'So a card waits a year and two weeks at most, if the observatory is on time. The true numbers are neither kept nor published.',
  },

  counted: {
    title: 'What is counted',
    intro: 'A card adds one to a single cell of each table.',
    caption: 'The tables, their share of the budget, the margin of their numbers and the least number shown',
    table: 'Table',
    epsilon: 'Budget (ε)',
    margin: 'Margin',
    shownFrom: 'Shown from',
    total: 'For one report, in all',
    budget: 'The larger the share of the budget, the more precise the number, and the less chance protects.',
    unusedTitle: 'On the card, but in no table today',
    unused: ['the quarter in which it happened;', 'the number of attackers;', 'where the complaint stands.'],
    unusedFate:
      'These three answers leave with the card. They are not counted, and are deleted with it. One more table would have to fit in the same budget.',
    neverTitle: 'What is never counted',
    never: [
      'The story, or any word written freely.',
      'A name, a pseudonym, a number, an address, a link.',
      'The age or the identity of whoever writes.',
      'The exact day, the town or the address.',
      'The link between a card and a report.',
    ],
  },

  chance: {
    title: 'Chance, in plain words',
    draws:
      'Before publishing, the observatory draws a number at random. It adds it to the true count, or takes it away. Small differences are common, large ones are rare.',
    example:
      'Here is an invented example. In one world, 20 reports are counted. In the other, there is one more.',
    picture: 'Ten draws for 20 reports, ten draws for 21 reports',
    without: '20 reports',
    with: '21 reports',
    drawn: 'What could have been published',
    alike: 'The two rows look alike. A 22 may come from either. That is what protects a report.',
    once: 'In truth the draw is made only once. Reloading the page or downloading always gives the same number.',
    readTitle: 'How to read',
    published: 'is the published number, chance included.',
    between: 'At least nineteen times in twenty, the true count is in the range',
    marginOnly: 'This margin is that of the added chance. It says nothing of what is never reported.',
    negative:
      'In the files, a number may be negative. It is a small count, less chance. Add the numbers as they are: the margin of a sum is wider.',
    apart: 'Each table has chance of its own. So the totals of two tables of one year differ a little.',
    fewTitle: 'Why some numbers are hidden',
    fewRule:
      'A page shows a number if it is at least 15, and at least twice its margin. Otherwise it says, for example, “fewer than 15, maybe none”.',
    fewWhy:
      'Without this, chance alone would show reports where there are none. Alone, it goes past this threshold less than once in 500.',
    fewAim:
      'This threshold helps to read well. It is not what protects: chance is. The files keep every number.',
  },

  promise: {
    title: 'What is guaranteed, and no more',
    who: 'Imagine someone who already knows every other report. About one alone, they are at a coin flip: was it counted?',
    bound: 'Even after reading everything that is ever published, they cannot be more than 88.1% sure.',
    versionsTitle: 'Between two versions of one report',
    versions:
      'They may also know that it is counted, and hesitate between two versions: this département, or that one. The report then moves from one cell to another, and two numbers change. The protection is weaker:',
    versionBounds: [
      '76.9% at most, if only the département changes;',
      '90.0% at most, if the région changes too, in a year when quarters are published by région;',
      '98.2% at most, if everything changes, in all six tables.',
    ],
    start:
      'These percentages start from a coin flip, and are rounded to one decimal. Whoever already had a suspicion may end higher.',
    notTitle: 'What the guarantee does not cover',
    not: [
      'It is for one report. Whoever sends two has twice that budget: 98.2% at most, and not 88.1%. Each further report adds as much.',
      'Whoever watches the network sees that a phone spoke to this site. They do not read what left.',
      'Whoever runs the server, and watches live, sees a card and a report arrive together.',
      'Whoever runs the server also knows exactly how many cards wait.',
      'Whoever can write where cards are kept can have a draw made again, or one card counted several times. Chance then no longer protects.',
      'The observatory opens the cards. It must be trusted to keep nothing of them.',
      'Whoever stole its key and the cards would read those not yet deleted.',
      'It assumes that the public code is the one that counts. Each release carries its digest.',
    ],
  },

  limits: {
    title: 'What the numbers do not say',
    lines: [
      'They are reports, not ambushes. Many are never told.',
      'They come from those who know this service, write, and agree to be counted. A rise may come from that.',
      'One event may be told several times, by the victim and by a witness. One person may also write several times.',
      'They are not rates, and none is offered. They do not say that one place is more dangerous than another.',
      'The département is where the person seeks help, or where it happened. Which one is not known.',
      'Where it happened is often a place to meet. It says nothing of those who live there or pass by.',
      'The period is when the card came in. The events may be older.',
      'The first year is incomplete if the service opened during it. It is not to be compared with the next ones.',
      'A hidden number is not a zero. There may be some reports, or none.',
      'An answer left empty is counted as not known.',
      'Nobody checks a card. It is possible to send false ones.',
    ],
  },

  calendar: {
    title: 'When figures are published',
    caption: 'The calendar',
    on: 'From',
    covers: 'Period',
    days: ['15 April', '15 July', '15 October', '15 January'],
    periods: [
      'January to March',
      'April to June',
      'July to September',
      'October to December, and the whole year',
    ],
    late: 'If the observatory is late, each release says its day.',
    noCounter:
      'There is no live counter, and no filter on request. Each further answer would tell a little more.',
  },

  detail: {
    title: 'How the level of detail is chosen',
    rule: 'The more reports there are, the finer a table may be. The added chance must not exceed the ordinary ups and downs of any count.',
    leaksNothing:
      'The choice looks only at the numbers published for the year before. So it reveals nothing more. Where there are none, the table is the broadest.',
    caption: 'The levels of each table, and the total they need',
    level: 'Level',
    period: 'Period',
    year: 'year',
    quarter: 'quarter',
    needs: 'Total published for the year before, known answers',
    always: 'always possible',
    atLeast: 'at least',
  },

  held: {
    title: 'Releases that are held',
    when: 'False cards may swell a number. So a release is held if its total is more than three times that of the period before. It is held too if a site or app of the list jumps so.',
    rules: [
      'The jump is judged beyond the margin. A number before that is under 15 counts as 15.',
      'The first period published has nothing before it: it is not held.',
      'A year that lacks a quarter serves for no comparison.',
      'A year that is drawn while one of its quarters is held is held too.',
    ],
    who: 'It then takes two of the three people who keep the federation’s keys. They publish with a note, and cannot change a number.',
    remains:
      'A smaller rise is published without waiting, whether true or false. One place or one answer may jump, if the total does not.',
  },

  ledger: {
    title: 'The budget spent so far',
    intro: 'Each report has a budget of 2.0, for ever. Each draw takes a share of it, which is noted here.',
    caption: 'The draws of the year',
    period: 'Period',
    drawn: 'Tables drawn',
    spent: 'Budget (ε)',
    waiting: 'held',
    most: 'Spent for a report that came in that year, at most:',
    of: 'of',
    wholeYear: 'the whole year',
    nothing: 'Nothing has been published yet. No budget has been spent.',
  },

  changes: {
    title: 'What changed between releases',
    intro: 'A published number never changes. What surrounds it may change: here it is.',
    rung: 'The level changes:',
    epsilon: 'The share of the budget changes:',
    code: 'The code that counts changes. Its digest:',
    held: 'Held, until two people have looked.',
    note: 'Published after a check. The note:',
    to: 'then',
    nothing: 'Nothing has been published yet.',
    none: 'Nothing has changed so far.',
  },

  live: {
    reading: 'Reading the list of releases…',
    unreachable: 'The list of releases could not be read. The rest of the page is complete.',
    filling: 'The invented figures of the demonstration are still coming. Reload the page in a minute.',
    withoutScript: 'This part is made on your device, from the list of releases.',
  },

  reuse: {
    title: 'Reuse and cite',
    licence:
      'The figures are published under CC BY 4.0. You may reuse them if you cite the source and the date.',
    citeTitle: 'A citation',
    cite: 'Balise, “Where, by région, 2026”, noisy counts published on 15 January 2027, CC BY 4.0.',
    always: 'Keep the margin with the number. Say that these are reports.',
    codes: 'The codes of départements and régions are those of INSEE.',
    outlines:
      'Outlines of the maps: Victor Cazanave, svg-maps, CC BY 4.0. They are simplified, and merged by région. Paris is enlarged.',
  },
} as const
