// Words of the page on what remains on a phone.
export const device = {
  title: 'Ce qui reste sur un téléphone · Balise',
  heading: 'Ce qui reste sur un téléphone',
  lead: 'Balise ne garde rien sur votre téléphone. Mais le téléphone, lui, garde des traces. Voici lesquelles.',
  safest:
    'Le plus sûr : l’appareil d’une personne de confiance, ou un ordinateur de bibliothèque. Une fenêtre privée aide aussi.',
  quitTitle: 'Ce que fait « Quitter vite »',
  quitDoes: [
    'Il vide les champs et oublie ce qui était écrit.',
    'Il demande au navigateur d’effacer ce qu’il gardait de ce site.',
    'Il ouvre un site de météo à la place. « Retour » ne montre plus votre récit.',
  ],
  quitDoesNotTitle: 'Ce qu’il ne fait pas',
  quitDoesNot: [
    'Il n’efface pas l’historique du navigateur.',
    'Il n’efface ni les captures, ni les appels, ni les SMS.',
    'Il n’arrête pas une appli qui surveille le téléphone.',
  ],
  historyTitle: 'L’historique du navigateur',
  history:
    'Il garde l’adresse des pages ouvertes. Vous pouvez effacer une seule ligne : tout vider se remarque.',
  ways: [
    {
      title: 'Android, avec Chrome',
      steps: [
        'Touchez les trois points, en haut.',
        'Touchez « Historique ».',
        'Touchez la croix à côté de chaque ligne « Balise ».',
      ],
    },
    {
      title: 'iPhone, avec Safari',
      steps: [
        'Touchez le livre ouvert (« Signets »), parfois derrière « … ».',
        'Touchez l’horloge ou « Historique ».',
        'Faites glisser chaque ligne « Balise » sur le côté, puis « Supprimer ».',
      ],
    },
  ],
  account:
    'Si le navigateur est lié à un compte, l’historique peut apparaître sur d’autres appareils : tablette, ordinateur de famille.',
  private:
    'En fenêtre privée, rien n’entre dans l’historique. Fermez-la à la fin. Le réseau, lui, voit toujours le nom du site.',
  thoughts: [
    {
      title: 'Le clavier',
      lines: [
        'Il peut apprendre des mots et les proposer plus tard.',
        'Nos champs lui demandent de ne rien apprendre. Certains claviers n’obéissent pas.',
        'Une proposition gênante ? Appuyez longtemps dessus, et retirez-la si le clavier le permet.',
      ],
    },
    {
      title: 'Les captures et les photos',
      lines: [
        'Elles vont dans vos photos, et souvent dans une sauvegarde en ligne.',
        'Un album partagé ou une tablette de famille peut les montrer.',
        'Une photo supprimée reste quelque temps dans la corbeille.',
        'Vous pouvez les envoyer à une personne de confiance, puis les retirer d’ici.',
      ],
    },
    {
      title: 'Les appels et les SMS',
      lines: [
        'Un appel reste dans le journal. Un SMS reste dans la conversation.',
        'Vous pouvez effacer une ligne du journal, en appuyant longtemps dessus.',
        'Le 119 n’apparaît pas sur les factures. D’autres numéros peuvent y être.',
      ],
    },
    {
      title: 'Ce que vous enregistrez ou imprimez',
      lines: [
        'Un fichier enregistré reste dans « Téléchargements » ou « Fichiers ».',
        'Une imprimante peut garder la liste de ce qu’elle a imprimé.',
        'Une feuille se garde en lieu sûr, hors de chez vous si besoin.',
      ],
    },
    {
      title: 'Les notifications et l’écran',
      lines: [
        'Une réponse peut s’afficher sur l’écran verrouillé. Les réglages permettent de cacher les aperçus.',
        'La liste des applis ouvertes montre la dernière page : fermez l’onglet.',
      ],
    },
    {
      title: 'Le contrôle parental, les applis espions',
      lines: [
        'Une appli de contrôle peut noter les sites, les écrans et les touches. Balise ne peut pas l’empêcher.',
        'Retirer une telle appli peut se voir, et prévenir la personne qui l’a mise.',
        'Un doute ? Utilisez un autre appareil pour écrire et pour demander de l’aide.',
      ],
    },
  ],
} as const
