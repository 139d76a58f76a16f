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
    title: 'This page is not ready yet. If nothing changes, reload it.',
    reload: 'Reload the page',
    body: 'First check the network. JavaScript must also be allowed in the browser’s settings. JavaScript is what locks what you write, on this phone. Without it, this page will send nothing.',
    help: 'See the help lines',
  },
  later: {
    waiting: 'It is coming…',
    failed: 'This part of the page did not arrive. Check the network. What you wrote is still here.',
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
