// Words of the page one comes back to with a return code. They say what is true now, and promise nothing that cannot be kept.
export const back = {
  title: 'Revenir · Balise',
  heading: 'Revenir',

  typing: {
    title: 'Revenir avec vos mots',
    lead: 'Tapez les huit mots de votre code. Ce téléphone ouvrira vos messages.',
    private: 'Vos mots ne quittent pas ce téléphone. Ce site ne les reçoit pas.',
    lostTitle: 'Vous n’avez plus vos mots ?',
    lost: [
      'Personne ne peut vous les rendre. Ni nous, ni une association.',
      'Vous pouvez écrire de nouveau, et prendre un autre code.',
      'Si vous aviez laissé un moyen de vous joindre, l’association peut encore s’en servir.',
    ],
    write: 'Écrire de nouveau',
    help: 'Trouver de l’aide maintenant',
  },

  withoutScript: {
    title: 'Cette page n’est pas encore prête. Si rien ne change, rechargez-la.',
    reload: 'Recharger la page',
    body: 'Vérifiez d’abord le réseau. JavaScript doit aussi être permis dans les réglages du navigateur. C’est JavaScript qui ouvre vos messages sur ce téléphone. Sans lui, cette page ne demandera rien.',
    meanwhile: 'En attendant, ces numéros répondent.',
  },
  tooOld: {
    title: 'Ce navigateur est trop ancien',
    body: 'Il ne sait pas ouvrir vos messages sans danger. Un autre navigateur à jour le peut, sur ce téléphone ou sur un autre. Vos mots ouvriront la même chose.',
  },

  opening: {
    title: 'Un instant',
    deriving: 'Ce téléphone retrouve vos clés. Un vieux téléphone peut prendre une minute.',
    looking: 'Il regarde vos messages…',
    unlocking: 'Il ouvre ce qui est fermé à clé…',
    progress: 'Avancement',
    failed: {
      failed:
        'Le calcul n’a pas pu se faire. Rien n’est perdu. Vérifiez le réseau, puis réessayez. Un autre téléphone peut aussi aider.',
      unreachable: 'Pas de réponse du réseau. Rien n’est perdu. Réessayez quand vous le voudrez.',
      refused: 'Le site ne peut pas répondre en ce moment. Rien n’est perdu. Réessayez dans un moment.',
    },
    again: 'Réessayer',
    otherWords: 'Taper d’autres mots',
  },

  here: {
    title: 'Vos messages',
    nothingTitle: 'Rien pour le moment',
    nothing: [
      'Ces mots n’ouvrent rien en ce moment. Un récit envoyé avec eux se voit ici tout de suite.',
      'Ce sont peut-être d’autres mots. Le site ne peut pas le savoir.',
      'Si vous avez changé de code, il faut les nouveaux mots.',
      'Un message s’efface au bout de 90 jours. Un récit mis de côté, au jour choisi.',
    ],
    refresh: 'Regarder s’il y a du nouveau',
    refreshed: 'C’est à jour.',
    notRefreshed: 'Pas de réponse du réseau. Ce qui est ci-dessous date d’avant.',
    damaged: 'Quelque chose n’a pas pu être ouvert. C’est peut-être abîmé, ou ce n’est pas pour vous.',
    clear: {
      ask: 'Effacer ce qui n’est pas vérifié',
      sure: 'Les messages non vérifiés, et ce qui n’a pas pu être ouvert, seront effacés. Le reste ne change pas.',
      yes: 'Oui, les effacer',
      no: 'Non, les garder',
      failed: 'Le site n’a pas confirmé. Ces messages sont peut-être encore là. Réessayez.',
      done: 'C’est effacé. Le reste n’a pas changé.',
    },
    keep: 'Cette page ne garde rien. Quand vous la quittez, il faut retaper vos mots.',
    meanwhile: 'En attendant, quelqu’un peut vous écouter',
    leave: 'Quitter ce site',
  },

  draft: {
    title: 'Un récit que vous avez mis de côté',
    written: 'Écrit le',
    until: 'Il est fermé à clé. Il s’effacera tout seul après le',
    resume: 'Reprendre',
    resumeFailed: 'Le formulaire n’est pas arrivé. Votre récit est toujours là. Réessayez.',
    erase: 'Effacer ce récit',
    sure: 'Ce récit sera effacé. On ne pourra pas le retrouver.',
    yes: 'Oui, l’effacer',
    no: 'Non, le garder',
    notErased: 'Le site n’a pas confirmé. Le récit est peut-être encore là. Réessayez.',
    erased: 'Ce récit est effacé.',
  },

  status: {
    waiting: 'Pas encore ouvert.',
    opened: 'Ouvert par l’association.',
    accepted: 'L’association s’occupe de votre récit.',
    done: 'L’association a terminé. Elle effacera votre récit d’ici 30 jours. Après, elle ne pourra plus vous répondre ici.',
    declined: 'Cette association ne peut pas vous aider cette fois. Ce n’est pas à cause de vous.',
    declinedNext: 'D’autres le peuvent. Vous pouvez aussi leur écrire.',
    expired: 'Personne ne l’a ouvert en 90 jours. Votre envoi est effacé. Ce n’est pas à cause de vous.',
    ended: 'C’est terminé avec cette association. Tout ce que vous lui aviez envoyé est effacé de ce site.',
    none: 'Cette association n’a plus d’envoi de vous sur ce site.',
    lastWaiting: 'Votre dernier message n’est pas encore ouvert.',
    withdrawn: 'Vous avez retiré votre accord.',
    otherHelp: 'Trouver une autre aide',
  },

  talk: {
    title: 'Vos échanges',
    none: 'Pas encore de réponse.',
    noneNow: 'Rien ici pour le moment. Un changement de code efface les messages d’avant.',
    you: 'Vous',
    on: 'le',
    sealedUntil: 'Un message s’efface d’ici au bout de 90 jours.',
    withdrew: 'Vous avez retiré votre accord.',
    granted: 'Vous avez dit oui à la transmission vers',
    denied: 'Vous avez dit non à la transmission vers',
    files: 'Elle vous demande des images ou des documents.',
    filesBelow: 'Vous pouvez en joindre plus bas, ou dire non.',
    oneFile: 'Un fichier joint.',
    moreFiles: 'fichiers joints.',
    untrustedTitle: 'Message non vérifié',
    untrusted:
      'Rien ne prouve qu’il vient de cette association. Ne faites pas ce qu’il demande. N’ouvrez aucun lien.',
    untrustedSays: 'Il dit venir de :',
    untrustedShow: 'Le lire quand même',
    unknownAssociation: 'une association absente de la liste',
  },

  transfer: {
    asks: 'Cette association demande si elle peut transmettre votre récit à :',
    free: 'C’est à vous de décider. Dire non ne vous prive d’aucune aide.',
    after: 'Si vous dites oui, vous verrez ici ce qui est transmis. Vous pourrez le reprendre.',
    yes: 'Oui, elle peut le transmettre',
    no: 'Non',
    send: 'Envoyer ma réponse',
    missing: 'Choisissez « oui » ou « non ». Ne pas répondre est aussi votre droit.',
  },

  write: {
    label: 'Écrire à cette association',
    anyway: 'Lui écrire quand même',
    anywayHint: 'Cette association a dit non. Elle lira peut-être.',
    hint: 'Elle seule pourra le lire. Elle doit parfois prévenir la justice, dans des cas graves.',
    addFiles: 'Joindre des fichiers',
    filesElsewhere:
      'Des fichiers sont déjà choisis pour une autre association. Envoyez-les ou retirez-les d’abord.',
    filesUnreachable:
      'La connexion s’est coupée. « Envoyer » reprend là où c’était. Ce qui est arrivé ne repart pas.',
    send: 'Envoyer',
    empty: 'Écrivez d’abord quelques mots.',
    holdsCode: 'Ce texte contient des mots de votre code. Enlevez-les : qui les a peut tout lire ici.',
    proof:
      'Votre téléphone fait un calcul, en quelques secondes ou parfois une minute. Ce calcul protège les associations des faux envois.',
    posting: 'Envoi du message fermé à clé…',
    sent: 'C’est bien arrivé. L’association l’ouvrira avec sa clé.',
    notKept:
      'C’est bien arrivé. Mais votre copie n’est peut-être pas gardée. Vous ne la reverrez peut-être pas en revenant.',
    paused: 'Cette association ne reçoit pas de message en ce moment. Les numéros plus bas répondent.',
    full: 'Vous avez beaucoup écrit à cette association. Ce site ne peut pas garder plus de messages pour elle.',
    faults: {
      unreachable:
        'Pas de réponse du réseau. Rien n’est perdu. Réessayez quand vous le voudrez : il n’y aura pas de double.',
      files: 'Un fichier n’a pas pu partir, et le message l’attend. Rien n’est perdu.',
      unconfirmed:
        'Le site a répondu, mais sans confirmer votre message. Nous ne pouvons pas dire qu’il est arrivé. Réessayez.',
      'not-sealed': 'Le message n’a pas pu être fermé à clé. Alors il n’est pas parti. Il est toujours là.',
      'too-long': 'Le message est un peu trop long. Raccourcissez-le, puis réessayez.',
      expired:
        'La liste des associations est trop ancienne pour être sûre. Rien ne peut partir aujourd’hui. Les numéros d’aide répondent.',
      'directory-changed':
        'Cette association a changé sa clé ou ne reçoit plus. Rien n’est parti. Réessayez dans quelques minutes.',
      refused: 'Cela n’a pas marché cette fois. Rien n’est perdu ici. Réessayez dans un moment.',
    },
  },

  withdraw: {
    open: 'Retirer mon accord',
    title: 'Retirer votre accord ?',
    does: [
      'L’association reçoit un message signé : elle ne doit plus se servir de votre récit.',
      'Ce qu’elle n’a pas encore ouvert est effacé tout de suite.',
      'Ce qu’elle a déjà lu ou copié, ce site ne peut pas le reprendre.',
      'Si elle a déjà prévenu la justice, cela ne peut pas être repris.',
      'Vous ne pourrez plus lui écrire ici avec ces mots.',
    ],
    yes: 'Oui, je retire mon accord',
    no: 'Non, ne rien changer',
    done: 'Votre accord est retiré. L’association en est prévenue.',
    doneNotKept:
      'Votre accord est retiré. L’association en est prévenue. La copie n’est peut-être pas gardée ici.',
    half: 'Ce qui n’était pas ouvert est effacé. L’association n’a peut-être pas encore reçu le retrait de votre accord. Réessayez : il n’y aura pas de double.',
    nothing: 'Le site n’a pas répondu. Le retrait de votre accord n’est pas terminé. Réessayez.',
    untold:
      'Ce qui n’était pas ouvert est effacé. Mais cette association ne reçoit rien en ce moment. Réessayez un autre jour.',
  },

  settings: {
    title: 'Votre code',
    change: { does: 'Changer de code', means: 'Si quelqu’un a vu vos mots, ou peut les deviner.' },
    erase: { does: 'Tout effacer', means: 'Ce que ce site garde pour ces mots.' },
    back: 'Retour',
  },

  change: {
    title: 'Changer de code',
    does: [
      'Vous aurez huit nouveaux mots. Les anciens n’ouvriront plus ce qui est ici.',
      'Chaque association est prévenue par un message signé.',
      'Un récit mis de côté reste : seuls les nouveaux mots l’ouvrent.',
    ],
    lost: 'Les messages déjà reçus ici seront effacés. Relisez-les avant, si vous en avez besoin.',
    begin: 'Voir mes nouveaux mots',
    askBack: 'Je les ai notés',
    noWords: 'Ce téléphone n’a pas pu faire de nouveaux mots. Rien n’a changé. Réessayez.',
    underWay: 'Le changement est en cours. Restez sur cette page.',
    deriving: 'Ce téléphone calcule vos nouvelles clés…',
    reading: 'Il relit vos messages…',
    drafts: 'Il referme votre récit avec les nouveaux mots…',
    telling: 'Il prévient les associations…',
    erasing: 'Il efface l’ancienne boîte…',
    failedTitle: 'Le changement n’est pas fini',
    failed:
      'Gardez tous les mots, anciens et nouveaux. Les deux peuvent encore ouvrir quelque chose. Réessayez ici, sans fermer la page.',
    failedBefore: 'Rien n’a encore changé. Vos anciens mots ouvrent toujours tout.',
    again: 'Continuer le changement',
    doneTitle: 'Vos mots ont changé',
    done: 'C’est fait. Les anciens mots n’ouvrent plus ce qui est ici. Gardez bien les nouveaux.',
    late: [
      'Une réponse écrite avant que l’association le sache part encore vers les anciens mots.',
      'Seuls les anciens mots peuvent l’ouvrir : vous, ou quelqu’un qui les connaît. Demandez-la de nouveau si besoin.',
    ],
    came: 'Arrivé pendant le changement',
    cameMeans: 'Lisez-le maintenant : cette page ne pourra plus le montrer.',
    cameAsks: 'Cette association demande aussi autre chose. Écrivez-lui pour savoir quoi.',
    begunTitle: 'Un changement de code a été commencé',
    begunHere:
      'Il n’est pas fini. Finissez-le avec les nouveaux mots avant d’écrire ici. Les anciens ne sont peut-être plus crus.',
    begun: [
      'Vous avez noté de nouveaux mots, puis le changement s’est arrêté.',
      'Tapez ces nouveaux mots. Il reprendra là où il en était.',
      'Prendre encore un autre code ferait douter les associations. Elles ne sauraient plus lequel est le vôtre.',
    ],
    begunLost: 'Vous n’avez plus ces mots ? Vous pouvez tout effacer ici, puis écrire de nouveau.',
    notThose: 'Ce ne sont pas les mots de ce changement. Rien n’a changé. Vous pouvez réessayer.',
    untold: 'Ces associations n’ont pas pu être prévenues, car elles ne reçoivent rien en ce moment :',
    untoldMeans: 'Elles croient encore l’ancien code. Leurs réponses ne vous arriveront plus ici.',
    goOn: 'Voir mes messages',
  },

  erase: {
    title: 'Tout effacer ?',
    does: [
      'Tout ce que ce site garde pour ces mots est effacé : messages, récits mis de côté, envois fermés.',
      'Un envoi pas encore ouvert ne pourra plus l’être.',
    ],
    cannotTitle: 'Ce qui ne peut pas être repris',
    before:
      'Si une association vous a lu, retirez votre accord avant. Ensuite, ce ne sera plus possible ici.',
    read: 'Ce qu’une association a déjà lu ou copié.',
    readAfter: 'Ce qu’une association a déjà lu ou copié. Pour qu’elle cesse de s’en servir, joignez-la.',
    cannot: [
      'La fiche des chiffres publics, si vous l’avez permise. Rien n’y dit qu’elle vient de vous.',
      'L’historique de ce navigateur, et vos mots là où vous les avez notés.',
    ],
    start: 'Tout effacer',
    sure: 'On ne pourra rien retrouver.',
    yes: 'Oui, tout effacer',
    no: 'Non, revenir',
    underWay: 'Effacement en cours…',
    failed: 'Le site n’a pas tout confirmé. Il reste peut-être quelque chose. Réessayez.',
    doneTitle: 'C’est effacé',
    done: 'Ce site ne garde plus rien pour ces mots.',
  },
} as const
