// Words of what the report page brings in later, in English.
export const more = {
  making: 'Your eight words are coming…',
  failed: 'The words could not be prepared. Nothing you wrote is lost.',
  retry: 'Try again',
  noted: 'I have written them down',
  known: 'Your eight words are still the same.',
  seeAgain: 'See the words again',
  deriving: 'Your phone is preparing the keys of this code. This may take a moment.',
  without: 'Go on without a code',
  withoutMeans:
    'Without a code you can neither read an answer here nor withdraw your agreement from this site.',

  keep: {
    intro: [
      'Your story will be locked on this phone, then kept by this site, which cannot read it.',
      'Eight words open it. Without them nobody can. Not even us.',
      'You can open it again, change it, or send it to associations.',
    ],
    term: 'How long should it be kept?',
    terms: { month: 'One month', 'half-year': 'Six months', year: 'One year' },
    termHint: 'After that it is erased. You can erase it earlier.',
    termMissing: 'Choose how long to go on.',
    letterTitle: 'Keep a letter of it too',
    letter: 'This phone can make a letter of it to print, with the dates and places.',
    ready: 'See the letter to print',
    trace:
      'Printing or saving leaves a trace: a file, a sheet, a line in the printer. Do it where nobody else is looking.',
  },

  pause: {
    intro: [
      'Your story will be locked on this phone, then kept by this site for seven days.',
      'Eight words open it again. Without them nobody can read it. Not even us.',
      'After seven days it is erased.',
    ],
    now: 'Pause here',
    later: 'Back to my story',
  },

  putting: {
    working: 'Your story is being locked, then kept…',
    unreachable: 'No answer from the network. Nothing is lost. Try again when you like.',
    'too-long': 'Your story is a little too long to be kept. Shorten the free text.',
    refused: 'It did not work this time. Nothing is lost here. Try again in a moment.',
    again: 'Try again',
  },

  caught: {
    title: 'Your eight words are in what you wrote',
    body: 'These words are for you alone. An association does not need them. Take them out of the text, then go on.',
    link: 'Go to the text',
  },

  resumed: 'Your story is back. Your agreements will be asked again.',
  resumedWithdrawn:
    'An association you took your agreement back from is no longer offered here. To write to it, you need another code.',

  endings: {
    kept: {
      title: 'It is kept for you',
      lead: 'Nothing was sent to any association. You alone can open this story again.',
      keep: [
        'On this page: nothing any more. The browser’s history may remain.',
        'With us: your story, locked. We cannot read it.',
        'It is erased at the end of the time you chose.',
      ],
    },
    paused: {
      title: 'It is paused',
      lead: 'Nothing was sent to any association. You have seven days to go on.',
      keep: [
        'On this page: nothing any more. The browser’s history may remain.',
        'With us: your story, locked, for seven days. We cannot read it.',
      ],
    },
    until: 'Kept until',
    olderStays:
      'A text put aside before may still be there, locked. With your eight words, you can erase it.',
    backTitle: 'To come back',
    back: 'On Balise, choose “I have a code”, then write your eight words.',
    backLink: 'The page to come back to',
  },
} as const
