// Words of choosing who may read and help.
export const choosing = {
  choose: {
    title: 'Qui peut lire et vous aider ?',
    intro:
      'Voici des associations, les plus proches de vos réponses d’abord. À vous de choisir. Rien n’est coché d’avance.',
    waiting: 'La liste arrive. Vous pouvez attendre ici, rien n’est perdu.',
    failed: 'La liste n’est pas arrivée. Vérifiez le réseau. Ce que vous avez écrit est toujours là.',
    retry: 'Réessayer',
    termsTitle: 'Ce que veut dire cocher',
    terms: [
      'Cette association, et elle seule, lit ce que la relecture vous montrera.',
      'Elle s’en sert pour vous aider. Pour rien d’autre.',
      'Pendant 12 mois au plus.',
      'Elle doit parfois prévenir la justice, dans des cas graves.',
      'Pour changer d’avis, dites-le à l’association. Ce site ne peut pas rappeler un envoi.',
      'Ne pas cocher ne vous prive d’aucune aide.',
    ],
    because: {
      need: 'Parce que vous cherchez :',
      act: 'Fait pour des faits comme ceux-ci.',
      audience: 'Parce que vous avez indiqué :',
      near: 'Aide dans ce département :',
      language: 'Répond en :',
      young: 'Peut recevoir des moins de 18 ans.',
      abroad: 'Répond aussi hors de France.',
      anyone: 'Pour toute personne.',
      others: 'Aide surtout d’autres personnes.',
      everywhere: 'Aide dans toute la France.',
      elsewhere: 'Aide d’habitude dans d’autres départements.',
    },
    answersOne: 'Répond en un jour au plus.',
    answersWithin: 'Répond en',
    answersDays: 'jours au plus.',
    noNight: 'Personne ne lit la nuit. En danger : 17, ou SMS au 114.',
    helpsWith: 'Aide pour',
    where: 'Où',
    everywhere: 'Toute la France',
    languages: 'Langues',
    allow: 'J’autorise',
    allowReading: 'à lire mon récit, pour m’aider, pendant 12 mois au plus.',
    more: 'En savoir plus',
    others: 'Voir les autres associations',
    noneClose:
      'Ces associations aident d’habitude ailleurs, ou autrement. Vous pouvez quand même leur écrire. Les services plus bas sont là aussi.',
    noneForYou:
      'Aucune association de cette liste ne peut recevoir votre récit en ce moment. Ce n’est pas votre faute. Les services ci-dessous peuvent vous aider.',
    minorTitle: 'D’abord, deux numéros faits pour vous',
    under15:
      'Avant 15 ans, la loi limite ce qu’une association peut garder par écrit. Au 119, quelqu’un vous écoute, jour et nuit. Vous pouvez ne pas donner votre nom. À l’écran d’avant, vous pouvez garder votre récit pour vous. Vous pouvez aussi le faire compter.',
    changedTitle: 'Quelque chose a changé pendant que vous écriviez',
    changed:
      'Ces associations ont changé leur clé ou leurs informations. Relisez et cochez de nouveau si vous le voulez :',
    gone: 'Ces associations ne peuvent plus recevoir votre récit :',
    kept: 'Rien de ce que vous avez écrit n’est perdu.',
    noneChosen: 'Vous n’avez coché aucune association. Vous pouvez continuer ainsi : rien ne sera envoyé.',
    tooMany: 'Vous pouvez choisir huit associations au plus. Décochez-en une pour en prendre une autre.',
    servicesTitle: 'Et des services à joindre vous-même',
    servicesIntro:
      'Rien de votre récit ne leur est envoyé. Un appel ou un site ouvert laisse une trace sur le téléphone.',
    servicesMore: 'Voir les autres services',
    abroad: 'De l’étranger :',
  },
} as const
