// Words around a return code: showing it, asking it back, typing it in. They promise what eight words can do, and nothing more.
export const code = {
  shown: {
    label: 'Vos huit mots',
    lead: 'Avec ces huit mots, vous pourrez revenir sans compte. Notez-les maintenant, dans cet ordre.',
    other: 'D’autres mots',
    changed: 'Voici d’autres mots. Oubliez les précédents.',
    keep: [
      'Le mieux : un papier, ou votre mémoire. Une capture d’écran peut finir dans une galerie partagée ou en ligne.',
      'Qui a ces mots lit ce qu’ils ouvrent, et peut écrire à votre place. Ne les donnez à personne, pas même à une association.',
      'Perdus, personne ne peut vous les rendre. Pas même nous.',
    ],
    canTitle: 'Que permettent-ils ?',
    can: [
      'Rouvrir un récit en pause, ou gardé pour vous.',
      'Après un envoi : voir où il en est, lire les réponses, ajouter quelque chose.',
      'Retirer votre accord, ou tout effacer ici. Ce qu’une association a déjà lu peut rester chez elle.',
    ],
    placesTitle: 'Où les garder ?',
    places: [
      'Glissés dans une liste de courses, ils ne disent rien à personne. Gardez leur ordre.',
      'Deux copies, à deux endroits, protègent mieux d’une perte.',
      'Les quatre premières lettres de chaque mot suffisent.',
    ],
    noCopy:
      'Il n’y a pas de bouton « Copier ». Un téléphone garde ce qui est copié, et d’autres applications peuvent le lire.',
  },
  back: {
    asked: 'Pour vérifier, retrouvez deux de vos mots.',
    hint: 'Les quatre premières lettres suffisent.',
    word: 'Mot n° ',
    check: 'Vérifier',
    again: 'Revoir les mots',
    skip: 'C’est noté, ne pas vérifier',
    wrong: 'Ce n’est pas tout à fait cela. Essayez encore, ou revoyez les mots. Rien ne presse.',
  },
  typed: {
    label: 'Vos huit mots',
    hint: 'Quatre lettres par mot suffisent. Les accents et les majuscules ne comptent pas.',
    hide: 'Masquer les mots',
    reveal: 'Montrer les mots',
    open: 'Ouvrir',
    empty: 'Écrivez d’abord vos huit mots, séparés par un espace.',
    count: ['Il faut huit mots. Ici, il y en a ', '. Regardez s’il en manque, ou s’il y en a trop.'],
    unknown: 'Certains mots ne sont pas dans la liste. Ce que vous avez écrit est toujours là.',
    unknownWord: ['Mot n° ', ' : « ', ' » n’est pas dans la liste.'],
    checksum:
      'Un des mots n’est sans doute pas le bon, ou l’ordre a changé. Ce que vous avez écrit est toujours là.',
    onlyNoted:
      'Si un mot est proposé, prenez-le seulement si c’est bien ce que vous avez noté. Un autre ouvrirait une page vide.',
    suspect: ['Mot n° ', ' : « ', ' » est peut-être une erreur.'],
    swapped: ['Mot n° ', ' et mot n° ', ' : peut-être dans l’autre ordre.'],
    rather: 'Plutôt :',
    word: 'Mot n° ',
    lookAgain: 'Regardez-le encore une fois.',
    chosen: 'C’est changé. Touchez « Ouvrir » quand vous voulez.',
    failed: 'Ce téléphone n’a pas pu lire les mots. Ils sont toujours là. Réessayez.',
    unreachable: 'Pas de réseau. Vos mots sont toujours là. Réessayez.',
  },
} as const
