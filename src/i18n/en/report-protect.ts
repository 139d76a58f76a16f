// Words of the first steps of the report page: safety, health, traces.
export const protect = {
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
      'Say what happened, without giving your name. Every question can be skipped.',
      'If you send it, what you write leaves locked. Only the associations you choose can open it. We cannot read it.',
      'Nothing leaves before you agree, at the very end.',
      'Without sending anything, you will find numbers, advice and a complaint letter here.',
    ],
    quitTitle: '“Leave fast”, at the top of the screen',
    quitDoes: 'It erases what is written and opens a weather site. With a keyboard: Escape three times.',
    quitRemains: 'It cannot erase the browser’s history, words the keyboard has learnt, or screenshots.',
    asked: {
      told: {
        title: 'Who may be told?',
        lines: [
          'This site tells nobody: no police, no parents, no employer.',
          'An association may have to inform the courts, in serious cases (French Penal Code, articles 434‑1 and 434‑3).',
          'This is said again before you write. A lawyer, though, is bound by secrecy.',
        ],
      },
      young: {
        title: 'What if I am under 18?',
        lead: 'You have every right to be here. These two numbers are made for you.',
        lines: ['If you say your age, only associations that receive minors are suggested.'],
        under15: 'Under 15, there may be none. These two numbers answer.',
      },
      phone: {
        title: 'What stays on my phone?',
        lines: [
          'What you write is not kept on it. Closing the page erases it.',
          'The history keeps this page’s address. A private window avoids that.',
        ],
        more: 'All that stays, and how to erase it',
      },
    },
    apart: 'Useful pages, opened apart',
    duration: 'Allow ten minutes, or less.',
  },
  urgent: {
    title: 'What cannot wait',
    lead: 'Tap what applies to you. Nothing you open is recorded.',
    none: 'None of this? Go on.',
    clock: {
      asked: 'How long ago was it?',
      hint: 'This stays here, and does not go into what you write.',
      elapsed: {
        1: 'Less than an hour',
        2: 'About 2 hours',
        4: 'About 4 hours',
        8: 'About 8 hours',
        12: 'About 12 hours',
        24: 'About 24 hours',
        36: 'About 36 hours',
        48: 'About 48 hours',
        49: 'More than 48 hours',
      },
      best: ['This is the best time, for about ', ' more hours: until ', '.'],
      start: ['The treatment can start for about ', ' more hours: until ', '.'],
      go: 'Go to an emergency ward now.',
      late: 'The 48 hours have passed, or almost. Call or go to an emergency ward all the same. Testing and care are still possible.',
      byThisPhone: 'By this phone’s clock.',
    },
  },
} as const
