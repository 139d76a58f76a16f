// Words of the end of the report page: choosing associations, reading over, sending, the receipt. In English.
export const ending = {
  choose: {
    title: 'Who may read it and help you?',
    intro: 'Here are associations, closest to your answers first. You choose. Nothing is ticked beforehand.',
    waiting: 'The list is on its way. You can wait here, nothing is lost.',
    failed: 'The list did not arrive. Check the network. What you wrote is still here.',
    retry: 'Try again',
    termsTitle: 'What ticking means',
    terms: [
      'This association, and no one else, reads what you wrote and chose here.',
      'It uses it to help you. For nothing else.',
      'For 12 months at most.',
      'To change your mind, tell the association. This site cannot call back what was sent.',
      'Not ticking costs you no help.',
    ],
    answersOne: 'Answers within one day.',
    answersWithin: 'Answers within',
    answersDays: 'days.',
    noNight: 'Nobody reads at night. In danger: 17, or text 114.',
    helpsWith: 'Helps with',
    where: 'Where',
    everywhere: 'All of France',
    languages: 'Languages',
    allow: 'I allow',
    allowReading: 'to read my account, to help me, for 12 months.',
    more: 'More about it',
    others: 'See the other associations',
    noneForYou:
      'No association in this list can receive your account right now. The numbers below can help you.',
    minorTitle: 'First, two numbers made for you',
    under15:
      'Under 15, the law limits what an association may keep in writing. At 119 someone listens and asks nothing of you.',
    changedTitle: 'Something changed while you were writing',
    changed: 'These associations changed their key or their details. Read again, and tick again if you want:',
    gone: 'These associations can no longer receive your account:',
    kept: 'Nothing you wrote is lost.',
    noneChosen: 'You ticked no one. You can go on like this: nothing will be sent.',
    tooMany: 'You can choose eight associations at most. Untick one to take another.',
  },

  review: {
    title: 'Read it over, then decide',
    intro: 'This is what each association will read. You can still change all of it.',
    change: 'Change',
    unanswered: 'Left empty:',
    keptHere: 'Stays on this phone:',
    readersTitle: 'Who will read it',
    readers: 'Each gets its own copy, locked for it alone. None knows who else receives it.',
    nobodyTitle: 'You chose no one',
    nobody: 'Nothing will be sent. That is a good choice too. The help lines stay here for you.',
    noContact: 'You left no way to answer you. The associations will be able to read, not to reply.',
    send: 'Send',
    finish: 'Finish without sending',
  },

  sending: {
    title: 'Sending',
    proof: 'Your phone is doing a small calculation. It protects the associations from fake reports.',
    proofDone: 'Small calculation done.',
    sealing: 'Locking',
    posting: 'Sending the locked envelopes…',
    of: 'of',
    again: 'Try again',
    unreachable:
      'No answer from the network. Nothing is lost. Try again whenever you like: there will be no duplicate.',
    notSealed: 'The account could not be locked. So nothing has left. What you wrote is still here.',
    tooLong: 'Your account is a little too long for an envelope. Shorten the free text, then come back here.',
    tooLongLink: 'Go to the text',
    unconfirmed:
      'The site answered, but did not confirm your exact envelopes. We cannot say that they arrived. Try again.',
    expired:
      'The list of associations is too old to be safe. This site can send nothing today. It is not your fault. The help lines answer.',
    refused: 'The site could not keep your envelopes. Nothing is lost here. Try again in a moment.',
    unchanged:
      'The site is changing an association’s key right now. Nothing is lost here. Try again in a few minutes.',
    code: 'Code:',
  },

  receipt: {
    title: 'It arrived',
    confirmed: 'The site confirmed every envelope, byte for byte.',
    thanks: 'Thank you for your trust. What you have just done takes courage.',
    toTitle: 'Who received your account',
    nextTitle: 'What happens now',
    next: [
      'Each association opens its copy with its key.',
      'If you left a way to reach you, it answers you there.',
      'This page cannot receive a reply. It has no other link with you.',
    ],
    keepTitle: 'What is kept',
    keep: 'On this phone: nothing. The page has just erased everything. With us: locked envelopes that we cannot read. If an association does not open its own, it is erased after 90 days.',
    meanwhile: 'In the meantime, you do not have to stay alone.',
    leave: 'Leave this site',
  },

  unsent: {
    title: 'Nothing was sent',
    body: 'The page has erased what you had written. You can come back whenever you want.',
  },
} as const
