// Words of the end of the report page: choosing associations, reading over, sending, the receipt.
export const ending = {
  choose: {
    title: 'Qui peut lire et vous aider ?',
    intro:
      'Voici des associations, les plus proches de vos réponses d’abord. À vous de choisir. Rien n’est coché d’avance.',
    waiting: 'La liste arrive. Vous pouvez attendre ici, rien n’est perdu.',
    failed: 'La liste n’est pas arrivée. Vérifiez le réseau. Ce que vous avez écrit est toujours là.',
    retry: 'Réessayer',
    termsTitle: 'Ce que veut dire cocher',
    terms: [
      'Cette association, et elle seule, lit ce que vous avez écrit et choisi ici.',
      'Elle s’en sert pour vous aider. Pour rien d’autre.',
      'Pendant 12 mois au plus.',
      'Pour changer d’avis, dites-le à l’association. Ce site ne peut pas rappeler un envoi.',
      'Ne pas cocher ne vous prive d’aucune aide.',
    ],
    answersOne: 'Répond en un jour au plus.',
    answersWithin: 'Répond en',
    answersDays: 'jours au plus.',
    noNight: 'Personne ne lit la nuit. En danger : 17, ou SMS au 114.',
    helpsWith: 'Aide pour',
    where: 'Où',
    everywhere: 'Toute la France',
    languages: 'Langues',
    allow: 'J’autorise',
    allowReading: 'à lire mon récit, pour m’aider, pendant 12 mois.',
    more: 'En savoir plus',
    others: 'Voir les autres associations',
    noneForYou:
      'Aucune association de cette liste ne peut recevoir votre récit en ce moment. Les numéros ci-dessous, eux, peuvent vous aider.',
    minorTitle: 'D’abord, deux numéros faits pour vous',
    under15:
      'Avant 15 ans, la loi limite ce qu’une association peut garder par écrit. Au 119, quelqu’un vous écoute, jour et nuit. Vous pouvez ne pas donner votre nom.',
    changedTitle: 'Quelque chose a changé pendant que vous écriviez',
    changed:
      'Ces associations ont changé leur clé ou leurs informations. Relisez et cochez de nouveau si vous le voulez :',
    gone: 'Ces associations ne peuvent plus recevoir votre récit :',
    kept: 'Rien de ce que vous avez écrit n’est perdu.',
    noneChosen: 'Vous n’avez coché aucune association. Vous pouvez continuer ainsi : rien ne sera envoyé.',
    tooMany: 'Vous pouvez choisir huit associations au plus. Décochez-en une pour en prendre une autre.',
  },

  review: {
    title: 'Relire, puis décider',
    intro: 'Voici ce que chaque association lira. Vous pouvez encore tout changer.',
    change: 'Changer',
    unanswered: 'Laissé vide :',
    keptHere: 'Reste sur ce téléphone :',
    readersTitle: 'Qui le lira',
    readers:
      'Chacune reçoit sa propre copie, fermée à clé pour elle seule. Aucune ne sait quelles autres en ont une. Chacune voit aussi le jour de l’envoi et la langue de cette page.',
    nobodyTitle: 'Vous n’avez choisi aucune association',
    nobody: 'Rien ne sera envoyé. C’est un bon choix aussi. Les numéros d’aide restent là pour vous.',
    nobodyCanTitle: 'Personne ici ne peut recevoir ce récit',
    nobodyCan: 'Ce n’est pas votre faute. Rien ne sera envoyé. Les numéros d’aide restent là pour vous.',
    noContact:
      'Vous n’avez pas laissé de moyen de vous répondre. Les associations pourront lire, pas répondre.',
    send: 'Envoyer',
    finish: 'Terminer sans envoyer',
  },

  sending: {
    title: 'Envoi',
    proof: 'Votre téléphone fait un petit calcul. Il protège les associations des faux envois.',
    proofDone: 'Petit calcul terminé.',
    sealing: 'Fermeture à clé',
    posting: 'Envoi des enveloppes fermées…',
    of: 'sur',
    again: 'Réessayer',
    unreachable:
      'Pas de réponse du réseau. Rien n’est perdu. Réessayez quand vous le voudrez : il n’y aura pas de double.',
    notSealed:
      'Le récit n’a pas pu être fermé à clé. Alors rien n’est parti. Ce que vous avez écrit est toujours là.',
    tooLong:
      'Votre récit est un peu trop long pour une enveloppe. Raccourcissez le texte libre, puis revenez ici.',
    tooLongLink: 'Aller au texte',
    unconfirmed:
      'Le site a répondu, mais sans confirmer vos enveloppes exactes. Nous ne pouvons pas dire qu’elles sont arrivées. Réessayez.',
    expired:
      'La liste des associations est trop ancienne pour être sûre. Ce site ne peut rien envoyer aujourd’hui. Ce n’est pas votre faute. Les numéros d’aide répondent.',
    refused: 'Le site n’a pas pu garder vos enveloppes. Rien n’est perdu ici. Réessayez dans un moment.',
    unchanged:
      'Le site change en ce moment la clé d’une association. Rien n’est perdu ici. Réessayez dans quelques minutes.',
    code: 'Code :',
  },

  already: {
    title: 'Votre envoi est bien arrivé',
    by: 'Les enveloppes étaient déjà parties quand vous êtes revenu·e en arrière. Elles ont été reçues par :',
    since: 'Ce que vous avez changé depuis est toujours ici et n’est pas parti.',
  },

  receipt: {
    title: 'C’est bien arrivé',
    confirmed: 'Le site a bien reçu toutes vos enveloppes.',
    thanks: 'Merci de votre confiance. Ce que vous venez de faire demande du courage.',
    toTitle: 'Pour qui est votre récit',
    noAnswer: 'Vous n’avez pas laissé de moyen de vous répondre : l’association lira, sans pouvoir répondre.',
    nextTitle: 'Et maintenant',
    next: [
      'Chaque association ouvre sa copie avec sa clé.',
      'Si vous avez laissé un moyen de vous joindre, elle vous répond par là.',
      'Cette page ne permet pas de recevoir une réponse. Elle n’a pas d’autre lien avec vous.',
    ],
    keepTitle: 'Ce qui est gardé',
    keep: 'Dans cette page : plus rien. L’historique du navigateur, lui, peut rester. Chez nous : des enveloppes fermées que nous ne pouvons pas lire. Une enveloppe que l’association ne confirme pas dans les 90 jours est effacée. Une enveloppe confirmée est gardée, fermée, pour elle.',
    meanwhile: 'En attendant, vous n’avez pas à rester seul·e.',
    leave: 'Quitter ce site',
  },

  unsent: {
    title: 'Rien n’a été envoyé',
    body: 'La page a effacé ce que vous aviez écrit. Vous pourrez revenir quand vous voudrez.',
  },
} as const
