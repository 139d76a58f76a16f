// Words of what points to the attackers.
export const identifiers = {
  identifiers: {
    title: 'What points to the attackers',
    intro: 'A pseudonym, a number, a plate… One is enough. You can also go on without adding any.',
    sealed: 'This stays locked inside your story. Only the associations you choose will read it.',
    trap: 'Do not write here what you may know of someone’s age. Speak of it to a lawyer first.',
    item: 'Item',
    type: 'What is it?',
    platform: 'On which site or app?',
    value: 'Copy it here',
    add: 'Add an item',
    full: 'This is the most that fits here. The rest can go in your story.',
    remove: 'Remove item',
    noted: 'Noted:',
    keep: 'Keep it as it is',
    kept: 'Kept as it is.',
    missing: 'The pseudonym or the link is missing. Without it, this item will not be kept.',
    look: {
      phone: 'This number seems too short, or too long. Could you look again?',
      email: 'An @ or a dot may be missing. Could you look again?',
      payee: 'One character of this IBAN seems wrong. Could you look again?',
      plate: 'This is not how a French plate is written. Could you look again?',
      'profile-link': 'This link seems incomplete. Could you look again?',
      pseudonym: 'This pseudonym seems incomplete. Could you look again?',
    },
  },
  tooOld: {
    title: 'This browser is too old to write here',
    body: 'It cannot lock your story. So this page will send nothing.',
    instead: 'An up-to-date browser is enough, on this phone or another. These numbers answer too.',
  },
} as const
