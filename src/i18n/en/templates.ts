// The answers an association has ready: the panel where it writes them, the choice in a form, and those that ship with the product. The
// last are read by victims: one idea a sentence, no meeting, no other case, no link.
export const templates = {
  open: 'Templates',
  back: 'Back to the reports',
  heading: 'Answer templates',
  lead: 'Sealed for your team. Each member can change them, and the record notes it.',
  care: 'A template proposes no private meeting, speaks of no other case and holds no link. It names the association, never a person.',
  filled:
    'Once inserted, {association} becomes the name of your association and {days} how soon it answers. {others} becomes the associations of the directory that fit: where there are none, the whole line goes.',
  unread:
    'These templates are signed by nobody of the team, or do not open. None of it is shown. Tell the officers.',
  startOver: 'Begin again with the templates provided',
  uses: { answer: 'To answer', decline: 'To decline' },
  none: 'No template yet.',
  add: { answer: 'Add an answer template', decline: 'Add a template to decline' },
  change: 'Change',
  remove: 'Remove',
  removed: 'The template is removed.',
  putBack: 'Put it back',
  isBack: 'The template is back.',
  saved: 'The template is saved.',
  newTitle: 'A new template',
  changeTitle: 'Change a template',
  inLanguage: { fr: 'In French', en: 'In English' },
  oneLanguage: 'One language is enough. People get their own where it is there.',
  title: 'Title, for the team only',
  text: 'Text that the person will read',
  save: 'Save the template',
  cancel: 'Cancel',
  conflict: 'Someone else has changed this template since. Your text is still here. This is theirs:',
  keepTheirs: 'Keep theirs',
  insist: 'Put mine',
  noWords: 'It takes a title and a text, in one language at least.',
  faults: {
    theirs: 'Someone else has changed this template since. Read it again before you remove it.',
    full: 'There are as many templates as there may be. Remove one first.',
    gone: 'Someone else has removed this template since. Your text is still here. Save it to add it.',
    'too-long': 'Your templates are too long, all together. Your text is still here: shorten it.',
    unread: 'What is written already cannot be read. Nothing was changed.',
    unreachable: 'The server does not answer. Your text is still here: try again.',
    unexpected: 'The server had a problem. Your text is still here: try again.',
  },
  pick: {
    label: 'Begin with a template',
    choose: 'Choose…',
    insert: 'Insert',
    hint: 'This person reads in',
    inserted: 'The template is in your text. Read it before you send.',
    after: 'The template is after your text. Read it before you send.',
    otherLanguage: 'It does not exist in the person’s language. It is inserted in',
    undo: 'Take this template out',
    undone: 'The template is out. Your text is as before.',
    failed: 'The template could not be inserted. Your text is still here: try again.',
  },
  starters: {
    received: {
      title: 'We have read your report',
      text: `Hello,

This is {association}. We have read what you told us. Thank you for trusting us with it.
What happened is not your fault.

We will come back to you here, within {days}.
In danger, call 17. By text message, it is 114. This mailbox is not read all the time.`,
    },
    questions: {
      title: 'Ask for details',
      text: `Hello,

This is {association}. Thank you for what you told us. To help you better, we would like to know:
…

Answer only what you want to. Not answering changes nothing about our help.
We read your answers within {days}. In danger, call 17, or send a text message to 114.`,
    },
    files: {
      title: 'Ask for screenshots',
      text: `Hello,

This is {association}. Screenshots or a medical certificate may help with what comes next.
If you have any, you can attach them to your answer. Keep the originals too.
If you have none, that is all right. Your word counts.

We read your answers within {days}. In danger, call 17, or send a text message to 114.`,
    },
    closing: {
      title: 'End the exchange',
      text: `Hello,

This is {association}. We have done what we could for now.
Our door stays open. You can write to us here again: we answer within {days}.

In danger, call 17, or send a text message to 114. Take care of yourself.`,
    },
    'not-able': {
      title: 'We cannot help this time',
      text: `Hello,

This is {association}. We have read what you told us. What happened is not your fault.
This time, we cannot help you as we should. It is not because of you.

Others may be able to: {others}. You can write to them with the same site.
The line 116 006 listens to all victims, every day. SOS homophobie answers at 01 48 06 42 41.
In danger, call 17, or send a text message to 114.`,
    },
    full: {
      title: 'We have no room left',
      text: `Hello,

This is {association}. We have read what you told us, and we believe you.
At the moment, too few of us are here to help you well. We would rather tell you soon.

Please do not stay alone with this. Other associations may be able to answer you: {others}.
The line 116 006 listens to all victims, every day. SOS homophobie answers at 01 48 06 42 41.
In danger, call 17, or send a text message to 114.`,
    },
  },
} as const
