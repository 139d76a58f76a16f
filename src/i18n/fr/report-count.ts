// Words of being counted: the few words of a card, and its own consent.
export const counting = {
  count: {
    title: 'Faire compter, sans raconter',
    intro:
      'Les chiffres publics aident à prévenir d’autres pièges. Vous pouvez y compter sans envoyer de récit. Seuls les mots ci-dessous partent.',
    words: 'Les mots qui seront comptés',
    change: 'Pour en changer un, revenez en arrière. Un mot inconnu compte aussi.',
    unknown: 'inconnu',
    quarter: 'Période',
    quarters: ['janvier à mars', 'avril à juin', 'juillet à septembre', 'octobre à décembre'],
    otherPlatform: 'Un autre site ou une autre application',
    act: 'Le fait le plus grave',
    neverTitle: 'Ce qui ne part jamais ainsi',
    never: [
      'Votre récit, ou une phrase écrite ici.',
      'Un nom, un pseudo, un numéro, un lien.',
      'Le jour exact, ou qui écrit.',
      'Une façon de vous joindre. Personne ne pourra vous répondre.',
    ],
    readersTitle: 'Qui lit ces mots',
    readers: [
      'L’observatoire, et lui seul. Ce site ne peut pas les ouvrir.',
      'Il les ouvre par groupes, pour les compter, puis les efface. En principe, un an et deux semaines après au plus.',
      'Chaque chiffre publié est un peu changé au hasard, pour protéger chaque récit.',
      'Certains de ces mots ne sont dans aucun tableau aujourd’hui. Ils sont effacés avec les autres.',
    ],
    method: 'Comment ces chiffres sont faits',
    finalTitle: 'Un envoi ne peut pas être repris.',
    final: 'Rien ne relie ces mots à vous. Personne ne pourra donc les retrouver pour les retirer.',
    consent:
      'En touchant ce bouton, vous acceptez que ces mots soient comptés. Si vous ne le touchez pas, rien ne part.',
    send: 'J’accepte : faire compter ces mots',
    underWay: 'Envoi en cours. Cela peut prendre quelques secondes.',
    unreachable: 'Le site n’a pas répondu. Vous pouvez réessayer : le même envoi ne compte qu’une fois.',
    refused: 'Le site ne peut pas recevoir ces mots en ce moment. Les numéros d’aide restent là.',
    'not-sealed': 'L’envoi n’a pas pu être préparé. Ces mots ne sont pas partis. Vous pouvez réessayer.',
    failed: 'L’envoi n’est pas confirmé. Vous pouvez réessayer : le même envoi ne compte qu’une fois.',
  },
} as const
