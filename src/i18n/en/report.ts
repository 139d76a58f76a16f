// Words of the report page in English.
import { account } from './report-account.ts'
import { choosing } from './report-choose.ts'
import { counting } from './report-count.ts'
import { ending } from './report-ending.ts'
import { identifiers } from './report-identifiers.ts'
import { protect } from './report-protect.ts'

export const report = {
  title: 'Write · Balise',
  heading: 'Write',
  chapters: {
    protect: 'Keeping safe',
    you: 'You',
    account: 'What happened',
    who: 'Who can help',
  },
  actions: {
    begin: 'I’ll begin',
    next: 'Continue',
    back: 'Back',
    toReview: 'Back to reading it over',
    choose: 'Choose from the list',
    why: 'Why this question?',
    skip: 'Skip to: who can help',
  },
  withoutScript: {
    title: 'To write here, turn on JavaScript in the browser’s settings, then reload.',
    body: 'It is what locks what you write, on this phone, before anything is sent. Without it, nothing would be protected. So this page will send nothing.',
    help: 'See the help lines',
  },
  later: {
    waiting: 'It is coming…',
    code: 'A code to come back',
    pause: 'Pause here',
    pauseLink: 'Pause',
  },
  several: 'Several answers are possible.',
  problem: 'An answer to complete, or to leave empty',
  charactersLeft: 'Characters left:',
  cut: 'The end of the text was not kept.',

  ...protect,
  ...account,
  ...identifiers,
  ...choosing,
  ...counting,
  ...ending,
} as const
