// Enrolling an association: what it says of itself, its first officer, its recovery sheets, and two files: one for the federation, one to keep.
export const enrol = {
  heading: 'Inscrire une association',
  lead: 'Une demi-heure suffit, sur un ordinateur de confiance. Rien n’est envoyé : vous repartez avec deux fichiers.',
  noscript: 'Cette page a besoin de JavaScript : c’est elle qui fabrique les clés, dans votre navigateur.',
  ready: [
    'Prévoyez deux personnes qui garderont chacune une feuille de papier.',
    'Prévoyez de quoi imprimer, ou un stylo.',
    'Ensuite, la fédération vérifie votre demande, de vive voix.',
  ],
  own: 'Votre association a déjà une clé, dans GnuPG ou sur une carte ?',
  ownHint:
    'Alors la fédération n’a besoin que de votre certificat et d’une signature. Ces commandes font une clé qui convient et la preuve :',
  ownKey: 'gpg --quick-gen-key "NOM" future-default default never',
  ownExport: 'gpg --armor --export EMPREINTE > CERTIFICAT.asc',
  ownProof:
    'printf "%s" "Balise: IDENTIFIANT holds the key EMPREINTE" | gpg --armor --detach-sign --local-user EMPREINTE > PREUVE.asc',
  steps: {
    about: 'Votre association',
    key: 'Votre propre clé',
    sheets: 'Les feuilles de secours',
    files: 'Vos deux fichiers',
  },
  fields: {
    name: 'Nom de l’association',
    nameHint: 'Comme les personnes le liront. 80 caractères au plus.',
    id: 'Identifiant court',
    idHint: 'Minuscules, chiffres et tirets, comme « ecoute-sud ». Il ne changera plus.',
    aboutFr: 'Ce que vous faites, en une phrase',
    aboutFrHint: '240 caractères au plus. Une personne inquiète doit comprendre tout de suite.',
    aboutEn: 'La même phrase, en anglais',
    scope: 'Pour quoi peut-on vous écrire ?',
    audiences: 'Êtes-vous spécialement pour…',
    audiencesHint: 'Ne cochez rien si vous êtes là pour tout le monde.',
    territory: 'Départements',
    territoryHint: 'Leurs numéros, séparés par des espaces. Laissez vide pour toute la France.',
    languages: 'Langues dans lesquelles vous répondez',
    days: 'En combien de jours répondez-vous, au plus tard ?',
    daysHint: 'La personne le lira avant de choisir. Promettez peu, et tenez-le.',
    notice: 'Adresse où recevoir l’avis du jour',
    noticeHint:
      'Un message par jour au plus, quand quelque chose attend. Il ne dit rien de personne. Vous pourrez changer cela ensuite.',
    minors: 'Nous pouvons accompagner des personnes de 15 à 17 ans',
    under15: 'Nous pouvons accompagner des personnes de moins de 15 ans',
    basis: 'Sur quelle base détenez-vous des données sur des infractions ?',
    basisHint:
      'Par exemple : association de victimes agréée, décret 2019-536. Obligatoire pour les moins de 15 ans.',
  },
  faults: {
    name: 'Écrivez le nom de l’association, en 80 caractères au plus.',
    id: 'L’identifiant a des minuscules sans accent, des chiffres et des tirets. 40 caractères au plus.',
    taken: 'Une association inscrite a déjà cet identifiant. Choisissez-en un autre.',
    aboutFr: 'Écrivez ce que vous faites, en 240 caractères au plus.',
    aboutEn: 'Écrivez la même phrase en anglais, en 240 caractères au plus.',
    scope: 'Cochez au moins une chose pour laquelle on peut vous écrire.',
    territory: 'Un de ces numéros n’est pas un département. Par exemple : 75 93 2A.',
    languages: 'Cochez au moins une langue.',
    days: 'Indiquez un nombre de jours, de 1 à 60.',
    basis: 'Pour les moins de 15 ans, dites sur quelle base, et acceptez aussi les 15 à 17 ans.',
    notice: 'Écrivez une adresse comme accueil@exemple.org, ou cochez « Pas d’avis ».',
    broken: 'Cette page n’a pas pu fabriquer les clés. Rechargez-la, puis réessayez.',
  },
  next: 'Continuer',
  files: {
    heading: 'Vos deux fichiers',
    request: 'La demande',
    requestHint:
      'Envoyez-la à la fédération. Elle ne contient aucun secret. Lisez-lui ensuite l’empreinte de vive voix.',
    saveRequest: 'Télécharger la demande',
    founding: 'Le fichier de fondation',
    foundingHint:
      'Gardez-le précieusement jusqu’à votre inscription. Sans lui, la clé de l’association est perdue. Il ne s’ouvre qu’avec votre clé d’accès ou vos huit mots.',
    saveFounding: 'Télécharger le fichier de fondation',
    fingerprint: 'Empreinte de la clé de l’association :',
    after:
      'Quand la fédération vous dira que c’est fait, ouvrez l’espace associations et choisissez « Notre association vient d’être inscrite ».',
    keep: 'Avez-vous bien les deux fichiers ? Cette page les oublie dès que vous la quittez.',
  },
  door: {
    link: 'Inscrire une association',
    summary: 'Notre association vient d’être inscrite',
    lead: 'Choisissez le fichier de fondation, puis ouvrez-le avec votre clé d’accès ou vos huit mots.',
    file: 'Fichier de fondation',
    passkey: 'Ouvrir avec la clé d’accès',
    faults: {
      'no-file': 'Choisissez d’abord le fichier de fondation.',
      'not-a-founding-file': 'Ce n’est pas un fichier de fondation.',
      'no-such-key': 'Ce fichier ne s’ouvre pas avec cela. Essayez votre autre façon d’ouvrir.',
      'not-listed':
        'La fédération n’a pas encore publié la clé de votre association sur ce site. Gardez le fichier et revenez plus tard.',
    },
  },
}
