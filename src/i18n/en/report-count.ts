// Words of being counted: the few words of a card, and its own consent.
export const counting = {
  count: {
    title: 'Be counted, without telling',
    intro:
      'Public figures help to prevent other traps. You can be part of them without sending an account. Only the words below leave.',
    words: 'The words that will be counted',
    change: 'To change one, go back. An unknown word counts too.',
    unknown: 'unknown',
    quarter: 'Period',
    quarters: ['January to March', 'April to June', 'July to September', 'October to December'],
    otherPlatform: 'Another site or application',
    act: 'The most serious thing done',
    neverTitle: 'What never leaves this way',
    never: [
      'Your account, or any sentence written here.',
      'A name, a pseudonym, a number, a link.',
      'The exact day, or who is writing.',
      'A way to reach you. Nobody will be able to answer you.',
    ],
    readersTitle: 'Who reads these words',
    readers: [
      'The observatory, and no one else. This site cannot open them.',
      'It opens them in groups, to count them, then deletes them. As planned, a year and two weeks later at most.',
      'Each published figure is changed a little at random, to protect each report.',
      'Some of these words are in no table today. They are deleted with the others.',
    ],
    method: 'How these figures are made',
    finalTitle: 'What is sent cannot be taken back.',
    final: 'Nothing ties these words to you. So nobody can find them again to remove them.',
    consent:
      'By tapping this button, you agree to these words being counted. If you do not tap it, nothing leaves.',
    send: 'I agree: count these words',
    underWay: 'Sending. This can take a few seconds.',
    unreachable: 'The site did not answer. You can try again: the same sending counts only once.',
    refused: 'The site cannot take these words right now. The help lines are still there.',
    'not-sealed': 'The sending could not be prepared. These words have not left. You can try again.',
    failed: 'The sending is not confirmed. You can try again: the same sending counts only once.',
  },
} as const
