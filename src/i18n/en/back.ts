// Words of the page one comes back to with a return code. In English.
export const back = {
  title: 'Come back · Balise',
  heading: 'Come back',

  typing: {
    title: 'Come back with your words',
    lead: 'Type the eight words of your code. This phone will open your messages.',
    private: 'Your words do not leave this phone. This site does not receive them.',
    lostTitle: 'Have you lost your words?',
    lost: [
      'Nobody can give them back to you. Neither we nor an association can.',
      'You can write again, and take another code.',
      'If you had left a way to reach you, the association can still use it.',
    ],
    write: 'Write again',
    help: 'Find help now',
  },

  withoutScript: {
    title: 'This page is not ready yet. If nothing changes, reload it.',
    reload: 'Reload the page',
    body: 'First check the network. JavaScript must also be allowed in the browser’s settings. JavaScript is what opens your messages on this phone. Without it, this page will ask for nothing.',
    meanwhile: 'In the meantime, these numbers answer.',
  },
  tooOld: {
    title: 'This browser is too old',
    body: 'It cannot open your messages safely. Another browser that is up to date can, on this phone or another. Your words will open the same things.',
  },

  opening: {
    title: 'One moment',
    deriving: 'This phone is finding your keys again. An old phone may take a minute.',
    looking: 'It is looking at your messages…',
    unlocking: 'It is opening what is locked…',
    progress: 'Progress',
    failed: {
      failed:
        'The calculation could not be done. Nothing is lost. Check the network, then try again. Another phone may help too.',
      unreachable: 'No answer from the network. Nothing is lost. Try again whenever you like.',
      refused: 'The site cannot answer right now. Nothing is lost. Try again in a moment.',
    },
    again: 'Try again',
    otherWords: 'Type other words',
  },

  here: {
    title: 'Your messages',
    nothingTitle: 'Nothing for now',
    nothing: [
      'These words open nothing right now. A story sent with them shows here at once.',
      'Perhaps they are other words. The site cannot know.',
      'If you changed your code, the new words are needed.',
      'A message is erased after 90 days. A story put aside is erased on the day that was chosen.',
    ],
    refresh: 'See if there is anything new',
    refreshed: 'This is up to date.',
    notRefreshed: 'No answer from the network. What is below is from before.',
    damaged: 'Something could not be opened. It may be damaged, or it is not for you.',
    clear: {
      ask: 'Erase what is not verified',
      sure: 'Messages that are not verified, and what could not be opened, will be erased. The rest does not change.',
      yes: 'Yes, erase them',
      no: 'No, keep them',
      failed: 'The site did not confirm. These messages may still be there. Try again.',
      done: 'Erased. The rest has not changed.',
    },
    keep: 'This page keeps nothing. When you leave it, the words must be typed again.',
    meanwhile: 'In the meantime, someone can listen to you',
    leave: 'Leave this site',
  },

  draft: {
    title: 'A story that you put aside',
    written: 'Written on',
    until: 'It is locked. It will erase itself after',
    resume: 'Take it up again',
    resumeFailed: 'The form did not arrive. Your story is still there. Try again.',
    erase: 'Erase this story',
    sure: 'This story will be erased. It cannot be found again.',
    yes: 'Yes, erase it',
    no: 'No, keep it',
    notErased: 'The site did not confirm. The story may still be there. Try again.',
    erased: 'This story is erased.',
  },

  status: {
    waiting: 'Not opened yet.',
    opened: 'Opened by the association.',
    accepted: 'The association is working on your report.',
    done: 'The association is done. It will erase your report within 30 days. After that it can no longer answer you here.',
    declined: 'This association cannot help you this time. It is not because of you.',
    declinedNext: 'Others can. You can write to them too.',
    expired: 'Nobody opened it in 90 days. What you sent is erased. It is not because of you.',
    none: 'This association no longer has anything from you on this site.',
    ended: 'It is over with this association. All that you had sent it is erased from this site.',
    lastWaiting: 'Your last message is not opened yet.',
    withdrawn: 'You took your agreement back.',
    otherHelp: 'Find other help',
  },

  talk: {
    title: 'Your exchange',
    none: 'No answer yet.',
    noneNow: 'Nothing here for now. Changing the code erases the messages from before.',
    you: 'You',
    on: 'on',
    sealedUntil: 'A message disappears from here after 90 days.',
    withdrew: 'You took your agreement back.',
    granted: 'You said yes to passing it on to',
    denied: 'You said no to passing it on to',
    files: 'It asks you for images or documents.',
    filesBelow: 'You can add some further down, or say no.',
    oneFile: 'One file added.',
    moreFiles: 'files added.',
    untrustedTitle: 'Message that could not be verified',
    untrusted:
      'Nothing proves that it comes from this association. Do not do what it asks. Do not open any link.',
    untrustedSays: 'It says it comes from:',
    untrustedShow: 'Read it all the same',
    unknownAssociation: 'an association that is not on the list',
  },

  transfer: {
    asks: 'This association asks whether it may pass your story on to:',
    free: 'You decide. Saying no does not cost you any help.',
    after: 'If you say yes, you will see here what is passed on. You can take it back.',
    yes: 'Yes, it may pass it on',
    no: 'No',
    send: 'Send my answer',
    missing: 'Choose “yes” or “no”. Not answering is your right too.',
  },

  write: {
    label: 'Write to this association',
    anyway: 'Write to it all the same',
    anywayHint: 'This association said no. It may still read you.',
    hint: 'Nobody else will be able to read it. It must sometimes inform the justice system, in serious cases.',
    addFiles: 'Add files',
    filesElsewhere: 'Files are already chosen for another association. Send them or take them out first.',
    filesUnreachable:
      'The connection was cut. “Send” goes on from where it was. What has arrived does not leave again.',
    send: 'Send',
    empty: 'Write a few words first.',
    holdsCode:
      'This text holds words of your code. Take them out: whoever has them can read everything here.',
    proof:
      'Your phone is calculating: a few seconds, sometimes a minute. This protects the associations from fake reports.',
    posting: 'Sending the locked message…',
    sent: 'It arrived. The association will open it with its key.',
    notKept: 'It arrived. But your copy may not be kept. You may not see it when you come back.',
    paused: 'This association receives no message right now. The numbers further down answer.',
    full: 'You have written a lot to this association. This site cannot keep more messages for it.',
    faults: {
      unreachable:
        'No answer from the network. Nothing is lost. Try again whenever you like: there will be no duplicate.',
      files: 'A file could not leave, and the message waits for it. Nothing is lost.',
      unconfirmed:
        'The site answered, but did not confirm your message. We cannot say that it arrived. Try again.',
      'not-sealed': 'The message could not be locked. So it has not left. It is still here.',
      'too-long': 'The message is a little too long. Shorten it, then try again.',
      expired:
        'The list of associations is too old to be safe. Nothing can leave today. The help lines answer.',
      'directory-changed':
        'This association has changed its key or no longer receives. Nothing has left. Try again in a few minutes.',
      refused: 'It did not work this time. Nothing is lost here. Try again in a moment.',
    },
  },

  withdraw: {
    open: 'Take my agreement back',
    title: 'Take your agreement back?',
    does: [
      'The association gets a signed message: it must no longer use your story.',
      'What it has not opened yet is erased at once.',
      'What it has already read or copied, this site cannot take back.',
      'If it has already informed the justice system, that cannot be taken back.',
      'You will no longer be able to write to it here with these words.',
    ],
    yes: 'Yes, I take my agreement back',
    no: 'No, change nothing',
    done: 'Your agreement is taken back. The association has been told.',
    doneNotKept:
      'Your agreement is taken back. The association has been told. The copy may not be kept here.',
    half: 'What was not opened is erased. The association may not yet know that you took your agreement back. Try again: it will arrive once.',
    nothing: 'The site did not answer. Taking your agreement back is not finished. Try again.',
    untold:
      'What was not opened is erased. But this association receives nothing right now. Try again another day.',
  },

  settings: {
    title: 'Your code',
    change: { does: 'Change my code', means: 'If someone saw your words, or may guess them.' },
    erase: { does: 'Erase everything', means: 'What this site keeps for these words.' },
    back: 'Back',
  },

  change: {
    title: 'Change your code',
    does: [
      'You will have eight new words. The old ones will no longer open what is here.',
      'Each association is told by a signed message.',
      'A story put aside stays: only the new words open it.',
    ],
    lost: 'The messages already received here will be erased. Read them again first, if you need them.',
    begin: 'See my new words',
    askBack: 'I have noted them',
    noWords: 'This phone could not make new words. Nothing has changed. Try again.',
    underWay: 'The change is under way. Stay on this page.',
    deriving: 'This phone is calculating your new keys…',
    reading: 'It is reading your messages again…',
    drafts: 'It is locking your story with the new words…',
    telling: 'It is telling the associations…',
    erasing: 'It is erasing the old mailbox…',
    failedTitle: 'The change is not finished',
    failed:
      'Keep all the words, old and new. Both may still open something. Try again here, without closing the page.',
    failedBefore: 'Nothing has changed yet. Your old words still open everything.',
    again: 'Go on with the change',
    doneTitle: 'Your words have changed',
    done: 'It is done. The old words no longer open what is here. Keep the new ones safe.',
    late: [
      'An answer written before the association knows still goes to the old words.',
      'Only the old words can open it: you, or someone who knows them. Ask for it again if you need to.',
    ],
    came: 'Came during the change',
    cameMeans: 'Read it now: this page will not be able to show it again.',
    cameAsks: 'This association also asks for something else. Write to it to know what.',
    begunTitle: 'A change of code was begun',
    begunHere:
      'It is not finished. Finish it with the new words before you write here. The old ones may no longer be believed.',
    begun: [
      'You noted new words, then the change stopped.',
      'Type these new words. It will go on from where it was.',
      'Taking yet another code would make the associations doubt. They would no longer know which one is yours.',
    ],
    begunLost: 'Do you no longer have these words? You can erase everything here, then write again.',
    notThose: 'These are not the words of this change. Nothing has changed. You can try again.',
    untold: 'These associations could not be told, because they receive nothing right now:',
    untoldMeans: 'They still believe the old code. Their answers will no longer reach you here.',
    goOn: 'See my messages',
  },

  erase: {
    title: 'Erase everything?',
    does: [
      'Everything this site keeps for these words is erased: messages, stories put aside, locked copies sent.',
      'What has not been opened yet can no longer be.',
    ],
    cannotTitle: 'What cannot be taken back',
    before:
      'If an association has read you, take your agreement back first. Afterwards that is no longer possible here.',
    read: 'What an association has already read or copied.',
    readAfter:
      'What an association has already read or copied. For it to stop using that, reach it yourself.',
    cannot: [
      'The card for the public figures, if you allowed it. Nothing on it says it comes from you.',
      'This browser’s history, and your words where you noted them.',
    ],
    start: 'Erase everything',
    sure: 'Nothing can be found again.',
    yes: 'Yes, erase everything',
    no: 'No, go back',
    underWay: 'Erasing…',
    failed: 'The site did not confirm everything. Something may be left. Try again.',
    doneTitle: 'It is erased',
    done: 'This site keeps nothing more for these words.',
  },
} as const
