// Words of the report page. One idea a sentence, about twelve words, nothing that judges.
import { ending } from './report-ending.ts'

export const report = {
  title: 'Écrire · Balise',
  heading: 'Écrire',
  progress: { step: 'Étape', of: 'sur' },
  actions: {
    begin: 'Je commence',
    next: 'Continuer',
    back: 'Retour',
    toReview: 'Revenir à la relecture',
    choose: 'Choisir dans la liste',
  },
  withoutScript: {
    title: 'Pour écrire ici, activez JavaScript dans les réglages du navigateur, puis rechargez.',
    body: 'C’est lui qui ferme votre récit à clé, sur ce téléphone, avant tout envoi. Sans lui, rien ne serait protégé. Alors cette page n’enverra rien.',
    help: 'Voir les numéros d’aide',
  },
  problem: 'Une réponse à compléter, ou à laisser vide',
  charactersLeft: 'Caractères restants :',
  cut: 'La fin du texte n’a pas été gardée.',

  safe: {
    title: 'Êtes-vous en sécurité ?',
    danger: 'En danger ou avec une blessure grave, appelez tout de suite.',
    police: 'Police, gendarmerie',
    emergency: 'Urgences, partout en Europe',
    silent: 'Urgences, sans parler',
    silentNumber: 'SMS au 114',
    smsBody: 'Je suis en danger et je ne peux pas parler. Je suis à cette adresse : ',
    promiseTitle: 'Ici, c’est vous qui décidez',
    promise: [
      'Rien n’est obligatoire. Vous pouvez passer chaque question.',
      'Votre récit est fermé à clé sur ce téléphone. Seules les associations que vous choisirez pourront l’ouvrir. Nous ne pouvons pas le lire.',
      'Rien ne part avant que vous appuyiez sur « Envoyer ».',
    ],
    quitTitle: '« Quitter vite »',
    quitDoes:
      'Ce bouton reste en haut de l’écran. Il efface ce qui est écrit et ouvre un site de météo. Au clavier : trois fois Échap.',
    quitRemains:
      'Il ne peut pas effacer l’historique du navigateur, les mots appris par le clavier, ni les captures d’écran.',
    duration: 'Comptez dix minutes, ou moins.',
  },

  urgent: {
    title: 'Deux choses à ne pas remettre à demain',
    careTitle: 'Votre santé',
    careHiv:
      'Après un rapport forcé ou un contact avec du sang, un traitement peut empêcher le VIH. Il agit mieux dans les 4 heures et se commence dans les 48 heures. Même après, appelez : un dépistage et des soins restent possibles.',
    careWhere: 'Allez aux urgences d’un hôpital, même la nuit.',
    careCall: 'Sida Info Service, gratuit',
    careInjuries:
      'Faites voir vos blessures par un médecin, même petites. Demandez un certificat. Il servira si un jour vous portez plainte.',
    tracesTitle: 'Garder les traces',
    tracesWhy: 'Les conversations disparaissent parfois en quelques heures.',
    traces: [
      'Si c’est sans danger, faites des captures d’écran : le profil, son pseudo, les messages, la date et l’heure.',
      'Notez ou copiez le lien du profil et le numéro de téléphone.',
      'Ne supprimez rien et ne bloquez pas encore, avant d’avoir fait ces captures.',
      'Gardez vos vêtements sans les laver, dans un sac en papier.',
    ],
    tracesWarning: 'Les captures vont dans vos photos. Pensez à qui peut les voir.',
  },

  you: {
    title: 'Vous',
    role: 'Qui écrit ?',
    age: 'Quel âge avez-vous ?',
    ageHint: 'Si vous écrivez pour quelqu’un, donnez son âge.',
    more: 'Pour mieux vous orienter',
    audiences: 'Vous reconnaissez-vous ici ?',
    audiencesHint: 'Plusieurs réponses possibles.',
    kept: 'L’âge et la liste « Pour mieux vous orienter », plus bas, restent sur ce téléphone. Ils servent à proposer les bonnes associations. Ils ne sont jamais envoyés.',
    under15:
      'Avant 15 ans, ce site ne peut pas encore transmettre votre récit. Le 119 peut vous aider, jour et nuit.',
    minorTitle: 'Avant 18 ans, deux numéros sont faits pour vous',
    minor119: 'Enfance en danger, jour et nuit, gratuit. Le 119 n’apparaît pas sur les factures.',
    minor3018: 'Images, chantage, harcèlement en ligne. Le 3018 peut faire retirer des images.',
  },

  needs: {
    title: 'Ce dont vous avez besoin',
    needs: 'Qu’est-ce qui vous aiderait ?',
    needsHint: 'Plusieurs réponses possibles.',
    departement: 'Dans quel département cherchez-vous de l’aide ?',
    departementHint: 'Ou celui où cela s’est passé.',
  },

  contactBegan: {
    title: 'Comment le contact a commencé',
    channel: 'Où avez-vous parlé d’abord ?',
    platform: 'Sur quel site ou quelle application ?',
    platformOther: 'Autre : je l’écris',
    platformName: 'Nom du site ou de l’application',
    closed: 'fermé',
    lure: 'Pour qui se faisait-on passer ?',
    lureHint: 'Cette question porte sur leur mensonge. Pas sur vous.',
  },

  whereWhen: {
    title: 'Où et quand',
    place: 'Dans quel endroit ?',
    date: 'À quelle période ?',
    month: 'Mois',
    year: 'Année',
    months: [
      'janvier',
      'février',
      'mars',
      'avril',
      'mai',
      'juin',
      'juillet',
      'août',
      'septembre',
      'octobre',
      'novembre',
      'décembre',
    ],
    monthMissing: 'Choisissez aussi le mois, ou laissez l’année vide.',
    yearMissing: 'Choisissez aussi l’année, ou laissez le mois vide.',
    monthAhead: 'Ce mois n’est pas encore arrivé.',
    weekday: 'Quel jour ?',
    timeBand: 'À quel moment ?',
  },

  happened: {
    title: 'Ce qui s’est passé',
    attackers: 'Combien étaient-ils ?',
    attackerAges: 'Quel âge avaient-ils, à peu près ?',
    acts: 'Qu’ont-ils fait ?',
    actsHint: 'Plusieurs réponses possibles. Rien de tout cela n’est votre faute.',
  },

  words: {
    title: 'Avec vos mots',
    before: 'Avant d’écrire, deux choses à savoir.',
    minorTitle: 'Si la personne s’était dite mineure',
    minor:
      'Nous ne vous demanderons jamais ce que vous en saviez. Des victimes piégées par un faux profil de mineur ont été inquiétées par la justice. Si c’est votre cas, parlez d’abord à un avocat. D’ici là, ne l’écrivez pas ici.',
    dutyTitle: 'Une association n’est pas un avocat',
    duty: 'Elle doit parfois prévenir la justice : pour empêcher un crime, ou pour protéger un enfant ou une personne vulnérable. Un juge peut aussi demander son dossier. Un avocat, lui, est tenu au secret.',
    dutySource: 'Code pénal, articles 434-1 et 434-3',
    lawyer: 'Trouver une consultation gratuite d’avocat',
    narrative: 'Racontez si vous le voulez, comme cela vient.',
    narrativeHint: 'Dans la langue que vous voulez. Vous pouvez aussi laisser vide.',
  },

  contact: {
    title: 'Vous répondre sans danger',
    intro: 'Si vous ne laissez rien, personne ne pourra vous répondre. C’est votre droit.',
    channel: 'Comment peut-on vous joindre ?',
    none: 'Ne pas me contacter',
    value: 'Numéro, adresse ou pseudo',
    valueHint: 'Choisissez un moyen que personne d’autre ne consulte.',
    valueMissing: 'Écrivez le numéro, l’adresse ou le pseudo. Ou choisissez « Ne pas me contacter ».',
    note: 'Ce qu’il faut savoir avant de vous joindre',
    noteHint: 'Par exemple : les bonnes heures, laisser un message ou non, qui demander, quoi dire.',
  },

  ...ending,
} as const
