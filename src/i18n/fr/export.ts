// Words around what leaves the workspace: the choice of what goes, the document itself, the table of many cases.
export const exporting = {
  heading: 'Exporter ce dossier',
  lead: 'Ce qui sort d’ici n’est plus chiffré. Gardez-le en lieu sûr, et effacez-le à la fin du dossier. Chaque export est noté au journal, avec la clé de qui l’a fait.',
  take: 'Ce qui sort',
  always: 'Les réponses, le récit et l’accord de la personne sortent toujours.',
  choices: {
    about: 'Ce que la personne dit d’elle',
    identifiers: 'Ce qui désigne les agresseurs',
    exchanges: 'La suite : ses messages et vos réponses',
    files: 'Les fichiers joints',
    originals: 'Les fichiers d’origine, qui peuvent dire où, quand et avec quel appareil',
    contact: 'Comment joindre la personne',
    work: 'Le travail de l’équipe : notes, tâches, mots-clés',
  },
  archive: 'Enregistrer l’archive (.zip)',
  archiveHint:
    'Le récit en JSON, en page web et en texte, les fichiers, l’accord de la personne, et l’empreinte de chacun.',
  dossier: 'Préparer le dossier à imprimer',
  dossierHint:
    'Un document pour un avocat ou la police. Vous le relisez avant de l’imprimer ou de l’enregistrer.',
  bringing: 'Les fichiers arrivent…',
  stop: 'Annuler',
  stopped: 'L’export est arrêté. Rien n’a été enregistré.',
  saved: 'L’archive est enregistrée.',
  lacking: 'Fichiers qui n’y sont pas :',
  print: 'Imprimer',
  save: 'Enregistrer en un fichier',
  close: 'Fermer le dossier',
  printHint: 'Dans la fenêtre d’impression, vous pouvez aussi choisir « Enregistrer au format PDF ».',
  staying: {
    'no-report': 'Il n’y a pas de récit à exporter.',
    arriving: 'Ce qui suit ce récit arrive encore. L’export sera possible ensuite.',
    withdrawn: 'La personne a retiré son consentement. Ce dossier ne s’exporte plus.',
    ended: 'La permission de la personne a expiré. Ce dossier ne s’exporte plus.',
  },
  faults: {
    'not-confirmed': 'Rien n’est sorti.',
    'not-read':
      'On ne sait pas si la personne a écrit depuis, donc rien n’est sorti. Vérifiez la connexion, puis réessayez.',
    'not-recorded':
      'Le journal n’a pas pu le noter, donc rien n’est sorti. Vérifiez la connexion, puis réessayez. Si cela continue, fermez la session et rouvrez-la.',
  },
  table: {
    heading: 'Exporter cette liste',
    lead: 'Un tableau des dossiers listés, avec vos filtres. Il s’ouvre dans un tableur : texte UTF-8, colonnes séparées par des points-virgules.',
    columnsTitle: 'Colonnes',
    care: 'Le récit, ce qui désigne les agresseurs et le contact ne sont pas cochés : ne les prenez que s’il le faut.',
    save: 'Enregistrer le tableau (.csv)',
    saved: 'Le tableau est enregistré. Dossiers :',
    left: 'Laissés de côté, sans récit ou sans permission :',
    noColumns: 'Cochez au moins une colonne.',
    noCases: 'La liste est vide : il n’y a rien à exporter.',
  },
  columns: {
    case: 'Dossier',
    last: 'Dernier message le',
    urgency: 'Signalé pour',
    files: 'Fichiers joints',
    until: 'Permission jusqu’au',
  },
  paper: {
    title: 'Dossier',
    what: 'Ce qu’est ce document',
    is: 'Le récit d’une personne, tel qu’elle l’a écrit à l’association nommée ici. Les réponses courtes sont choisies dans une liste. Les textes avec un trait sur le côté sont écrits librement.',
    isNot:
      'Personne n’a vérifié ce qui est raconté ici. Ce n’est ni une plainte, ni une expertise, ni l’avis de l’association. L’identité de la personne ne lui a pas été demandée.',
    careful:
      'N’appelez aucun numéro et n’ouvrez aucune adresse recopiés ici : les personnes désignées pourraient l’apprendre.',
    marks:
      'Les codes entre crochets, comme [U+202E], tiennent la place de caractères invisibles qui peuvent tromper l’œil.',
    facts: 'Repères',
    association: 'Reçu par',
    case: 'Numéro du dossier',
    on: 'Document fait le',
    by: 'Par la clé',
    identifiersMeaning: 'Ce que la personne a noté. Personne n’a vérifié à qui cela appartient.',
    files: 'Les fichiers joints',
    filesMeaning:
      'Chaque fichier avec son empreinte SHA-256, telle que le téléphone de la personne l’a calculée. Un fichier remis à part est le même si son empreinte est la même.',
    missing: 'Absent de l’archive :',
    disguised:
      'Attention : ce fichier n’est pas ce qu’il dit être. Dans l’archive, son nom finit par « .bin ».',
    nobody: 'Personne',
    integrity: 'Ce qui permet de vérifier',
    integrityMeaning:
      'L’empreinte d’un fichier change dès qu’un seul caractère change. Celle-ci est celle du récit au format JSON, exporté avec les mêmes choix.',
    leftOut: 'Non demandé à l’export',
    unproven: 'Messages sans auteur prouvé, laissés de côté',
    reason: 'Raison',
    aside: 'Mis de côté',
    note: 'Note',
  },
  reasons: {
    gone: 'le serveur n’a plus ce fichier, ou plus en entier.',
    'altered-part': 'le serveur a donné autre chose que ce fichier.',
    damaged: 'il est arrivé abîmé.',
    unreachable: 'le serveur n’a pas répondu.',
    unexpected: 'le serveur a rencontré un problème.',
    broken: 'la page n’a pas pu l’ouvrir.',
    'too-much': 'l’archive était déjà trop grosse.',
  },
}
