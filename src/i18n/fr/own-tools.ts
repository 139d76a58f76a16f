// The door for whoever signs with tools of their own, and the list of sealed envelopes behind it: no key is in the page.
export const ownTools = {
  lead: 'Votre clé reste chez vous : vos outils signent, et cette page ne la voit jamais. Vous verrez les enveloppes encore scellées. Elles s’ouvrent sur votre ordinateur.',
  fingerprint: 'Empreinte de votre clé (facultatif)',
  fingerprintHint: '40 chiffres et lettres. Elle complète la commande et n’est envoyée nulle part.',
  ask: 'Afficher la commande',
  run: 'Lancez cette commande dans un terminal. Elle ne vaut que deux minutes.',
  whose: 'Signez avec votre propre clé. Si l’association n’a pas d’équipe, signez avec la sienne.',
  placeholder: 'EMPREINTE',
  signature: 'Ce que la commande affiche',
  signatureHint: 'Tout le bloc, de « BEGIN PGP SIGNATURE » à « END ».',
  submit: 'Entrer',
  busy: 'Vérification…',
  faults: {
    'no-association': 'Choisissez d’abord votre association.',
    'no-signature': 'Ce n’est pas une signature. Copiez tout le bloc, de « BEGIN PGP SIGNATURE » à « END ».',
    expired:
      'La commande avait plus de deux minutes. En voici une nouvelle : lancez-la, puis collez ce qu’elle affiche.',
    'sign-in-refused':
      'Cette signature n’est pas acceptée. Est-ce bien la clé que votre équipe connaît ? Voici une nouvelle commande : lancez-la telle quelle.',
    'not-a-challenge':
      'Ce que le serveur demande de signer n’a pas la forme attendue. Ne signez rien. Prévenez les responsables du site.',
    unreachable: 'Le serveur ne répond pas. Ce que vous avez collé est encore là : réessayez.',
    unexpected: 'Le serveur a rencontré un problème. Réessayez dans quelques minutes.',
  },
  list: {
    heading: 'Enveloppes scellées',
    lead: 'Aucune clé n’est dans cette page : rien ne s’ouvre ici. Téléchargez une enveloppe, puis ouvrez-la avec :',
    decrypt: 'gpg --decrypt ENVELOPPE.pgp',
    rest: 'Répondre, noter et suivre un dossier se font avec « balise reply » et « balise case ». Le numéro d’une enveloppe est celui de son dossier :',
    restCommand:
      'npx --no-install balise case list --server {origin} --gpg EMPREINTE --association {association}',
    envelope: 'Enveloppe',
    received: 'Reçue le',
    download: 'Télécharger le fichier scellé',
    downloaded: 'Le fichier scellé est téléchargé.',
    acknowledge: 'Nous l’avons et pouvons l’ouvrir',
    decline: 'Décliner',
    declineMeaning:
      'La personne verra, avec son code, que vous ne pouvez pas l’aider. Ouvrez d’abord l’enveloppe.',
    declineConfirm: 'Oui, décliner',
    states: { isNew: 'Nouvelle', held: 'Réception confirmée', declined: 'Déclinée' },
    empty: 'Rien pour le moment.',
    loading: 'Les enveloppes arrivent…',
    more: 'Afficher les suivantes',
    faults: {
      unreachable: 'Le serveur ne répond pas. Vérifiez la connexion, puis réessayez.',
      unexpected: 'Le serveur a rencontré un problème. Réessayez dans quelques minutes.',
    },
  },
} as const
