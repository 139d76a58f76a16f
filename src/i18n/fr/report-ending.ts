// Words of the end of the report page: the ways on, the consents asked apart, reading over, sending, the endings.
export const ending = {
  contact: {
    title: 'Vous répondre sans danger',
    intro: 'Plus loin, un code vous permettra de lire une réponse ici. Vous pouvez aussi ne rien laisser.',
    channel: 'Comment peut-on vous joindre ?',
    none: 'Ne pas me contacter',
    sealed:
      'Ce que vous écrivez ici reste fermé à clé dans le récit. Seules les associations que vous choisirez le liront.',
    value: 'Numéro, adresse ou pseudo',
    valueHint: 'Choisissez un moyen que personne d’autre ne consulte.',
    valueMissing: 'Écrivez le numéro, l’adresse ou le pseudo. Ou choisissez « Ne pas me contacter ».',
    voicemail: 'Peut-on laisser un message vocal ?',
    voicemailYes: 'Oui',
    voicemailNo: 'Non',
    contactHours: 'Quand est-ce sans danger ?',
    contactHoursHint: 'Par exemple : en semaine, entre midi et 14 h.',
    contactAskFor: 'Qui faut-il demander ?',
    contactAskForHint: 'Un prénom suffit. Il peut être inventé.',
    contactSay: 'Que dire d’abord ? Que ne pas dire ?',
    contactSayHint: 'Par exemple : ne pas dire le nom de l’association.',
  },

  path: {
    title: 'Que voulez‑vous en faire ?',
    noneLeft: 'Rien n’est parti vers une association.',
    intro: 'Chaque choix est bon. Vous pourrez revenir en arrière.',
    send: {
      does: 'L’envoyer à des associations',
      means: 'Vous choisissez lesquelles. Vous relisez tout avant l’envoi.',
    },
    keep: {
      does: 'Le garder pour moi',
      means: 'Fermé à clé sur ce site, qui ne peut pas le lire. Vous décidez plus tard.',
    },
    count: {
      does: 'Seulement le faire compter',
      means: 'Quelques mots pour les chiffres publics. Ni récit, ni réponse.',
    },
    nothing: {
      does: 'Ne rien en faire',
      means: 'Cette page efface tout. Vous gardez les numéros d’aide.',
    },
    erase: 'Ce que vous avez écrit ici va être effacé. On ne pourra pas le retrouver.',
    eraseAll: 'Tout effacer et terminer',
  },

  keep: {
    title: 'Le garder pour vous',
  },

  apart: {
    title: 'À part, si vous le voulez',
    intro: 'Vous pouvez tout refuser. Cela ne change rien à l’aide.',
    seriesTitle: 'Comparer ce qui désigne les agresseurs',
    series: [
      'L’association compare les pseudos, numéros ou liens que vous avez notés.',
      'Elle les compare avec les autres récits qu’elle a reçus. Avec rien d’autre.',
      'Cela peut montrer que les mêmes personnes recommencent.',
      'Pendant 12 mois au plus.',
      'Pour retirer cet accord : revenez avec votre code, ou dites-le à l’association.',
    ],
    seriesWho: 'Qui peut comparer ?',
    allow: 'J’autorise',
    allowComparing: 'à comparer.',
    noSeries:
      'Vous n’avez noté ni pseudo, ni numéro, ni lien. Il n’y a rien à comparer, et c’est très bien ainsi.',
    statisticsTitle: 'Compter dans les chiffres publics',
    statistics: [
      'Une petite fiche part à part, après votre envoi. Elle ne contient rien de votre texte.',
      'Seul l’observatoire peut l’ouvrir. Ce site ne le peut pas.',
      'Elle sert à publier des chiffres sur ces pièges. À rien d’autre.',
      'Chaque chiffre est un peu changé au hasard, pour protéger chaque récit.',
      'Elle est effacée quand ses chiffres sont faits. En principe, un an et deux semaines après au plus.',
      'Elle ne peut pas être reprise : rien n’y dit qu’elle vient de vous.',
    ],
    cardChanged:
      'Vos réponses ont changé, et ces mots aussi. Relisez-les : votre accord vous est demandé à nouveau.',
    allowStatistics: 'J’accepte que cette fiche soit comptée.',
  },

  review: {
    title: 'Relire, puis décider',
    intro: 'Voici ce que chaque association lira. Vous pouvez encore tout changer.',
    change: 'Changer',
    unanswered: 'Laissé vide :',
    keptHere: 'Reste sur ce téléphone :',
    ready: 'En faire aussi une lettre à imprimer',
    readersTitle: 'Qui le lira',
    mayRead: 'peut le lire, pour vous aider.',
    mayCompare: 'peut le lire, pour vous aider, et comparer ce qui désigne les agresseurs.',
    readers:
      'Chacune reçoit sa propre copie, fermée à clé pour elle seule. Aucune ne sait quelles autres en ont une. Chacune voit aussi le jour de l’envoi et la langue de cette page.',
    apartTitle: 'Chiffres publics',
    isCounted: 'Une petite fiche partira à part, après l’envoi.',
    notCounted: 'Aucune fiche ne partira.',
    nobodyTitle: 'Vous n’avez choisi aucune association',
    nobody: 'Rien ne sera envoyé. C’est un bon choix aussi. Les numéros d’aide restent là pour vous.',
    nobodyCanTitle: 'Personne ici ne peut recevoir ce récit',
    nobodyCan: 'Ce n’est pas votre faute. Rien ne sera envoyé. Les numéros d’aide restent là pour vous.',
    noContact: 'Sans code et sans contact, les associations pourront lire, pas vous répondre.',
    send: 'Envoyer maintenant',
    finish: 'Terminer sans envoyer',
  },

  sending: {
    title: 'Envoi',
    proof:
      'Votre téléphone fait un calcul, en quelques secondes ou parfois une minute. Ce calcul protège les associations des faux envois.',
    proofDone: 'Tout est prêt pour l’envoi.',
    sealing: 'Fermeture à clé',
    posting: 'Envoi des copies fermées à clé…',
    of: 'sur',
    again: 'Réessayer',
    unreachable:
      'Pas de réponse du réseau. Rien n’est perdu. Réessayez quand vous le voudrez : il n’y aura pas de double.',
    notProven: 'Le petit calcul n’a pas pu se faire. Rien n’est perdu. Vérifiez le réseau, puis réessayez.',
    notSealed:
      'Le récit n’a pas pu être fermé à clé. Alors il n’est pas parti. Ce que vous avez écrit est toujours là.',
    tooLong: 'Votre récit est un peu trop long. Raccourcissez le texte libre, puis revenez ici.',
    tooLongLink: 'Aller au texte',
    unconfirmed:
      'Le site a répondu, mais sans confirmer exactement vos copies. Nous ne pouvons pas dire qu’elles sont arrivées. Réessayez.',
    expired:
      'La liste des associations est trop ancienne pour être sûre. Ce site ne peut rien envoyer aujourd’hui. Ce n’est pas votre faute. Les numéros d’aide répondent.',
    refused: 'Le site n’a pas pu garder vos copies. Rien n’est perdu ici. Réessayez dans un moment.',
    unchanged:
      'Le site change en ce moment la clé d’une association. Rien n’est perdu ici. Réessayez dans quelques minutes.',
    files: 'Un fichier n’a pas pu partir, et le récit l’attend. Rien n’est perdu.',
    code: 'Code :',
  },

  already: {
    title: 'Votre envoi est bien arrivé',
    by: 'Les copies étaient déjà parties quand vous avez fait « Retour ». Elles ont été reçues par :',
    since: 'Ce que vous avez changé depuis est toujours ici et n’est pas parti.',
  },

  perhaps: {
    title: 'Un envoi est peut-être arrivé',
    why: 'L’envoi avait commencé. Le site n’a pas répondu, alors nous ne pouvons pas savoir.',
    at: 'Des copies fermées à clé sont peut-être arrivées chez :',
    means: 'Si elles sont arrivées, cette association pourra lire ce que vous aviez écrit alors.',
    card: 'La fiche pour les chiffres publics est peut-être arrivée. Elle ne contient rien de votre texte.',
  },

  receipt: {
    title: 'C’est bien arrivé',
    confirmed: 'Le site a bien reçu chaque copie, fermée à clé.',
    thanks: 'Merci de votre confiance. Ce que vous venez de faire demande du courage.',
    toTitle: 'Pour qui est votre récit',
    withCode:
      'Vos huit mots vous permettent de lire une réponse, d’ajouter quelque chose, ou de retirer votre accord.',
    backLink: 'La page où revenir avec vos mots',
    noAnswer: 'Sans code et sans contact, l’association lira, sans pouvoir vous répondre.',
    counting: 'La fiche pour les chiffres publics est en train de partir.',
    counted: 'La fiche pour les chiffres publics est arrivée.',
    notCounted:
      'La fiche pour les chiffres publics n’a peut-être pas été comptée. Vous n’avez rien à faire : votre récit, lui, est arrivé.',
    nextTitle: 'Et maintenant',
    next: [
      'Chaque association ouvre sa copie avec sa clé.',
      'Si vous avez laissé un moyen de vous joindre, elle vous répond par là.',
      'Avec un code, sa réponse vous attend aussi sur ce site.',
    ],
    keepTitle: 'Ce qui est gardé',
    keep: [
      'Dans cette page : plus rien. L’historique du navigateur, lui, peut rester.',
      'Chez nous : des copies fermées à clé que nous ne pouvons pas lire.',
      'Une copie que l’association n’a pas prise en 90 jours est effacée.',
      'Une copie prise est gardée, fermée, pour elle.',
    ],
    meanwhile: 'En attendant, quelqu’un peut vous écouter',
    leave: 'Quitter ce site',
  },

  counted: {
    title: 'C’est compté',
    body: 'La fiche est bien arrivée. Merci.',
    nothingLeft: 'Votre récit, lui, n’est pas parti.',
    keep: [
      'Dans cette page : plus rien. L’historique du navigateur, lui, peut rester.',
      'Chez nous : une fiche fermée que ce site ne peut pas lire. Elle est effacée quand les chiffres sont faits.',
    ],
  },

  quiet: {
    unsent: {
      title: 'Rien n’a été envoyé',
      lead: 'C’est un bon choix aussi. Vous pourrez revenir quand vous voudrez.',
      keep: ['Dans cette page : plus rien. L’historique du navigateur, lui, peut rester.'],
      nothing: 'Chez nous : rien de ce que vous venez d’écrire.',
    },
    perhaps: {
      title: 'C’est terminé ici',
      lead: 'Vous pouvez attendre ici. Si le site confirme l’arrivée, cette page le dira.',
      keep: [
        'Dans cette page : plus rien de ce que vous avez écrit. L’historique du navigateur, lui, peut rester.',
        'Chez nous : peut-être des copies fermées à clé, que nous ne pouvons pas lire.',
      ],
    },
  },
} as const
