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
    allowReading: 'to read what I wrote, to help me, for 12 months.',
    more: 'More about it',
    others: 'See the other associations',
    noneForYou:
      'No association in this list can receive your story right now. The numbers below can help you.',
    minorTitle: 'First, two numbers made for you',
    under15:
      'Under 15, the law limits what an association may keep in writing. At 119 someone listens, day and night. You do not have to give your name.',
    changedTitle: 'Something changed while you were writing',
    changed: 'These associations changed their key or their details. Read again, and tick again if you want:',
    gone: 'These associations can no longer receive your story:',
    kept: 'Nothing you wrote is lost.',
    noneChosen: 'You ticked no association. You can go on like this: nothing will be sent.',
    tooMany: 'You can choose eight associations at most. Untick one to take another.',
  },

  review: {
    title: 'Read it over, then decide',
    intro: 'This is what each association will read. You can still change all of it.',
    change: 'Change',
    unanswered: 'Left empty:',
    keptHere: 'Stays on this phone:',
    readersTitle: 'Who will read it',
    readers:
      'Each gets its own copy, locked for it alone. None knows which others have one. Each also sees the day of sending and the language of this page.',
    nobodyTitle: 'You chose no association',
    nobody: 'Nothing will be sent. That is a good choice too. The help lines stay here for you.',
    nobodyCanTitle: 'No one here can receive this story',
    nobodyCan: 'It is not your fault. Nothing will be sent. The help lines stay here for you.',
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
    notSealed: 'What you wrote could not be locked. So nothing has left. It is all still here.',
    tooLong: 'Your story is a little too long for an envelope. Shorten the free text, then come back here.',
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

  already: {
    title: 'What you sent has arrived',
    by: 'The envelopes had already left when you went back. They were received by:',
    since: 'What you have changed since is still here and has not left.',
  },

  receipt: {
    title: 'It arrived',
    confirmed: 'The site has received all your envelopes.',
    thanks: 'Thank you for your trust. What you have just done takes courage.',
    toTitle: 'Who your story is for',
    noAnswer: 'You left no way to answer you: the association will read, without being able to reply.',
    nextTitle: 'What happens now',
    next: [
      'Each association opens its copy with its key.',
      'If you left a way to reach you, it answers you there.',
      'This page cannot receive a reply. It has no other link with you.',
    ],
    keepTitle: 'What is kept',
    keep: 'In this page: nothing any more. The browser’s history may remain. With us: locked envelopes that we cannot read. An envelope that the association does not confirm within 90 days is erased. A confirmed one is kept, locked, for it.',
    meanwhile: 'In the meantime, you do not have to stay alone.',
    leave: 'Leave this site',
  },

  unsent: {
    title: 'Nothing was sent',
    body: 'The page has erased what you had written. You can come back whenever you want.',
  },
} as const
