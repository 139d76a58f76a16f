// Words of the prevention page.
export const before = {
  title: 'Before a meeting · Balise',
  heading: 'Before a meeting',
  lead: 'Meeting people is a freedom. These steps help. None is a guarantee.',
  never: 'If something happens, the fault lies with those who attack. Never with you.',
  thoughts: [
    {
      title: 'First a voice, and a face, live',
      lines: [
        'Suggest a call, then a video call. A photo or a video can be stolen, not a live face.',
        'During the video call, ask for a simple gesture: a wave of the hand, for example.',
        'Ask for a phone number. See whether the profile it shows is the same.',
        'A refusal may have good reasons. You can still wait.',
      ],
    },
    {
      title: 'First a public place',
      lines: [
        'Choose somewhere with people and light, that you can leave on foot.',
        'Car park, cellar, isolated place, car: not for a first time.',
        'Your home or theirs can wait for a second meeting.',
        'Come and go by your own means.',
      ],
    },
    {
      title: 'Someone knows where you are',
      lines: [
        'Tell someone you trust where you are going, when, and to meet which profile.',
        'Share your live location during the meeting.',
        'Agree on a time to check in, and on what to do if you do not.',
        'Choose a simple word that means “come” or “call the police”.',
        'Nobody can know? Leave a hidden note, with the place and the pseudonym.',
      ],
    },
    {
      title: 'Your phone, your things',
      lines: [
        'Keep a screenshot of the profile and the conversation, where you will find it again.',
        'Charge the phone. Learn its quick emergency call.',
        'Save 114: it answers text messages when you cannot speak.',
        'Take little money. Leave at home the cards and papers you do not need.',
      ],
    },
    {
      title: 'If the place changes, if someone joins',
      lines: [
        'A change at the last minute is reason enough not to go.',
        'You can answer: “Not tonight. The first place, or another time.”',
        'If you accept, tell the person you trust first.',
        'One person more than planned: you can leave without coming closer.',
        'Stay on foot: a car can take you elsewhere.',
      ],
    },
    {
      title: 'Leaving is always allowed',
      lines: [
        'Feeling uneasy is enough. You have nothing to prove or explain.',
        'You can leave before, during, and even if you said yes.',
        'Keep your glass close to you. Stay near a way out.',
        'Ask the nearest person for help: a bar, a shop, someone passing by.',
      ],
    },
    {
      title: 'If it is a trap',
      lines: [
        'Your life matters more than a phone or a card. Giving in is not consenting.',
        'As soon as you can, go towards people and call.',
      ],
    },
  ],
  after: 'Has it happened? Here is what to do',
  helpTitle: 'People who answer',
  youngTitle: 'Under 18',
  sourceTitle: 'Where this advice comes from',
  source: 'These steps follow what LGBT+ associations and dating apps advise. Every situation is different.',
} as const
