// Words of the end of the report page: the ways on, the consents asked apart, reading over, sending, the endings. In English.
export const ending = {
  contact: {
    title: 'Answering you safely',
    intro: 'Further on, a code will let you read an answer here. You can also leave nothing.',
    channel: 'How can you be reached?',
    none: 'Do not contact me',
    sealed:
      'What you write here stays locked inside your story. Only the associations you choose will read it.',
    value: 'Number, address or pseudonym',
    valueHint: 'Choose a way that only you look at.',
    valueMissing: 'Write the number, the address or the pseudonym. Or choose “Do not contact me”.',
    voicemail: 'May a voice message be left?',
    voicemailYes: 'Yes',
    voicemailNo: 'No',
    contactHours: 'When is it safe?',
    contactHoursHint: 'For example: on weekdays, between noon and 2 pm.',
    contactAskFor: 'Whom should they ask for?',
    contactAskForHint: 'A first name is enough. It can be invented.',
    contactSay: 'What to say first? What not to say?',
    contactSayHint: 'For example: do not say the association’s name.',
  },

  path: {
    title: 'What do you want to do with it?',
    noneLeft: 'Nothing has left for any association.',
    intro: 'Each choice is a good one. You can still come back.',
    send: {
      does: 'Send it to associations',
      means: 'You choose which. You read everything over before it leaves.',
    },
    keep: {
      does: 'Keep it for myself',
      means: 'Locked on this site, which cannot read it. You decide later.',
    },
    count: {
      does: 'Only have it counted',
      means: 'A few words for the public figures. No story, no answer.',
    },
    nothing: {
      does: 'Do nothing with it',
      means: 'This page erases everything. The help lines stay for you.',
    },
    erase: 'What you wrote here is about to be erased. It cannot be found again.',
    eraseAll: 'Erase everything and finish',
  },

  keep: {
    title: 'Keeping it for yourself',
  },

  apart: {
    title: 'Apart, if you want to',
    intro: 'You can refuse it all. It does not change the help you get.',
    seriesTitle: 'Comparing what points to the attackers',
    series: [
      'The association compares the pseudonyms, numbers or links that you noted.',
      'It compares them with the other stories it has received. With nothing else.',
      'This can show that the same people are doing it again.',
      'For 12 months at most.',
      'To take this back: come back with your code, or tell the association.',
    ],
    seriesWho: 'Who may compare?',
    allow: 'I allow',
    allowComparing: 'to compare.',
    noSeries:
      'You noted no pseudonym, number or link. There is nothing to compare, and that is quite all right.',
    statisticsTitle: 'Counting in the public figures',
    statistics: [
      'A small card is sent separately, after your story. It holds none of your text.',
      'Only the observatory can open it. This site cannot.',
      'It serves to publish figures about these traps. Nothing else.',
      'Each figure is changed a little at random, to protect each report.',
      'It is erased once its figures are made. As planned, a year and two weeks later at most.',
      'It cannot be taken back: nothing on it says that it comes from you.',
    ],
    cardChanged: 'Your answers have changed, and so have these words. Read them over: you are asked again.',
    allowStatistics: 'I agree to this card being counted.',
  },

  review: {
    title: 'Read it over, then decide',
    intro: 'This is what each association will read. You can still change all of it.',
    change: 'Change',
    unanswered: 'Left empty:',
    keptHere: 'Stays on this phone:',
    ready: 'Also make a letter of it to print',
    readersTitle: 'Who will read it',
    mayRead: 'may read it, to help you.',
    mayCompare: 'may read it, to help you, and compare what points to the attackers.',
    readers:
      'Each gets its own copy, locked for it alone. None knows which others have one. Each also sees the day of sending and the language of this page.',
    apartTitle: 'Public figures',
    isCounted: 'A small card will be sent separately, after your story.',
    notCounted: 'No card will leave.',
    nobodyTitle: 'You chose no association',
    nobody: 'Nothing will be sent. That is a good choice too. The help lines stay here for you.',
    nobodyCanTitle: 'No one here can receive this story',
    nobodyCan: 'It is not your fault. Nothing will be sent. The help lines stay here for you.',
    noContact: 'Without a code or a contact, the associations can read, and cannot answer you.',
    send: 'Send now',
    finish: 'Finish without sending',
  },

  sending: {
    title: 'Sending',
    proof:
      'Your phone is calculating: a few seconds, sometimes a minute. This protects the associations from fake reports.',
    proofDone: 'All is ready to send.',
    sealing: 'Locking',
    posting: 'Sending the locked copies…',
    of: 'of',
    again: 'Try again',
    unreachable:
      'No answer from the network. Nothing is lost. Try again whenever you like: there will be no duplicate.',
    notProven: 'The small calculation could not be done. Nothing is lost. Check the network, then try again.',
    notSealed: 'What you wrote could not be locked. So it has not left. It is all still here.',
    tooLong: 'Your story is a little too long. Shorten the free text, then come back here.',
    tooLongLink: 'Go to the text',
    unconfirmed:
      'The site answered, but did not confirm your exact copies. We cannot say that they arrived. Try again.',
    expired:
      'The list of associations is too old to be safe. This site can send nothing today. It is not your fault. The help lines answer.',
    refused: 'The site could not keep your copies. Nothing is lost here. Try again in a moment.',
    unchanged:
      'The site is changing an association’s key right now. Nothing is lost here. Try again in a few minutes.',
    files: 'A file could not leave, and your story waits for it. Nothing is lost.',
    code: 'Code:',
  },

  already: {
    title: 'What you sent has arrived',
    by: 'The copies had already left when you went back. They were received by:',
    since: 'What you have changed since is still here and has not left.',
  },

  perhaps: {
    title: 'What you sent may have arrived',
    why: 'The sending had begun. The site has not answered, so we cannot know.',
    at: 'Locked copies may have arrived at:',
    means: 'If they did, that association will be able to read what you had written then.',
    card: 'The card for the public figures may have arrived. It holds nothing of your text.',
  },

  receipt: {
    title: 'It arrived',
    confirmed: 'The site has received each copy, locked.',
    thanks: 'Thank you for your trust. What you have just done takes courage.',
    toTitle: 'Who your story is for',
    withCode: 'Your eight words let you read an answer, add something, or withdraw your agreement.',
    backLink: 'The page to come back to with your words',
    noAnswer: 'Without a code or a contact, the association will read, and cannot answer you.',
    counting: 'The card for the public figures is leaving now.',
    counted: 'The card for the public figures has arrived.',
    notCounted:
      'The card for the public figures may not have been counted. You have nothing to do: your story has arrived.',
    nextTitle: 'What happens now',
    next: [
      'Each association opens its copy with its key.',
      'If you left a way to reach you, it answers you there.',
      'With a code, its answer waits for you on this site too.',
    ],
    keepTitle: 'What is kept',
    keep: [
      'In this page: nothing any more. The browser’s history may remain.',
      'With us: locked copies that we cannot read.',
      'A copy that the association has not taken within 90 days is erased.',
      'A copy taken is kept, locked, for it.',
    ],
    meanwhile: 'In the meantime, someone can listen to you',
    leave: 'Leave this site',
  },

  counted: {
    title: 'It is counted',
    body: 'The card has arrived. Thank you.',
    nothingLeft: 'Your story has not left.',
    keep: [
      'In this page: nothing any more. The browser’s history may remain.',
      'With us: a locked card that this site cannot read. It is erased once the figures are made.',
    ],
  },

  quiet: {
    unsent: {
      title: 'Nothing was sent',
      lead: 'That is a good choice too. You can come back whenever you want.',
      keep: ['In this page: nothing any more. The browser’s history may remain.'],
      nothing: 'With us: nothing of what you have just written.',
    },
    perhaps: {
      title: 'You are done here',
      lead: 'You can wait here. If the site confirms that it arrived, this page will say so.',
      keep: [
        'In this page: nothing of what you wrote any more. The browser’s history may remain.',
        'With us: perhaps locked copies, which we cannot read.',
      ],
    },
  },
} as const
