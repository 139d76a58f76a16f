// Words of the prevention page.
export const before = {
  title: 'Avant un rendez-vous · Balise',
  heading: 'Avant un rendez-vous',
  lead: 'Se rencontrer est une liberté. Ces gestes aident. Aucun n’est une garantie.',
  never: 'S’il arrive quelque chose, la faute est à ceux qui attaquent. Jamais à vous.',
  thoughts: [
    {
      title: 'D’abord une voix, un visage en direct',
      lines: [
        'Proposez un appel, puis une visio. Une photo ou une vidéo peut être volée, pas un direct.',
        'Pendant la visio, demandez un geste simple : un signe de la main, par exemple.',
        'Demandez un numéro de téléphone. Voyez si le profil qu’il affiche correspond.',
        'Un refus peut avoir de bonnes raisons. Vous pouvez attendre quand même.',
      ],
    },
    {
      title: 'D’abord un lieu public',
      lines: [
        'Choisissez un endroit avec du monde et de la lumière, où vous pouvez partir à pied.',
        'Parking, cave, lieu isolé, voiture : pas pour une première fois.',
        'Votre domicile ou le sien peut attendre un deuxième rendez-vous.',
        'Venez et repartez par vos propres moyens.',
      ],
    },
    {
      title: 'Quelqu’un sait où vous êtes',
      lines: [
        'Dites à une personne de confiance où vous allez, quand, et avec quel profil.',
        'Partagez votre position en direct pendant le rendez-vous.',
        'Convenez d’une heure pour donner des nouvelles, et de quoi faire sans nouvelles.',
        'Choisissez un mot simple qui veut dire « viens » ou « appelle la police ».',
        'Personne ne peut savoir ? Laissez un mot caché, avec le lieu et le pseudo.',
      ],
    },
    {
      title: 'Votre téléphone, vos affaires',
      lines: [
        'Gardez une capture du profil et de la conversation, à un endroit que vous retrouverez.',
        'Chargez le téléphone. Apprenez son appel d’urgence rapide.',
        'Enregistrez le 114 : il répond par SMS quand on ne peut pas parler.',
        'Prenez peu d’argent. Laissez chez vous les cartes et les papiers inutiles.',
      ],
    },
    {
      title: 'Si le lieu change, si quelqu’un s’ajoute',
      lines: [
        'Un changement au dernier moment est une raison suffisante pour ne pas y aller.',
        'Vous pouvez répondre : « Pas ce soir. On garde le premier endroit, ou une autre fois. »',
        'Si vous acceptez, prévenez d’abord votre personne de confiance.',
        'Une personne de plus que prévu : vous pouvez partir sans vous approcher.',
        'Restez à pied : une voiture peut vous emmener ailleurs.',
      ],
    },
    {
      title: 'Partir est toujours permis',
      lines: [
        'Un malaise suffit. Vous n’avez rien à prouver, ni à expliquer.',
        'Vous pouvez partir avant, pendant, et même si vous avez dit oui.',
        'Gardez votre verre près de vous. Restez près d’une sortie.',
        'Demandez de l’aide à la personne la plus proche : un bar, un commerce, quelqu’un qui passe.',
      ],
    },
    {
      title: 'Si c’est un piège',
      lines: [
        'Votre vie compte plus qu’un téléphone ou une carte. Céder n’est pas consentir.',
        'Dès que possible, allez vers du monde et appelez.',
      ],
    },
  ],
  after: 'C’est arrivé ? Voici quoi faire',
  helpTitle: 'Des personnes qui répondent',
  youngTitle: 'Moins de 18 ans',
  sourceTitle: 'D’où viennent ces conseils',
  source:
    'Ces gestes reprennent ce que conseillent des associations LGBT+ et des applis de rencontre. Chaque situation est différente.',
} as const
