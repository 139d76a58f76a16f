// Words of the page on what remains on a phone.
export const device = {
  title: 'What stays on a phone · Balise',
  heading: 'What stays on a phone',
  lead: 'Balise keeps nothing on your phone. But the phone itself keeps traces. Here they are.',
  safest: 'The safest: the device of someone you trust, or a library computer. A private window helps too.',
  quitTitle: 'What “Leave fast” does',
  quitDoes: [
    'It empties the fields and forgets what was written.',
    'It asks the browser to erase what it kept of this site.',
    'It opens a weather site instead. “Back” no longer shows what you wrote.',
  ],
  quitDoesNotTitle: 'What it does not do',
  quitDoesNot: [
    'It does not erase the browser’s history.',
    'It does not erase screenshots, calls or text messages.',
    'It does not stop an app that watches the phone.',
  ],
  historyTitle: 'The browser’s history',
  history:
    'It keeps the address of the pages you opened. You can erase one line only: an empty one is noticed.',
  ways: [
    {
      title: 'Android, with Chrome',
      steps: [
        'Tap the three dots, at the top.',
        'Tap “History”.',
        'Tap the cross beside each “Balise” line.',
      ],
    },
    {
      title: 'iPhone, with Safari',
      steps: [
        'Tap the open book (“Bookmarks”), sometimes behind “…”.',
        'Tap the clock or “History”.',
        'Swipe each “Balise” line to the side, then “Delete”.',
      ],
    },
  ],
  account:
    'If the browser is linked to an account, the history may show on other devices: tablet, family computer.',
  private:
    'In a private window, nothing enters the history. Close it at the end. The network still sees the site’s name.',
  thoughts: [
    {
      title: 'The keyboard',
      lines: [
        'It may learn words and suggest them later.',
        'Our fields ask it to learn nothing. Some keyboards do not obey.',
        'An awkward suggestion? Press and hold it, and remove it if the keyboard lets you.',
      ],
    },
    {
      title: 'Screenshots and photos',
      lines: [
        'They go to your photos, and often to an online backup.',
        'A shared album or a family tablet may show them.',
        'A deleted photo stays in the bin for some time.',
        'You can send them to someone you trust, then remove them from here.',
      ],
    },
    {
      title: 'Calls and text messages',
      lines: [
        'A call stays in the log. A text message stays in the conversation.',
        'You can erase one line of the log, by pressing and holding it.',
        '119 does not show on phone bills. Other numbers may.',
      ],
    },
    {
      title: 'What you save or print',
      lines: [
        'A saved file stays in “Downloads” or “Files”.',
        'A printer may keep a list of what it printed.',
        'Keep a sheet of paper somewhere safe, away from home if need be.',
      ],
    },
    {
      title: 'Notifications and the screen',
      lines: [
        'An answer may show on the locked screen. The settings can hide previews.',
        'The list of open apps shows the last page: close the tab.',
      ],
    },
    {
      title: 'Parental control, spying apps',
      lines: [
        'A monitoring app can record sites, screens and keys. Balise cannot prevent it.',
        'Removing such an app may be seen, and warn the person who put it there.',
        'A doubt? Use another device to write and to ask for help.',
      ],
    },
  ],
} as const
