// Words of the rights card and of the complaint, ready. Every sentence of law names its article; none judges anyone's case.
export const rights = {
  title: 'Vos droits · Balise',
  heading: 'Vos droits',
  lead: 'Porter plainte est un choix. Vous pouvez demander conseil d’abord, gratuitement.',
  sheet: 'Fiche du',
  notChecked:
    'Un avocat ou une avocate ne l’a pas encore relue. Faites vérifier ce qui compte pour vous au 3039.',
  trap: {
    title: 'Si le profil se disait mineur',
    first: 'Des victimes piégées par un faux profil de mineur ont été inquiétées par la justice.',
    lawyer: 'Parlez d’abord à un avocat, avant d’écrire et avant de porter plainte.',
  },
  complaint: {
    title: 'Porter plainte',
    statements: [
      {
        says: 'La police et la gendarmerie ne peuvent pas refuser votre plainte. Même loin du lieu des faits.',
        source: 'Code de procédure pénale, article 15‑3',
      },
      {
        says: 'On vous remet un récépissé tout de suite. Demandez aussi une copie de la plainte.',
        source: 'Code de procédure pénale, article 15‑3',
      },
      {
        says: 'Vous pouvez aussi écrire au procureur de la République, au tribunal judiciaire.',
        source: 'Code de procédure pénale, article 40',
      },
      {
        says: 'Une personne majeure de votre choix peut vous accompagner.',
        source: 'Code de procédure pénale, article 10‑2',
      },
      {
        says: 'Vous pouvez donner l’adresse d’une autre personne à la place de la vôtre, si elle accepte.',
        source: 'Code de procédure pénale, article 10‑2',
      },
      {
        says: 'Demandez que le motif soit noté : votre orientation sexuelle ou votre identité de genre, vraie ou supposée.',
        source: 'Code pénal, article 132‑77',
      },
      {
        says: 'Vous ne comprenez pas bien le français ? Vous avez droit à un interprète.',
        source: 'Code de procédure pénale, article 10‑2',
      },
    ],
    letter: 'La page « Écrire » peut préparer une lettre à imprimer, sans rien envoyer.',
  },
  hurt: {
    title: 'Faire constater',
    statements: [
      {
        says: 'Un médecin note vos blessures et votre état moral. Demandez-lui un certificat.',
        source: 'Haute Autorité de santé, certificat médical initial',
      },
      {
        says: 'L’ITT compte les jours où vivre comme d’habitude est vraiment difficile. Même sans emploi.',
        source: 'Haute Autorité de santé, certificat médical initial',
      },
    ],
  },
  apart: 'Sans vous déplacer',
  help: 'Un conseil, une indemnisation',
  law: {
    title: 'Les mots de la loi',
    intro: 'Ils ne disent rien de votre cas. C’est la justice qui décide.',
    words: [
      {
        word: 'Guet-apens',
        says: 'Attendre quelqu’un dans un lieu pour commettre une infraction contre cette personne.',
        source: 'Code pénal, article 132‑71‑1',
      },
      {
        word: 'Extorsion',
        says: 'Obtenir de l’argent, un bien ou un secret par la violence, la menace de violences ou la contrainte.',
        source: 'Code pénal, article 312‑1',
      },
      {
        word: 'Chantage',
        says: 'Obtenir la même chose en menaçant de révéler ce qui peut nuire à l’honneur.',
        source: 'Code pénal, article 312‑10',
      },
      {
        word: 'Séquestration',
        says: 'Retenir une personne sans en avoir le droit.',
        source: 'Code pénal, article 224‑1',
      },
    ],
  },
  duty: {
    title: 'Ce qu’une association doit parfois dire',
    statements: [
      {
        says: 'Elle doit parfois prévenir la justice d’un crime que l’on peut encore empêcher.',
        source: 'Code pénal, article 434‑1',
      },
      {
        says: 'Elle le doit aussi pour des violences sexuelles ou des mauvais traitements sur une personne mineure ou vulnérable.',
        source: 'Code pénal, article 434‑3',
      },
      {
        says: 'Un juge peut demander son dossier.',
        source: 'Code de procédure pénale, article 99‑3',
      },
      {
        says: 'Un avocat, lui, est tenu au secret.',
        source: 'Loi du 31 décembre 1971, article 66‑5',
      },
    ],
  },
  ready: {
    title: 'Ma lettre, prête',
    intro: 'Cette lettre est faite sur ce téléphone, avec vos réponses. Elle n’est envoyée à personne.',
    silent: 'Elle ne dit pas qui les agresseurs disaient être. Elle ne parle d’aucun âge.',
    trap: 'D’ici là, gardez cette lettre pour vous.',
    others:
      'Une plainte revient à la personne attaquée, parfois à ses proches. Votre lettre sera un signalement.',
    add: 'Laissé hors de la lettre, sauf si vous cochez',
    addHint: 'Rien n’est coché d’avance. Pensez aussi à qui pourrait trouver cette lettre.',
    added: {
      departement: 'Le département : c’est bien là que cela s’est passé',
      contact: 'Le premier contact : le site, l’application, les échanges',
      private: 'La vie privée : un chantage, des proches qui l’ont appris, un logement perdu',
      reason: 'La raison, d’après moi',
      identifiers: 'Ce qui désigne les agresseurs',
      narrative: 'Mon récit, mot pour mot',
    },
    byHand: 'Les lignes en pointillés se remplissent à la main, sur le papier.',
    print: 'Imprimer ou garder en PDF',
    trace: 'Un PDF reste dans les téléchargements du téléphone. Pensez à qui peut l’ouvrir.',
    where: 'Postez la lettre au tribunal judiciaire. Ou apportez-la à la police ou à la gendarmerie.',
    rights: 'Vos droits, sur une page',
    /** For whoever does not read French. */
    french: '',
    reading: '',
  },
} as const
