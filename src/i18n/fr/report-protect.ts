// Words of the first steps of the report page: safety, health, traces.
export const protect = {
  safe: {
    title: 'Êtes-vous en sécurité ?',
    danger: 'En danger ou avec une blessure grave, appelez tout de suite.',
    police: 'Police, gendarmerie',
    emergency: 'Urgences, partout en Europe',
    silent: 'Urgences, sans parler',
    silentNumber: 'SMS au 114',
    smsBody: 'Je suis en danger et je ne peux pas parler. Je suis à cette adresse : ',
    promiseTitle: 'Ici, c’est vous qui décidez',
    promise: [
      'Dites ce qui s’est passé, sans donner votre nom. Chaque question peut être passée.',
      'Si vous l’envoyez, votre récit part fermé à clé. Seules les associations que vous choisirez l’ouvriront. Nous ne pouvons pas le lire.',
      'Rien ne part avant votre accord, tout à la fin.',
      'Sans rien envoyer, vous trouverez ici des numéros, des conseils et une lettre de plainte.',
    ],
    quitTitle: '« Quitter vite », en haut de l’écran',
    quitDoes: 'Il efface ce qui est écrit et ouvre un site de météo. Au clavier : trois fois Échap.',
    quitRemains:
      'Il ne peut pas effacer l’historique du navigateur, les mots appris par le clavier, ni les captures d’écran.',
    asked: {
      told: {
        title: 'Qui peut être prévenu ?',
        lines: [
          'Ce site ne prévient personne : ni police, ni parents, ni employeur.',
          'Une association peut devoir parler à la justice, dans des cas graves (Code pénal, articles 434‑1 et 434‑3).',
          'Ce sera redit avant votre récit. Un avocat, lui, garde le secret.',
        ],
      },
      young: {
        title: 'Et si j’ai moins de 18 ans ?',
        lead: 'Vous avez le droit d’être là. Ces deux numéros sont faits pour vous.',
        lines: ['Si vous dites votre âge, seules des associations qui reçoivent les mineurs sont proposées.'],
        under15: 'Avant 15 ans, il n’y en a peut-être aucune. Ces numéros, eux, répondent.',
      },
      phone: {
        title: 'Que reste-t-il sur mon téléphone ?',
        lines: [
          'Votre récit n’y est pas gardé. Fermer la page l’efface.',
          'L’historique garde l’adresse de cette page. Une fenêtre privée l’évite.',
        ],
        more: 'Tout ce qui reste, et comment l’effacer',
      },
    },
    apart: 'Pages utiles, ouvertes à part',
    duration: 'Comptez dix minutes, ou moins.',
  },
  urgent: {
    title: 'Ce qui ne peut pas attendre',
    lead: 'Touchez ce qui vous concerne. Rien de ce que vous ouvrez n’est noté.',
    none: 'Rien de tout cela ? Continuez.',
    clock: {
      asked: 'C’était il y a combien de temps ?',
      hint: 'Cela reste ici, et n’entre pas dans votre récit.',
      elapsed: {
        1: 'Moins d’une heure',
        2: 'Environ 2 heures',
        4: 'Environ 4 heures',
        8: 'Environ 8 heures',
        12: 'Environ 12 heures',
        24: 'Environ 24 heures',
        36: 'Environ 36 heures',
        48: 'Environ 48 heures',
        49: 'Plus de 48 heures',
      },
      best: ['C’est le meilleur moment, encore environ ', ' heures : jusqu’à ', '.'],
      start: ['Le traitement peut commencer pendant environ ', ' heures encore : jusqu’à ', '.'],
      go: 'Allez aux urgences dès maintenant.',
      late: 'Les 48 heures sont passées, ou presque. Appelez ou allez aux urgences quand même. Un dépistage et des soins restent possibles.',
      byThisPhone: 'D’après l’heure de ce téléphone.',
    },
  },
} as const
