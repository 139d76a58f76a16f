// The answers an association has ready: the panel where it writes them, the choice in a form, and those that ship with the product. The
// last are read by victims: one idea a sentence, no meeting, no other case, no link.
export const templates = {
  open: 'Modèles',
  back: 'Retour aux récits',
  heading: 'Les modèles de réponse',
  lead: 'Scellés pour votre équipe. Chaque membre peut les changer, et le journal le note.',
  care: 'Un modèle ne propose pas de rencontre privée, ne parle d’aucun autre dossier et ne contient pas de lien. Il nomme l’association, jamais une personne.',
  filled:
    'À l’insertion, {association} devient le nom de votre association et {jours} son délai de réponse. {autres} devient les associations de l’annuaire qui conviennent : s’il n’y en a pas, la ligne entière s’efface.',
  unread:
    'Ces modèles ne sont signés par personne de l’équipe, ou ne s’ouvrent pas. Rien n’en est montré. Prévenez les responsables.',
  startOver: 'Repartir des modèles fournis',
  uses: { answer: 'Pour répondre', decline: 'Pour décliner' },
  none: 'Aucun modèle pour l’instant.',
  add: { answer: 'Ajouter un modèle de réponse', decline: 'Ajouter un modèle pour décliner' },
  change: 'Modifier',
  remove: 'Retirer',
  removed: 'Le modèle est retiré.',
  putBack: 'Le remettre',
  isBack: 'Le modèle est remis.',
  saved: 'Le modèle est enregistré.',
  newTitle: 'Un nouveau modèle',
  changeTitle: 'Modifier un modèle',
  inLanguage: { fr: 'En français', en: 'En anglais' },
  oneLanguage: 'Une langue suffit. La personne reçoit la sienne quand elle y est.',
  title: 'Titre, pour l’équipe seulement',
  text: 'Texte que la personne lira',
  save: 'Enregistrer le modèle',
  cancel: 'Annuler',
  conflict: 'Quelqu’un d’autre a changé ce modèle entre-temps. Votre texte est toujours là. Voici le sien :',
  keepTheirs: 'Garder le sien',
  insist: 'Mettre le mien',
  noWords: 'Il faut un titre et un texte, dans une langue au moins.',
  faults: {
    theirs: 'Quelqu’un d’autre a changé ce modèle entre-temps. Relisez-le avant de le retirer.',
    full: 'Il y a déjà autant de modèles qu’il peut y en avoir. Retirez-en d’abord.',
    gone: 'Quelqu’un d’autre a retiré ce modèle entre-temps. Votre texte est toujours là. Enregistrez-le pour l’ajouter.',
    'too-long': 'Vos modèles sont trop longs, tous ensemble. Votre texte est toujours là : raccourcissez-le.',
    unread: 'Ce qui est déjà écrit ne peut pas être lu. Rien n’a été changé.',
    unreachable: 'Le serveur ne répond pas. Votre texte est toujours là : réessayez.',
    unexpected: 'Le serveur a rencontré un problème. Votre texte est toujours là : réessayez.',
  },
  pick: {
    label: 'Partir d’un modèle',
    choose: 'Choisir…',
    insert: 'Insérer',
    hint: 'La personne lit en',
    inserted: 'Le modèle est dans votre texte. Relisez-le avant d’envoyer.',
    after: 'Le modèle est à la suite de votre texte. Relisez-le avant d’envoyer.',
    otherLanguage: 'Il n’existe pas dans la langue de la personne. Il est inséré en',
    undo: 'Enlever ce modèle',
    undone: 'Le modèle est enlevé. Votre texte est comme avant.',
    failed: 'Le modèle n’a pas pu être inséré. Votre texte est toujours là : réessayez.',
  },
  starters: {
    received: {
      title: 'Nous avons lu votre récit',
      text: `Bonjour,

Ici {association}. Nous avons lu votre récit. Merci de nous l’avoir confié.
Ce qui s’est passé n’est pas votre faute.

Nous revenons vers vous ici, sous {jours}.
En danger, appelez le 17. Par SMS, c’est le 114. Cette boîte n’est pas lue en permanence.`,
    },
    questions: {
      title: 'Demander des précisions',
      text: `Bonjour,

Ici {association}. Merci pour votre récit. Pour mieux vous aider, nous aimerions savoir :
…

Répondez seulement à ce que vous voulez. Ne pas répondre ne change rien à notre aide.
Nous lisons vos réponses sous {jours}. En danger, appelez le 17, ou écrivez au 114 par SMS.`,
    },
    files: {
      title: 'Demander des captures d’écran',
      text: `Bonjour,

Ici {association}. Des captures d’écran ou un certificat peuvent aider pour la suite.
Si vous en avez, vous pouvez les joindre à votre réponse. Gardez aussi les originaux.
Si vous n’en avez pas, ce n’est pas grave. Votre parole compte.

Nous lisons vos réponses sous {jours}. En danger, appelez le 17, ou écrivez au 114 par SMS.`,
    },
    closing: {
      title: 'Terminer l’échange',
      text: `Bonjour,

Ici {association}. Nous avons fait ce que nous pouvions pour le moment.
Notre porte reste ouverte. Vous pouvez nous écrire de nouveau ici : nous répondons sous {jours}.

En danger, appelez le 17, ou écrivez au 114 par SMS. Prenez soin de vous.`,
    },
    'not-able': {
      title: 'Nous ne pouvons pas aider cette fois',
      text: `Bonjour,

Ici {association}. Nous avons lu votre récit. Ce qui s’est passé n’est pas votre faute.
Cette fois, nous ne pouvons pas vous aider comme il faudrait. Ce n’est pas à cause de vous.

D’autres le peuvent peut-être : {autres}. Vous pouvez leur écrire avec le même site.
Le 116 006 écoute toutes les victimes, tous les jours. SOS homophobie répond au 01 48 06 42 41.
En danger, appelez le 17, ou écrivez au 114 par SMS.`,
    },
    full: {
      title: 'Nous n’avons plus de place',
      text: `Bonjour,

Ici {association}. Nous avons lu votre récit, et nous vous croyons.
En ce moment, nous n’avons pas assez de monde pour vous aider vraiment. Nous préférons vous le dire vite.

Ne restez pas sans aide. D’autres associations peuvent peut-être vous répondre : {autres}.
Le 116 006 écoute toutes les victimes, tous les jours. SOS homophobie répond au 01 48 06 42 41.
En danger, appelez le 17, ou écrivez au 114 par SMS.`,
    },
  },
} as const
