// Words around a return code: showing it, asking it back, typing it in. They promise what eight words can do, and nothing more.
export const code = {
  shown: {
    label: 'Your eight words',
    lead: 'With these eight words you can come back without an account. Note them now, in this order.',
    other: 'Other words',
    changed: 'Here are other words. Forget the ones before.',
    keep: [
      'Best: paper, or your memory. A screenshot may end up in a shared gallery or online.',
      'Whoever has these words reads what they open, and can write in your place. Give them to nobody, not even to an association.',
      'Once lost, nobody can give them back to you. Not even us.',
    ],
    canTitle: 'What can they do?',
    can: [
      'Open a story again that is paused, or kept for you.',
      'After sending: see where it stands, read the answers, add something.',
      'Take back your agreement, or erase everything here. What an association has already read may stay with it.',
    ],
    placesTitle: 'Where to keep them?',
    places: [
      'Slipped into a shopping list, they mean nothing to anybody. Keep their order.',
      'Two copies, in two places, protect better against a loss.',
      'The first four letters of each word are enough.',
    ],
    noCopy: 'There is no “Copy” button. A phone keeps what is copied, and other apps may read it.',
  },
  back: {
    asked: 'To check, find two of your words again.',
    hint: 'The first four letters are enough.',
    word: 'Word ',
    check: 'Check',
    again: 'See the words again',
    skip: 'I have noted them, do not check',
    wrong: 'That is not quite it. Try again, or see the words again. There is no hurry.',
  },
  typed: {
    label: 'Your eight words',
    hint: 'Four letters a word are enough. Accents and capitals do not count.',
    hide: 'Hide the words',
    reveal: 'Show the words',
    open: 'Open',
    empty: 'First write your eight words, with a space between them.',
    count: [
      'Eight words are needed. Here, the number of words is ',
      '. See whether one is missing, or one too many.',
    ],
    unknown: 'Some words are not in the list. What you wrote is still here.',
    unknownWord: ['Word ', ': “', '” is not in the list.'],
    checksum:
      'One of the words is probably not right, or the order has changed. What you wrote is still here.',
    onlyNoted:
      'If a word is suggested, take it only if it is what you noted. Another one would open an empty page.',
    suspect: ['Word ', ': “', '” may be a mistake.'],
    swapped: ['Word ', ' and word ', ': perhaps the other way round.'],
    rather: 'Rather:',
    word: 'Word ',
    lookAgain: 'Look at it once more.',
    chosen: 'It is changed. Tap “Open” when you want to.',
    failed: 'This phone could not read the words. They are still here. Try again.',
    unreachable: 'No network. Your words are still here. Try again.',
  },
} as const
