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
    title: 'Writing needs JavaScript',
    body: 'It is what locks your account, on this phone, before anything is sent. Without it, nothing would be protected. So this page will send nothing.',
    help: 'See the help lines',
  },
  problem: 'Something is missing',
  charactersLeft: 'Characters left:',

  safe: {
    title: 'Are you safe?',
    danger: 'In danger or badly hurt, call now.',
    police: 'Police',
    emergency: 'Emergencies, anywhere in Europe',
    silent: 'By text, without speaking',
    silentNumber: 'Text 114',
    smsBody: 'Je suis en danger et je ne peux pas parler (I am in danger and cannot speak). My address is: ',
    promiseTitle: 'Here, you decide',
    promise: [
      'Nothing is compulsory. You can skip every question.',
      'Your account is locked on this phone. Only the associations you choose can open it. We cannot read it.',
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
      'After forced sex or contact with blood, a treatment can prevent HIV. It works best within 4 hours. After 48 hours, it is too late.',
    careWhere: 'Go to a hospital’s emergency ward, even at night.',
    careCall: 'Sida Info Service, free',
    careInjuries:
      'Have your injuries seen by a doctor, even small ones. Ask for a certificate. It will help if one day you file a complaint.',
    tracesTitle: 'Keep the traces',
    tracesWhy: 'Conversations can vanish within hours.',
    traces: [
      'If it is safe, take screenshots: the profile, its pseudonym, the messages, the date and time.',
      'Write down or copy the profile’s link and the phone number.',
      'Delete nothing, and do not block them yet.',
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
    audiences: 'Are you one of these?',
    audiencesHint: 'You can give several answers.',
    kept: 'Your age and this list stay on this phone. They help to propose the right associations. They are never sent.',
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
    weekday: 'What day?',
    timeBand: 'What time?',
  },

  happened: {
    title: 'What happened',
    attackers: 'How many were they?',
    attackerAges: 'About how old?',
    acts: 'What did they do?',
    actsHint: 'You can give several answers. None of this is your fault.',
  },

  words: {
    title: 'In your words',
    before: 'Before you write, two things to know.',
    minorTitle: 'If they had said they were under 18',
    minor:
      'We will never ask what you knew of it. Victims trapped by a fake profile of a minor have been investigated. If that is your case, talk to a lawyer first. Do not write it here before.',
    dutyTitle: 'An association is not a lawyer',
    duty: 'It must sometimes tell the justice system: to prevent a crime, or to protect a child or a vulnerable person. A judge can also ask for its file. A lawyer is bound by secrecy.',
    dutySource: 'French Penal Code, articles 434-1 and 434-3',
    lawyer: 'Talk to a lawyer first, for free',
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
