// Words of the rights card and of the complaint, ready. Every sentence of law names its article; none judges anyone's case.
export const rights = {
  title: 'Your rights · Balise',
  heading: 'Your rights',
  lead: 'Making a complaint is a choice. You can ask for advice first, free of charge.',
  sheet: 'Sheet of',
  notChecked: 'No lawyer has read it over yet. Have what matters to you checked: call 3039.',
  trap: {
    title: 'If the profile claimed to be a minor',
    first: 'Victims trapped by a fake profile of a minor have been investigated.',
    lawyer: 'Talk to a lawyer first, before writing and before making a complaint.',
  },
  complaint: {
    title: 'Making a complaint',
    statements: [
      {
        says: 'The police and the gendarmerie cannot refuse your complaint. Even far from where it happened.',
        source: 'Code de procédure pénale, article 15‑3',
      },
      {
        says: 'You are given a receipt at once. Ask for a copy of the complaint too.',
        source: 'Code de procédure pénale, article 15‑3',
      },
      {
        says: 'You can also write to the public prosecutor, at the court (tribunal judiciaire).',
        source: 'Code de procédure pénale, article 40',
      },
      {
        says: 'An adult of your choice may come along.',
        source: 'Code de procédure pénale, article 10‑2',
      },
      {
        says: 'You may give another person’s address instead of yours, if they agree.',
        source: 'Code de procédure pénale, article 10‑2',
      },
      {
        says: 'Ask that the motive be recorded: your sexual orientation or gender identity, real or assumed.',
        source: 'Code pénal, article 132‑77',
      },
      {
        says: 'If you do not understand French well, you have a right to an interpreter.',
        source: 'Code de procédure pénale, article 10‑2',
      },
    ],
    letter: 'The “Write” page can prepare a letter to print, and sends nothing.',
  },
  hurt: {
    title: 'Having injuries recorded',
    statements: [
      {
        says: 'A doctor notes your injuries and how you feel. Ask for a certificate.',
        source: 'Haute Autorité de santé, certificat médical initial',
      },
      {
        says: 'ITT counts the days when living as usual is really hard. Even without a job.',
        source: 'Haute Autorité de santé, certificat médical initial',
      },
    ],
  },
  apart: 'Without going there',
  help: 'Advice, compensation',
  law: {
    title: 'The words of the law',
    intro: 'They say nothing of your case. The courts decide.',
    words: [
      {
        word: 'Guet-apens (ambush)',
        says: 'Waiting for someone in a place, in order to commit an offence against them.',
        source: 'Code pénal, article 132‑71‑1',
      },
      {
        word: 'Extorsion (extortion)',
        says: 'Obtaining money, goods or a secret by violence, threat of violence or constraint.',
        source: 'Code pénal, article 312‑1',
      },
      {
        word: 'Chantage (blackmail)',
        says: 'Obtaining the same by threatening to reveal what may harm someone’s honour.',
        source: 'Code pénal, article 312‑10',
      },
      {
        word: 'Séquestration (unlawful confinement)',
        says: 'Holding a person without the right to.',
        source: 'Code pénal, article 224‑1',
      },
    ],
  },
  duty: {
    title: 'What an association must sometimes tell',
    statements: [
      {
        says: 'It must sometimes tell the justice system of a crime that can still be prevented.',
        source: 'Code pénal, article 434‑1',
      },
      {
        says: 'It must also do so for sexual violence or ill-treatment of a minor or a vulnerable person.',
        source: 'Code pénal, article 434‑3',
      },
      {
        says: 'A judge can require its file.',
        source: 'Code de procédure pénale, article 99‑3',
      },
      {
        says: 'A lawyer is bound by secrecy.',
        source: 'Loi du 31 décembre 1971, article 66‑5',
      },
    ],
  },
  ready: {
    title: 'My letter, ready',
    intro: 'This letter is made on this phone, from your answers. It is sent to no one.',
    silent: 'It does not say who the attackers claimed to be. It speaks of no one’s age.',
    trap: 'Until then, keep this letter to yourself.',
    others:
      'A complaint is for the person attacked, sometimes for those close to them. Your letter will report the facts.',
    add: 'Left out of the letter, unless you tick it',
    addHint: 'Nothing is ticked beforehand. Think, too, of who might find this letter.',
    added: {
      departement: 'The département: it did happen there',
      contact: 'The first contact: the site, the app, what was exchanged',
      private: 'Private life: blackmail, people close to me who found out, a home lost',
      reason: 'The reason, as I see it',
      identifiers: 'What points to the attackers',
      narrative: 'My story, word for word',
    },
    byHand: 'Dotted lines are filled in by hand, on paper.',
    print: 'Print or keep as a PDF',
    trace: 'A PDF stays in the phone’s downloads. Think of who can open it.',
    where: 'Post the letter to the court (tribunal judiciaire). Or take it to the police or the gendarmerie.',
    rights: 'Your rights, on one page',
    french: 'The letter is in French, because French authorities read it.',
    reading:
      'In this order, it says: who writes and to which prosecutor. When and where. What was done and taken. What remains. Then what you add below. It ends by asking to be registered.',
  },
} as const
