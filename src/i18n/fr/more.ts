// Words of what the report page brings in later: the code's step, the pause, keeping it for oneself.
export const more = {
  making: 'Vos huit mots arrivent…',
  failed: 'Les mots n’ont pas pu être préparés. Rien de ce que vous avez écrit n’est perdu.',
  retry: 'Réessayer',
  noted: 'Je les ai notés',
  known: 'Vos huit mots restent les mêmes.',
  seeAgain: 'Revoir les mots',
  deriving: 'Votre téléphone prépare les clés de ce code. Cela peut prendre un moment.',
  without: 'Continuer sans code',
  withoutMeans: 'Sans code, vous ne pourrez ni lire une réponse ici, ni retirer votre accord depuis ce site.',

  keep: {
    intro: [
      'Votre récit sera fermé à clé sur ce téléphone, puis gardé par ce site, sans qu’il puisse le lire.',
      'Huit mots l’ouvrent. Sans eux, personne ne le peut. Nous non plus.',
      'Vous pourrez le rouvrir, le changer, ou l’envoyer à des associations.',
    ],
    term: 'Combien de temps le garder ?',
    terms: { month: 'Un mois', 'half-year': 'Six mois', year: 'Un an' },
    termHint: 'Après, il est effacé. Vous pouvez l’effacer avant.',
    termMissing: 'Choisissez une durée pour continuer.',
    letterTitle: 'En garder aussi une lettre',
    letter: 'Ce téléphone peut en faire une lettre à imprimer, avec les dates et les lieux.',
    ready: 'Voir la lettre à imprimer',
    trace:
      'Imprimer ou enregistrer laisse une trace : un fichier, une feuille, une ligne dans l’imprimante. Faites-le là où personne d’autre ne regarde.',
  },

  pause: {
    intro: [
      'Votre récit sera fermé à clé sur ce téléphone, puis gardé par ce site sept jours.',
      'Huit mots permettent de le rouvrir. Sans eux, personne ne peut le lire. Nous non plus.',
      'Après sept jours, il est effacé.',
    ],
    now: 'Mettre en pause',
    later: 'Revenir à mon récit',
  },

  putting: {
    working: 'Votre récit est fermé à clé, puis gardé…',
    unreachable: 'Pas de réponse du réseau. Rien n’est perdu. Réessayez quand vous voudrez.',
    'too-long': 'Votre récit est un peu trop long pour être gardé. Raccourcissez le texte libre.',
    refused: 'Cela n’a pas marché cette fois. Rien n’est perdu ici. Réessayez dans un moment.',
    again: 'Réessayer',
  },

  caught: {
    title: 'Vos huit mots sont dans ce que vous avez écrit',
    body: 'Ces mots ne sont que pour vous. Une association n’en a pas besoin. Effacez-les du texte, puis continuez.',
    link: 'Aller au texte',
  },

  resumed: 'Votre récit est revenu. Vos accords, eux, vous seront demandés de nouveau.',
  resumedWithdrawn:
    'Une association à qui vous avez retiré votre accord n’est plus proposée ici. Pour lui écrire, il faut un autre code.',

  endings: {
    kept: {
      title: 'C’est gardé pour vous',
      lead: 'Rien n’a été envoyé à une association. Personne d’autre que vous ne peut rouvrir ce récit.',
      keep: [
        'Dans cette page : plus rien. L’historique du navigateur, lui, peut rester.',
        'Chez nous : votre récit, fermé à clé. Nous ne pouvons pas le lire.',
        'Il est effacé à la fin de la durée choisie.',
      ],
    },
    paused: {
      title: 'C’est en pause',
      lead: 'Rien n’a été envoyé à une association. Vous avez sept jours pour reprendre.',
      keep: [
        'Dans cette page : plus rien. L’historique du navigateur, lui, peut rester.',
        'Chez nous : votre récit, fermé à clé, pendant sept jours. Nous ne pouvons pas le lire.',
      ],
    },
    until: 'Gardé jusqu’au',
    olderStays:
      'Un texte mis de côté plus tôt est peut-être encore là, fermé à clé. Avec vos huit mots, vous pourrez l’effacer.',
    backTitle: 'Pour revenir',
    back: 'Sur Balise, choisissez « J’ai un code », puis écrivez vos huit mots.',
    backLink: 'La page où revenir',
  },
} as const
