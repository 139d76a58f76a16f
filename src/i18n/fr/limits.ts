// Words of the page on what cannot be hidden: what may be seen, by whom, and what helps. It frightens nobody and promises nothing more.
export const limits = {
  title: 'Limites · Balise',
  heading: 'Ce que Balise ne peut pas cacher',
  lead: 'Votre récit part fermé à clé. Mais aucun site ne cache tout. Voici ce qui peut se voir, et ce qui aide.',
  holds:
    'Ce qui tient : seules les associations que vous choisissez peuvent ouvrir votre récit. Personne ne vous demande votre nom.',
  helpsTitle: 'Ce qui aide',
  parts: {
    visit: {
      title: 'La visite elle-même',
      seen: 'Un réseau voit que ce site a été ouvert : opérateur, Wi-Fi d’une école, d’un lieu de travail, d’une famille. Il ne peut pas lire ce que vous écrivez.',
      helps: [
        'Passez par un réseau que ces personnes ne gèrent pas.',
        'Le navigateur Tor cache aussi la visite. Le trouver sur un téléphone peut étonner.',
      ],
    },
    phone: {
      title: 'Ce que garde le téléphone',
      seen: 'L’historique, le clavier et les captures d’écran ne dépendent pas de nous.',
      helps: ['Tout cela peut s’éviter, ou s’effacer en partie.'],
    },
    held: {
      title: 'Quelqu’un qui tient ce téléphone',
      seen: 'Cette personne peut lire ce qui est ouvert à l’écran.',
      helps: [
        '« Quitter vite » vide la page et ouvre un site de météo.',
        'On vous force à montrer ? Votre sécurité passe avant. Vous pourrez écrire plus tard, ou ailleurs.',
      ],
    },
    code: {
      title: 'Vos huit mots',
      seen: 'Qui a vos huit mots lit ce qui n’est pas effacé, et peut répondre à votre place.',
      helps: [
        'Gardez-les comme une clé, plutôt hors de ce téléphone.',
        'Un doute ? Vous pouvez changer de code, ou effacer ce qui est encore ici.',
      ],
    },
    told: {
      title: 'Ce que vous racontez',
      seen: 'Un nom, une rue, un détail rare peuvent dire qui vous êtes. Une image ou une voix aussi.',
      helps: [
        'Rien n’est obligatoire. Vous pouvez rester vague.',
        'Une photo part sans le lieu ni l’heure qu’elle cache, sauf si vous envoyez l’original.',
        'Un son, une vidéo ou un PDF partent tels quels. Rien n’oblige à les joindre.',
      ],
    },
    association: {
      title: 'L’association, et la justice',
      seen: 'Ses membres lisent votre récit, et peuvent le copier. Dans les cas graves, elle peut devoir parler à la justice. Un juge peut demander son dossier.',
      helps: [
        'Vous choisissez qui lit. Personne d’autre ne reçoit rien.',
        'Un avocat garde le secret. Vous pouvez lui parler d’abord.',
        'Vous pouvez effacer ou retirer votre accord. Une copie déjà faite, elle, ne revient pas.',
      ],
    },
    operator: {
      title: 'Les personnes qui font marcher ce site',
      seen: 'Elles ne peuvent pas ouvrir votre récit. Mais elles pourraient vous montrer une page truquée. En regardant en direct, elles verraient l’adresse de votre connexion et l’heure.',
      helps: [
        'Le code est public. D’autres peuvent comparer ce site avec lui.',
        'Le navigateur Tor cache l’adresse de votre connexion.',
        'Vous pouvez aussi appeler une association, sans passer par ce site.',
      ],
    },
    numbers: {
      title: 'Les chiffres publiés',
      seen: 'Si vous dites oui, quelques mots très généraux sont comptés, mêlés à du hasard. Ce hasard brouille chaque récit. Il ne le rend pas invisible.',
      helps: [
        'C’est un choix à part. Dire non ne change rien à l’aide.',
        'Après l’envoi, cela ne peut plus être repris : personne ne sait de qui cela vient.',
      ],
    },
  },
  links: {
    phone: 'Ce qui reste, et comment l’effacer',
    code: 'Revenir avec mes huit mots',
    operator: 'Comment vérifier ce site',
    numbers: 'Comment ces chiffres sont faits',
  },
  unsureTitle: 'Vous hésitez ?',
  unsure: 'Vous pouvez lire, appeler, ou attendre. Vous pouvez aussi écrire sans rien envoyer.',
  help: 'Trouver de l’aide',
} as const
