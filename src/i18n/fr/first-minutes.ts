// Words of what to do in the first minutes and days: danger, health, traces, bank, accounts, blackmail. The page of that name
// and the report page show the same ones.
export const firstMinutes = {
  title: 'Les premiers gestes · Balise',
  heading: 'Les premiers gestes',
  lead: 'Prenez seulement ce qui vous concerne. Il n’est jamais trop tard pour demander de l’aide.',
  print: 'Cette page tient sur une feuille : menu du navigateur, puis « Imprimer ».',
  printTrace: 'Une feuille peut être lue par d’autres. Gardez-la en lieu sûr.',
  contents: 'Dans cette page',
  danger: {
    title: 'En danger maintenant',
    lead: 'Appelez. Si vous ne pouvez pas parler, envoyez le SMS : il est déjà écrit.',
    lines: [
      'Dites d’abord où vous êtes.',
      'Si vous le pouvez, allez là où il y a du monde et de la lumière.',
      'S’ils connaissent votre adresse, dormez ailleurs cette nuit, si c’est possible.',
    ],
  },
  injury: {
    title: 'Une blessure, des coups',
    lead: 'Pour une blessure grave ou un malaise, appelez le 15.',
    call: 'Samu',
    lines: [
      'Un coup à la tête, la gorge serrée, un évanouissement : allez aux urgences, même sans douleur.',
      'Faites voir par un médecin même les petites blessures, et le choc.',
      'Demandez un certificat qui les décrit. Il servira si un jour vous portez plainte.',
      'Prenez des photos, aujourd’hui et dans quelques jours : des bleus apparaissent plus tard.',
      'La police peut vous adresser à une unité médico-judiciaire (UMJ), qui fait aussi ce certificat.',
      'Pour des violences sexuelles, certaines UMJ reçoivent sans plainte.',
    ],
  },
  hiv: {
    title: 'Un rapport forcé, un contact avec du sang',
    lead: 'Un traitement peut empêcher le VIH. Il agit mieux dans les 4 heures. Il se commence dans les 48 heures.',
    call: 'Sida Info Service',
    lines: [
      'Allez aux urgences d’un hôpital, même la nuit.',
      'À l’accueil, dites « exposition au VIH » et depuis combien de temps. Cela suffit.',
      'Si possible, ne vous lavez pas avant l’examen. Si c’est déjà fait, il reste utile.',
      'Si une grossesse est possible, demandez aussi une contraception d’urgence.',
      'Même après 48 heures, appelez : un dépistage et des soins restent possibles.',
    ],
  },
  traces: {
    title: 'Garder les traces',
    lead: 'Les conversations peuvent disparaître en quelques heures. Commencez par elles, si c’est sans danger.',
    lines: [
      'Capturez le profil, son pseudo, les messages, avec la date et l’heure.',
      'Capturez avant de bloquer, de signaler ou de supprimer.',
      'Gardez vos vêtements sans les laver, dans un sac en papier.',
      'Notez l’heure et le lieu exact : les images des caméras s’effacent vite.',
    ],
    warning: 'Les captures vont dans vos photos, parfois dans un album partagé. Pensez à qui peut les voir.',
    kinds: {
      chat: {
        title: 'Sur un tchat sans compte',
        lines: [
          'Ne fermez pas l’onglet : tout peut s’effacer. Capturez d’abord.',
          'Prenez l’adresse de la page, le salon, le pseudo et toute la conversation.',
        ],
      },
      dating: {
        title: 'Sur une appli de rencontre',
        lines: [
          'Prenez tout le profil : photos, pseudo, âge, texte, distance affichée.',
          'Bloquer ou retirer le contact peut effacer la conversation.',
          'Notez aussi la date du premier message.',
        ],
      },
      social: {
        title: 'Sur un réseau social',
        lines: [
          'Copiez le lien du profil : le nom affiché peut changer, le lien moins.',
          'Prenez les messages privés, puis chaque publication avec son lien.',
          'Les stories disparaissent : prenez-les en premier.',
        ],
      },
      messaging: {
        title: 'Sur une messagerie',
        lines: [
          'Ouvrez la fiche du contact : prenez le numéro ou le pseudo.',
          'Prenez d’abord les messages éphémères et les messages vocaux.',
          'Certaines applis signalent la capture à l’autre. Prenez alors l’écran en photo avec un autre appareil.',
        ],
      },
      phone: {
        title: 'Par téléphone ou SMS',
        lines: [
          'Prenez le journal d’appels : numéro, date, heure, durée.',
          'Gardez les SMS et les messages du répondeur.',
          'Votre opérateur peut vous donner le détail de vos appels.',
        ],
      },
      forum: {
        title: 'Sur un forum, ou ailleurs',
        lines: [
          'Copiez l’adresse de la page ou de l’annonce, puis capturez-la en entier.',
          'Prenez le profil de l’auteur, son pseudo et ses messages privés.',
        ],
      },
    },
  },
  bank: {
    title: 'Une carte ou de l’argent pris',
    lead: 'Faites bloquer la carte. N’attendez pas une plainte pour cela.',
    call: 'Opposition carte bancaire, appel payant',
    lines: [
      'Écrivez vite à la banque. Contestez chaque paiement et chaque virement fait sous la contrainte.',
      'Dites que le code ou le virement a été obtenu de force. Le reste ne la regarde pas.',
      'Demandez si un virement récent peut encore être arrêté.',
      'Gardez les reçus, les relevés et les réponses de la banque.',
      'Changez le code de la banque en ligne.',
    ],
  },
  phone: {
    title: 'Un téléphone ou des comptes pris',
    lead: 'Demandez à votre opérateur de bloquer la ligne et la carte SIM.',
    lines: [
      'Depuis un autre appareil, changez d’abord le mot de passe de votre e-mail.',
      'Changez ensuite ceux de la banque, des réseaux et des applis.',
      'Dans chaque compte, fermez les autres sessions ouvertes.',
      'La fonction « Localiser » permet de verrouiller le téléphone à distance. L’effacer détruit aussi des preuves.',
      'N’allez pas le chercher : donnez sa position à la police.',
      'Pour une plainte, prenez le numéro IMEI. Il est sur la boîte ou la facture.',
    ],
  },
  blackmail: {
    title: 'Un chantage, des images',
    lead: 'Ne payez pas et ne répondez plus. Payer relance souvent les demandes.',
    call: 'Images à faire retirer, chantage',
    lines: [
      'Si vous avez déjà payé, vous pouvez arrêter maintenant.',
      'Gardez les messages, les pseudos et les comptes où l’on vous dit de payer.',
      'Image en ligne : copiez son lien, puis signalez-la au site qui la montre.',
      'Parlez-en à une personne de confiance, si vous le pouvez : le chantage vit du secret.',
    ],
    sites: 'Ces sites restent dans l’historique du navigateur.',
  },
  someone: 'Parler à quelqu’un',
} as const
