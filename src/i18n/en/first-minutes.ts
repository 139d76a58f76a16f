// Words of what to do in the first minutes and days: danger, health, traces, bank, accounts, blackmail. The page of that name
// and the report page show the same ones.
export const firstMinutes = {
  title: 'First steps · Balise',
  heading: 'First steps',
  lead: 'Read only what applies to you. It is never too late to ask for help.',
  print: 'This page fits on one sheet: the browser’s menu, then “Print”.',
  printTrace: 'Others may read a sheet of paper. Keep it somewhere safe.',
  contents: 'On this page',
  danger: {
    title: 'In danger now',
    lead: 'Call. If you cannot speak, send the text message: it is already written.',
    lines: [
      'Say first where you are.',
      'If you can, go where there are people and light.',
      'If they know your address, sleep elsewhere tonight, if possible.',
    ],
  },
  injury: {
    title: 'An injury, blows',
    lead: 'Badly hurt or feeling faint, call 15.',
    call: 'Ambulance (Samu)',
    lines: [
      'A blow to the head, pressure on the throat, passing out: go to hospital, even without pain.',
      'Have a doctor see even small injuries, and the shock.',
      'Ask for a certificate that describes them. It will help if one day you file a complaint.',
      'Take photos, today and in a few days: bruises appear later.',
      'The police can send you to a forensic unit (UMJ), which also writes this certificate.',
      'For sexual violence, some of these units receive you without a complaint.',
    ],
  },
  hiv: {
    title: 'Forced sex, contact with blood',
    lead: 'A treatment can prevent HIV. It works best within 4 hours. It must start within 48 hours.',
    call: 'Sida Info Service',
    lines: [
      'Go to a hospital’s emergency ward, even at night.',
      'At the desk, say “HIV exposure” (« exposition au VIH ») and how long ago. That is enough.',
      'If possible, do not wash before the examination. If you already have, it is still useful.',
      'If pregnancy is possible, ask for emergency contraception too.',
      'Even after 48 hours, call: testing and care are still possible.',
    ],
  },
  traces: {
    title: 'Keep the evidence',
    lead: 'Conversations can vanish within hours. Start there, if it is safe.',
    lines: [
      'Take screenshots of the profile, its pseudonym and the messages, with date and time.',
      'Do it before you block, report or delete.',
      'Keep your clothes unwashed, in a paper bag.',
      'Note the time and the exact place: camera footage is soon erased.',
    ],
    warning: 'Screenshots go to your photos, sometimes to a shared album. Think of who may see them.',
    kinds: {
      chat: {
        title: 'On a chat without an account',
        lines: [
          'Do not close the tab: everything may vanish. Take screenshots first.',
          'Keep the page’s address, the room, the pseudonym and the whole conversation.',
        ],
      },
      dating: {
        title: 'On a dating app',
        lines: [
          'Capture the whole profile: photos, pseudonym, age, text, distance shown.',
          'Blocking or removing the contact may erase the conversation.',
          'Note the date of the first message too.',
        ],
      },
      social: {
        title: 'On a social network',
        lines: [
          'Copy the profile’s link: the name shown may change, the link less so.',
          'Capture the private messages, then each post with its link.',
          'Stories vanish: capture them first.',
        ],
      },
      messaging: {
        title: 'In a messaging app',
        lines: [
          'Open the contact’s details: note the number or the pseudonym.',
          'Capture disappearing messages and voice messages first.',
          'Some apps tell the other person about a screenshot. Then photograph the screen with another device.',
        ],
      },
      phone: {
        title: 'By phone or text message',
        lines: [
          'Capture the call log: number, date, time, length.',
          'Keep the text messages and the voicemail.',
          'Your phone company can give you the details of your calls.',
        ],
      },
      forum: {
        title: 'On a forum, or elsewhere',
        lines: [
          'Copy the address of the page or the ad, then capture all of it.',
          'Capture the author’s profile, pseudonym and private messages.',
        ],
      },
    },
  },
  bank: {
    title: 'A card or money taken',
    lead: 'Have the card blocked. Do not wait for a complaint to do it.',
    call: 'Card blocking, paid call',
    lines: [
      'Write to the bank quickly. Dispute each payment and transfer made under threat.',
      'Say that the code or the transfer was obtained by force. The rest is not its business.',
      'Ask whether a recent transfer can still be stopped.',
      'Keep the receipts, the statements and the bank’s answers.',
      'Change your online banking code.',
    ],
  },
  phone: {
    title: 'A phone or accounts taken',
    lead: 'Ask your phone company to block the line and the SIM card.',
    lines: [
      'From another device, change your e-mail password first.',
      'Then those of the bank, social networks and apps.',
      'In each account, sign out all other devices.',
      'The “Find” function can lock the phone from afar. Erasing it also destroys evidence.',
      'Do not go and fetch it: give its position to the police.',
      'For a complaint, find the IMEI number. It is on the box or the invoice.',
    ],
  },
  blackmail: {
    title: 'Blackmail, images',
    lead: 'Do not pay, and do not answer any more. Paying often brings new demands.',
    call: 'Images to have taken down, blackmail',
    lines: [
      'If you have already paid, you can stop now.',
      'Keep the messages, the pseudonyms and the accounts they tell you to pay.',
      'Image online: copy its link, then report it to the site that shows it.',
      'Tell someone you trust, if you can: blackmail feeds on secrecy.',
    ],
    sites: 'These sites stay in the browser’s history.',
  },
  someone: 'Talk to someone',
} as const
