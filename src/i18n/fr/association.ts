// The association's space: signing in with a key, the list of reports, reading one.
// "Enveloppe" is what the server holds; "récit" is what a person wrote.
export const association = {
  title: 'Espace associations',
  noscript:
    'Cet espace a besoin de JavaScript : c’est lui qui ouvre les enveloppes, dans votre navigateur. Sans lui, la ligne de commande décrite plus bas fait la même chose.',
  door: {
    lead: 'Ici, une association lit les récits qui lui ont été adressés. Ils sont scellés pour elle seule : le serveur ne peut pas les lire.',
    demonstration:
      'Démonstration : la commande qui a démarré ce site a affiché le fichier de clé à choisir (« member key ») et sa phrase de passe (« passphrase »).',
    file: 'Fichier de la clé secrète',
    fileHint: 'Celle de votre association. Souvent un fichier .asc, .gpg ou .key.',
    paste: 'Ou coller la clé',
    pasteLabel: 'Texte de la clé',
    pasteHint: 'Tout le bloc, de « BEGIN PGP PRIVATE KEY BLOCK » à « END ».',
    passphrase: 'Phrase de passe de la clé',
    passphraseHint: 'Laissez vide si la clé n’en a pas. Si le navigateur propose de l’enregistrer, refusez.',
    reveal: 'Afficher la phrase de passe',
    submit: 'Ouvrir la boîte',
    busy: 'Ouverture de la clé…',
    promiseTitle: 'Où va la clé ?',
    promise:
      'Nulle part. Elle reste dans la mémoire de cette page : elle n’est ni envoyée, ni enregistrée. Elle est oubliée quand vous fermez la session ou l’onglet, et après 30 minutes sans activité.',
  },
  tools: {
    summary: 'Ouvrir les mêmes enveloppes sans cette page',
    pull: 'Avec la ligne de commande, sur votre ordinateur, dans le dossier de Balise, après « npm ci ». Elle signe avec votre clé, rapporte les enveloppes et les ouvre dans un dossier :',
    pullCommand: 'npx --no-install balise inbox pull --server {origin} --key FICHIER --out DOSSIER',
    export: 'Si la clé est dans GnuPG, sortez-la d’abord dans un fichier, que vous effacerez ensuite :',
    exportCommand: 'gpg --export-secret-keys EMPREINTE > FICHIER',
    gpg: 'Une enveloppe est un message OpenPGP ordinaire. La commande garde scellées, en fichiers .pgp, celles que la clé donnée n’ouvre pas. GnuPG les ouvre avec une clé plus ancienne :',
    gpgCommand: 'gpg --decrypt ENVELOPPE.pgp',
    help: 'Le résultat est un texte JSON, suivi d’espaces. La clé reste chez vous : c’est votre ordinateur qui ouvre.',
  },
  faults: {
    'no-key': 'Choisissez le fichier de clé, ou collez la clé.',
    'unreadable-file': 'Ce fichier ne peut pas être lu. A-t-il été déplacé ? Choisissez-le de nouveau.',
    'not-a-secret-key':
      'Il n’y a pas de clé secrète ici. Une clé publique ne suffit pas : il faut la clé exportée avec sa partie secrète.',
    'unknown-key':
      'C’est bien une clé secrète, mais d’aucune association inscrite sur ce site. Est-ce la clé actuelle de votre association ? Est-ce le bon site ?',
    'no-passphrase': 'Cette clé demande une phrase de passe.',
    'wrong-passphrase':
      'Cette phrase de passe n’ouvre pas la clé. Vérifiez les majuscules et les espaces, puis réessayez.',
    unreachable:
      'Le serveur ne répond pas. Vérifiez la connexion, puis réessayez. La clé n’a pas quitté cette page.',
    'sign-in-refused':
      'Le serveur n’a pas accepté la signature. Vérifiez d’abord la date et l’heure de cet appareil, puis réessayez. Si le refus continue, la clé de votre association a peut-être été remplacée : rechargez la page.',
    'not-a-challenge':
      'Ce que le serveur demande de signer n’a pas la forme attendue. Rien n’a été signé ni envoyé. Rechargez la page ; si cela continue, prévenez les responsables du site.',
    broken: 'Cette page n’a pas pu ouvrir la clé. Rechargez-la, puis réessayez.',
    unexpected: 'Le serveur a rencontré un problème. Réessayez dans quelques minutes.',
  },
  notices: {
    'signed-out': 'La session est fermée. La clé et les récits ne sont plus dans cette page.',
    expired:
      'Votre session a pris fin, par précaution. Rien n’est perdu : ouvrez de nouveau la boîte pour tout retrouver.',
    idle: 'Après 30 minutes sans activité, la session s’est fermée et la clé a été oubliée. Rien n’est perdu : ouvrez de nouveau la boîte.',
  },
  inbox: {
    heading: 'Récits reçus',
    key: 'Clé ouverte :',
    signOut: 'Fermer la session',
    loading: 'Enveloppes ouvertes :',
    stop: 'Arrêter',
    resume: 'Continuer',
    stopped: 'Vous avez arrêté. Les enveloppes plus anciennes ne sont pas encore affichées.',
    'trouble-unreachable':
      'Le serveur ne répond plus. Ce qui est déjà ouvert reste affiché ; vérifiez la connexion, puis continuez.',
    'trouble-unexpected':
      'Le serveur a rencontré un problème. Ce qui est déjà ouvert reste affiché ; continuez dans quelques minutes.',
    onlyNew: 'Seulement les nouveaux',
    refresh: 'Actualiser',
    total: 'Enveloppes :',
    new: 'nouvelles :',
    empty: 'Rien pour le moment. Les récits arriveront ici.',
    noneNew: 'Rien de nouveau. Décochez « Seulement les nouveaux » pour tout revoir.',
    keys: 'Au clavier : flèches haut et bas pour parcourir, Entrée pour lire.',
    loaded: 'La boîte est à jour.',
    isNew: 'Nouveau',
    isAcknowledged: 'Réception confirmée',
    noActs: 'Récit sans précision sur les faits',
    needs: 'Besoins :',
    'not-mine': 'Scellée pour une autre clé',
    damaged: 'Enveloppe abîmée',
  },
  letter: {
    back: 'Retour à la liste',
    previous: 'Précédent',
    next: 'Suivant',
    of: 'sur',
    keys: 'Au clavier : flèches gauche et droite pour changer de récit, Échap pour la liste.',
    receivedOn: 'Reçu le',
    writtenOn: 'Écrit le',
    language: 'Page en',
    languages: { fr: 'français', en: 'anglais' },
    contact: 'Joindre la personne',
    beforeTitle: 'À lire avant tout contact',
    hours: 'Quand c’est sans danger',
    voicemail: 'Message vocal',
    'voicemail-yes': 'Oui, vous pouvez en laisser un.',
    'voicemail-no': 'Non, jamais.',
    askFor: 'Qui demander',
    noRules:
      'La personne n’a pas laissé de consigne. De la discrétion : pas de message vocal. Ne dites qui vous êtes qu’à elle.',
    warning:
      'N’appelez et n’écrivez jamais en dehors de ce que dit la personne. Quelqu’un d’autre peut voir son téléphone.',
    noContact:
      'La personne n’a pas laissé de moyen de la joindre. Elle a voulu que vous sachiez ; ne cherchez pas à la retrouver.',
    answers: 'Les réponses',
    about: 'Ce que la personne dit d’elle',
    aboutSaid: 'C’est ce qu’elle a répondu. N’en déduisez rien de plus.',
    narrative: 'Le récit',
    noNarrative: 'Pas de texte libre.',
    inert: 'Les liens sont montrés comme du texte et ne s’ouvrent pas.',
    unseen:
      'Les codes encadrés, comme U+202E, tiennent la place de caractères invisibles qui peuvent tromper l’œil.',
    identifiers: 'Ce qui désigne les agresseurs',
    identifiersWarning:
      'Ne contactez personne ici et n’ouvrez aucun lien : vous pourriez donner l’alerte, ou montrer votre adresse.',
    recognised: 'Forme reconnue. Personne n’a vérifié à qui cela appartient.',
    unrecognised: 'Écrit tel quel : la forme n’a pas été reconnue.',
    series: 'La personne permet de comparer ceci avec vos autres récits.',
    noSeries: 'La personne ne permet pas de comparer ceci avec d’autres récits.',
    consent: 'Ce que la personne permet',
    purposes: 'Pour',
    until: 'Jusqu’au',
    transfers: 'Transmettre à',
    noTransfer: 'Personne. Demandez-lui d’abord.',
    wording: 'Version du texte de consentement',
    consentEnded: 'Cette permission est passée. N’utilisez plus ce récit, et effacez vos copies.',
    acknowledge: 'Confirmer la réception',
    acknowledgeHint:
      'Le serveur apprend que cette enveloppe a été ouverte, et rien d’autre. Sans confirmation, il l’efface après 90 jours.',
    acknowledging: 'Envoi…',
    acknowledged: 'Réception confirmée',
    acknowledgeFailed: 'La confirmation n’est pas partie. Vérifiez la connexion, puis réessayez.',
  },
  problems: {
    'not-mine': {
      heading: 'Cette enveloppe est scellée pour une autre clé',
      meaning:
        'Elle vous est adressée, mais la clé de cette session ne l’ouvre pas. Le plus souvent, elle a été écrite avant un changement de clé.',
      sealedFor: 'Annoncée pour la clé',
      yours: 'Votre clé',
      todo: 'Que faire',
      steps: [
        'Cherchez qui garde l’ancienne clé de votre association.',
        'Rapportez la copie scellée avec la ligne de commande : c’est le fichier qui finit par « not-mine.pgp ». Ouvrez-le avec GnuPG et l’ancienne clé.',
        'Si personne n’a plus l’ancienne clé, nul ne peut l’ouvrir, et le serveur non plus. Il l’effacera 90 jours après sa réception.',
      ],
    },
    damaged: {
      heading: 'Cette enveloppe est abîmée',
      meaning:
        'Elle est scellée pour votre clé, mais son contenu a changé ou n’est pas un récit. Rien n’en est montré : on ne pourrait pas s’y fier.',
      sealedFor: 'Annoncée pour la clé',
      yours: 'Votre clé',
      todo: 'Que faire',
      steps: [
        'Actualisez la boîte : une erreur de transport disparaît alors.',
        'Si elle reste abîmée, prévenez la fédération ou la personne qui tient le site, en donnant le jour de réception.',
        'Ne confirmez rien : la personne a peut-être écrit aussi à une autre association.',
      ],
    },
  },
} as const
