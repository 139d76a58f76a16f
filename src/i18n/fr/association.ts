// The association's space: signing in with a key, the list of cases.
// "Enveloppe" is what the server holds; "récit" is what a person wrote; "dossier" is a récit and all that followed it.
import { finding } from './association-finding.ts'
import { letter } from './association-letter.ts'

export const association = {
  title: 'Espace associations',
  noscript:
    'Cet espace a besoin de JavaScript : c’est lui qui ouvre les enveloppes, dans votre navigateur. Sans lui, la ligne de commande décrite plus bas fait la même chose.',
  door: {
    lead: 'Ici, une association lit les récits qui lui ont été adressés. Ils sont scellés pour elle seule : le serveur ne peut pas les lire.',
    demonstration:
      'Démonstration : la commande qui a démarré ce site a affiché le fichier de clé à choisir (« member key ») et sa phrase de passe (« passphrase »).',
    how: 'Avec quoi ouvrez-vous ?',
    ways: {
      passkey: 'Une clé d’accès',
      words: 'Huit mots',
      file: 'Un fichier de clé',
      tools: 'Mes propres outils (GnuPG, carte)',
    },
    passkey: 'Ouvrir avec une clé d’accès',
    passkeyHint: 'L’empreinte, le visage ou le code de votre appareil, ou une clé de sécurité.',
    association: 'Votre association',
    choose: 'Choisir…',
    file: 'Fichier de la clé secrète',
    fileHint:
      'La vôtre, ou celle de l’association si elle n’a pas encore d’équipe. Souvent un fichier .asc, .gpg ou .key.',
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
      'Elle s’ouvre dans la mémoire de cette page et n’en sort jamais ouverte. Le serveur n’en garde qu’une copie verrouillée, que seuls votre clé d’accès ou vos mots ouvrent. Elle est oubliée quand vous fermez la session ou l’onglet, et après 30 minutes sans activité.',
  },
  tools: {
    summary: 'Ouvrir les mêmes enveloppes sans cette page',
    pull: 'Avec la ligne de commande, sur votre ordinateur, dans le dossier de Balise, après « npm ci ». Elle signe avec votre clé, rapporte les enveloppes et les ouvre dans un dossier :',
    pullCommand:
      'npx --no-install balise inbox pull --server {origin} --gpg EMPREINTE --association NOM --out DOSSIER',
    case: 'Elle liste aussi les dossiers, en montre un, y note ce que fait l’équipe, et répond. « --help » dit comment :',
    caseCommand: 'balise login · balise case list · balise case show · balise case set · balise reply',
    export:
      'Ainsi la clé reste dans GnuPG, ou sur une carte. Sans équipe, « --association » est inutile. Une clé en fichier se donne avec :',
    exportCommand: '--key FICHIER',
    gpg: 'Une enveloppe est un message OpenPGP ordinaire. La commande garde scellées, en fichiers .pgp, celles que la clé donnée n’ouvre pas. GnuPG les ouvre avec une clé plus ancienne :',
    gpgCommand: 'gpg --decrypt ENVELOPPE.pgp',
    files:
      'Avec « --files », la commande rapporte aussi les fichiers joints, vérifiés. À la main : rapportez chaque partie depuis « /api/parts/ » suivi de son empreinte, mettez-les bout à bout, puis donnez à GnuPG la clé du fichier. Les empreintes (« parts ») et la clé (« sessionKey ») sont dans le JSON :',
    filesCommand: 'cat PARTIES | gpg --override-session-key 9:CLÉ --decrypt > FICHIER',
    help: 'Le résultat est un texte JSON, suivi d’espaces. La clé reste chez vous : c’est votre ordinateur qui ouvre.',
  },
  faults: {
    'no-key': 'Choisissez le fichier de clé, ou collez la clé.',
    'unreadable-file': 'Ce fichier ne peut pas être lu. A-t-il été déplacé ? Choisissez-le de nouveau.',
    'not-a-secret-key':
      'Il n’y a pas de clé secrète ici. Une clé publique ne suffit pas : il faut la clé exportée avec sa partie secrète.',
    'unknown-key':
      'C’est bien une clé secrète, mais d’aucune association inscrite sur ce site. Si c’est votre propre clé, choisissez votre association, puis réessayez.',
    'no-such-key':
      'Rien ne s’ouvre ici avec cela. Une invitation doit d’abord être acceptée par votre équipe. Ou votre équipe vous a retiré.',
    'not-able': 'Ce navigateur, ou cette clé d’accès, ne convient pas. Essayez vos huit mots.',
    'given-up': 'La clé d’accès n’a pas été donnée. Vous pouvez réessayer.',
    'no-association': 'Choisissez d’abord votre association.',
    'not-believed':
      'Ce que le serveur dit de votre équipe n’est pas signé comme il faut. Rien n’a été ouvert. Prévenez les responsables de votre association.',
    'no-passphrase': 'Cette clé demande une phrase de passe.',
    'wrong-passphrase':
      'Cette phrase de passe n’ouvre pas la clé. Vérifiez les majuscules et les espaces, puis réessayez.',
    unreachable:
      'Le serveur ne répond pas. Vérifiez la connexion, puis réessayez. La clé n’a pas quitté cette page.',
    'sign-in-refused':
      'Le serveur n’a pas accepté la signature. Vérifiez d’abord la date et l’heure de cet appareil, puis réessayez. Si le refus continue, cette clé n’est peut-être pas, ou plus, de l’équipe. Quand une association a une équipe, sa clé seule n’ouvre plus.',
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
    of: 'sur',
    stop: 'Arrêter',
    resume: 'Continuer',
    stopped: 'Vous avez arrêté. Les enveloppes plus anciennes ne sont pas encore affichées.',
    'trouble-unreachable':
      'Le serveur ne répond plus. Ce qui est déjà ouvert reste affiché ; vérifiez la connexion, puis continuez.',
    'trouble-unexpected':
      'Le serveur a rencontré un problème. Ce qui est déjà ouvert reste affiché ; continuez dans quelques minutes.',
    refresh: 'Actualiser',
    empty: 'Rien pour le moment. Les récits arriveront ici.',
    keys: 'Au clavier : flèches haut et bas pour parcourir, Entrée pour lire.',
    loaded: 'La boîte est à jour.',
    isNew: 'Nouveau',
    isAcknowledged: 'Réception confirmée',
    isFollowed: 'Nouveau message',
    isOver: 'Terminé',
    isWithdrawn: 'Consentement retiré',
    isDeclined: 'Décliné',
    isDisputed: 'Deux nouveaux codes',
    followed: 'Messages :',
    files: 'Fichiers :',
    'orphan-message': 'Message sans récit',
    'orphan-withdrawal': 'Consentement retiré, récit effacé',
    'orphan-answer': 'Votre réponse, sans le récit',
    noActs: 'Récit sans précision sur les faits',
    needs: 'Besoins :',
    'not-mine': 'Scellée pour une autre clé',
    damaged: 'Enveloppe abîmée',
  },
  ...finding,
  ...letter,
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
