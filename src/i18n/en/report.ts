// Words of the report page in English.
import { ending } from './report-ending.ts'

export const report = {
  title: 'Write · Balise',
  heading: 'Write',
  progress: { step: 'Step', of: 'of' },
  actions: {
    begin: 'I’ll begin',
    next: 'Continue',
    back: 'Back',
    toReview: 'Back to reading it over',
    choose: 'Choose from the list',
  },
  withoutScript: {
    title: 'To write here, turn on JavaScript in the browser’s settings, then reload.',
    body: 'It is what locks what you write, on this phone, before anything is sent. Without it, nothing would be protected. So this page will send nothing.',
    help: 'See the help lines',
  },
  problem: 'An answer to complete, or to leave empty',
  charactersLeft: 'Characters left:',
  cut: 'The end of the text was not kept.',

  safe: {
    title: 'Are you safe?',
    danger: 'In danger or badly hurt, call now.',
    police: 'Police',
    emergency: 'Emergencies, anywhere in Europe',
    silent: 'Emergencies, without speaking',
    silentNumber: 'Text 114',
    smsBody: 'Je suis en danger et je ne peux pas parler (I am in danger and cannot speak). My address is: ',
    promiseTitle: 'Here, you decide',
    promise: [
      'Nothing is compulsory. You can skip every question.',
      'What you write is locked on this phone, like a letter. Only the associations you choose can open it. We cannot read it.',
      'Nothing leaves before you press “Send”.',
    ],
    quitTitle: '“Leave fast”',
    quitDoes:
      'This button stays at the top of the screen. It erases what is written and opens a weather site. With a keyboard: Escape three times.',
    quitRemains: 'It cannot erase the browser’s history, words the keyboard has learnt, or screenshots.',
    duration: 'Allow ten minutes, or less.',
  },

  urgent: {
    title: 'Two things that should not wait',
    careTitle: 'Your health',
    careHiv:
      'After forced sex or contact with blood, a treatment can prevent HIV. It works best within 4 hours and is started within 48 hours. Even later, call: testing and care are still possible.',
    careWhere: 'Go to a hospital’s emergency ward, even at night.',
    careCall: 'Sida Info Service, free',
    careInjuries:
      'Have your injuries seen by a doctor, even small ones. Ask for a certificate. It will help if one day you file a complaint.',
    tracesTitle: 'Keep the traces',
    tracesWhy: 'Conversations can vanish within hours.',
    traces: [
      'If it is safe, take screenshots: the profile, its pseudonym, the messages, the date and time.',
      'Write down or copy the profile’s link and the phone number.',
      'Delete nothing, and do not block them yet, until you have taken these screenshots.',
      'Keep your clothes unwashed, in a paper bag.',
    ],
    tracesWarning: 'Screenshots go to your photos. Think of who may see them.',
  },

  you: {
    title: 'You',
    role: 'Who is writing?',
    age: 'How old are you?',
    ageHint: 'If you write for someone, give their age.',
    more: 'To guide you better',
    audiences: 'Do any of these describe you?',
    audiencesHint: 'You can give several answers.',
    kept: 'Your age and the list “To guide you better”, below, stay on this phone. They help to propose the right associations. They are never sent.',
    under15: 'Under 15, this site cannot pass on your story yet. 119 can help you, day and night.',
    minorTitle: 'Under 18, two numbers are made for you',
    minor119: 'Children in danger, day and night, free. 119 does not show on phone bills.',
    minor3018: 'Images, blackmail, online harassment. 3018 can have images taken down.',
  },

  needs: {
    title: 'What you need',
    needs: 'What would help you?',
    needsHint: 'You can give several answers.',
    departement: 'In which département do you look for help?',
    departementHint: 'Or the one where it happened.',
  },

  contactBegan: {
    title: 'How the contact began',
    channel: 'Where did you first talk?',
    platform: 'On which site or app?',
    platformOther: 'Another: I’ll write it',
    platformName: 'Name of the site or app',
    closed: 'closed',
    lure: 'Who did they claim to be?',
    lureHint: 'This question is about their lie. Not about you.',
  },

  whereWhen: {
    title: 'Where and when',
    place: 'In what kind of place?',
    date: 'Around when?',
    month: 'Month',
    year: 'Year',
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    monthMissing: 'Choose the month too, or leave the year empty.',
    yearMissing: 'Choose the year too, or leave the month empty.',
    monthAhead: 'This month has not come yet.',
    weekday: 'What day?',
    timeBand: 'What time?',
  },

  happened: {
    title: 'What happened',
    attackers: 'How many were they?',
    attackerAges: 'About how old were they?',
    acts: 'What did they do?',
    actsHint: 'You can give several answers. None of this is your fault.',
  },

  words: {
    title: 'In your words',
    before: 'Before you write, two things to know.',
    minorTitle: 'If they had said they were under 18',
    minor:
      'We will never ask what you knew of it. Victims trapped by a fake profile of a minor have been investigated. If that is your case, talk to a lawyer first. Do not write it here until then.',
    dutyTitle: 'An association is not a lawyer',
    duty: 'It must sometimes tell the justice system: to prevent a crime, or to protect a child or a vulnerable person. A judge can also ask for its file. A lawyer is bound by secrecy.',
    dutySource: 'French Penal Code, articles 434-1 and 434-3',
    lawyer: 'Find a free consultation with a lawyer',
    narrative: 'Tell it if you want to, as it comes.',
    narrativeHint: 'In the language you want. You can also leave it empty.',
  },

  contact: {
    title: 'Answering you safely',
    intro: 'If you leave nothing, nobody can answer you. That is your right.',
    channel: 'How can you be reached?',
    none: 'Do not contact me',
    value: 'Number, address or pseudonym',
    valueHint: 'Choose a way that only you look at.',
    valueMissing: 'Write the number, the address or the pseudonym. Or choose “Do not contact me”.',
    note: 'What to know before reaching you',
    noteHint: 'For example: good hours, leave a voicemail or not, whom to ask for, what to say.',
  },

  ...ending,
} as const
