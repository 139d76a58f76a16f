// Words of the method page: what the published figures count, how chance protects a report, and what they cannot say.
export const method = {
  title: 'Méthode · Balise',
  heading: 'Comment ces chiffres sont faits',
  lead: 'Ce qui est compté, comment le hasard protège chaque récit, et ce que les nombres ne disent pas.',
  toTrends: 'Voir les tendances',
  contents: 'Sur cette page',
  synthetic: 'Les chiffres publiés ici sont inventés, pour la démonstration.',

  way: {
    title: 'D’où vient un nombre',
    steps: [
      'Une personne écrit sur son téléphone. Elle accepte, ou non, d’être comptée.',
      'Si elle accepte, le téléphone fait une fiche : quelques réponses larges, choisies dans des listes.',
      'La fiche part fermée à clé, à part du récit. Toutes les fiches ont la même taille.',
      'Ce site la garde sans pouvoir l’ouvrir. Il note le trimestre de son arrivée, et rien d’autre.',
      'Le trimestre fini, l’observatoire ouvre les fiches et les compte. Lui seul en a la clé.',
      'Il ajoute du hasard à chaque nombre, même à zéro. Puis il publie, une seule fois.',
      'La fiche est effacée quand tous les tableaux où elle compte sont faits.',
    ],
    kept: 'Une fiche attend donc un an et deux semaines au plus, si l’observatoire est à l’heure. Les vrais nombres ne sont ni gardés, ni publiés.',
  },

  counted: {
    title: 'Ce qui est compté',
    intro: 'Une fiche ajoute un à une seule case de chaque tableau.',
    caption: 'Les tableaux, leur part du budget, la marge de leurs nombres et le plus petit nombre montré',
    table: 'Tableau',
    epsilon: 'Budget (ε)',
    margin: 'Marge',
    shownFrom: 'Montré dès',
    total: 'Pour un récit, en tout',
    budget: 'Plus la part du budget est grande, plus le nombre est précis, et moins le hasard protège.',
    unusedTitle: 'Sur la fiche, mais dans aucun tableau aujourd’hui',
    unused: ['le trimestre où cela s’est passé ;', 'le nombre d’agresseurs ;', 'où en est la plainte.'],
    unusedFate:
      'Ces trois réponses partent avec la fiche. Elles ne sont pas comptées, et sont effacées avec elle. Un tableau de plus devrait tenir dans le même budget.',
    neverTitle: 'Ce qui n’est jamais compté',
    never: [
      'Le récit, ni aucun mot écrit librement.',
      'Un nom, un pseudo, un numéro, une adresse, un lien.',
      'L’âge ou l’identité de qui écrit.',
      'Le jour exact, la commune ou l’adresse.',
      'Le lien entre une fiche et un récit.',
    ],
  },

  chance: {
    title: 'Le hasard, en clair',
    draws:
      'Avant de publier, l’observatoire tire un nombre au hasard. Il l’ajoute au vrai compte, ou l’en retire. Les petits écarts sont fréquents, les grands sont rares.',
    example:
      'Voici un exemple inventé. Dans un monde, 20 récits sont comptés. Dans l’autre, il y en a un de plus.',
    picture: 'Dix tirages pour 20 récits, dix tirages pour 21 récits',
    without: '20 récits',
    with: '21 récits',
    drawn: 'Ce qui aurait pu être publié',
    alike:
      'Les deux lignes se ressemblent. Un 22 peut venir de l’une comme de l’autre. C’est cela qui protège un récit.',
    once: 'En vrai, le tirage n’a lieu qu’une fois. Recharger la page ou télécharger donne toujours le même nombre.',
    readTitle: 'Comment lire',
    published: 'est le nombre publié, hasard compris.',
    between: 'Au moins dix-neuf fois sur vingt, le vrai compte est dans l’intervalle',
    marginOnly:
      'Cette marge est celle du hasard ajouté. Elle ne dit rien des faits qui ne sont pas racontés.',
    negative:
      'Dans les fichiers, un nombre peut être négatif. C’est un petit compte, moins le hasard. Additionnez les nombres tels quels : la marge d’une somme est plus large.',
    apart:
      'Chaque tableau a son propre hasard. Les totaux de deux tableaux d’une même année diffèrent donc un peu.',
    fewTitle: 'Pourquoi des nombres sont cachés',
    fewRule:
      'Une page montre un nombre s’il vaut au moins 15, et au moins deux fois sa marge. Sinon, elle dit par exemple « moins de 15, peut-être aucun ».',
    fewWhy:
      'Sans cela, le hasard seul ferait paraître des récits là où il n’y en a aucun. Seul, il passe ce seuil moins d’une fois sur 500.',
    fewAim:
      'Ce seuil aide à bien lire. Ce n’est pas lui qui protège : c’est le hasard. Les fichiers gardent tous les nombres.',
  },

  promise: {
    title: 'Ce qui est garanti, et rien de plus',
    who: 'Imaginons une personne qui connaît déjà tous les autres récits. Sur un seul, elle hésite à pile ou face : a-t-il été compté ?',
    bound: 'Même en lisant tout ce qui paraîtra, elle ne peut pas en être sûre à plus de 88,1 %.',
    versionsTitle: 'Entre deux versions d’un même récit',
    versions:
      'Elle peut aussi savoir qu’il est compté, et hésiter entre deux versions : ce département, ou celui-là. Le récit passe alors d’une case à l’autre, et deux nombres changent. La protection est moins forte :',
    versionBounds: [
      '76,9 % au plus, si seul le département change ;',
      '90,0 % au plus, si la région change aussi, une année où les trimestres sont publiés par région ;',
      '98,2 % au plus, si tout change, dans les six tableaux.',
    ],
    start:
      'Ces pourcentages partent de pile ou face, et sont arrondis au dixième. Qui avait déjà un soupçon peut finir plus haut.',
    notTitle: 'Ce que la garantie ne couvre pas',
    not: [
      'Elle vaut pour un récit. Qui en envoie deux a deux fois ce budget : 98,2 % au plus, et non 88,1 %. Chaque récit de plus en ajoute autant.',
      'Qui surveille le réseau voit qu’un téléphone a parlé à ce site. Il ne lit pas ce qui est parti.',
      'Qui tient le serveur, et regarde en direct, voit une fiche et un récit arriver ensemble.',
      'Qui tient le serveur sait aussi exactement combien de fiches attendent.',
      'Qui peut écrire dans la réserve des fiches peut faire refaire un tirage, ou compter une fiche plusieurs fois. Le hasard ne protège alors plus.',
      'L’observatoire ouvre les fiches. Il faut lui faire confiance pour n’en rien garder.',
      'Qui volerait sa clé et les fiches lirait celles qui ne sont pas encore effacées.',
      'Elle suppose que le code public est bien celui qui compte. Chaque publication porte son empreinte.',
    ],
  },

  limits: {
    title: 'Ce que les nombres ne disent pas',
    lines: [
      'Ce sont des récits, pas des guets-apens. Beaucoup ne sont jamais racontés.',
      'Ils viennent de qui connaît ce service, écrit, et accepte d’être compté. Une hausse peut venir de là.',
      'Un même fait peut être raconté plusieurs fois, par la victime et par un témoin. Une même personne peut aussi écrire plusieurs fois.',
      'Ce ne sont pas des taux, et aucun n’est proposé. Ils ne disent pas qu’un lieu est plus dangereux qu’un autre.',
      'Le département est celui où la personne cherche de l’aide, ou celui des faits. On ne sait pas lequel.',
      'L’endroit des faits est souvent celui d’un rendez-vous. Il ne dit rien des gens qui y vivent ou y passent.',
      'La période est celle où la fiche arrive. Les faits peuvent être plus anciens.',
      'La première année est incomplète si le service a ouvert en cours d’année. Elle ne se compare pas aux suivantes.',
      'Un nombre caché n’est pas un zéro. Il peut y avoir des récits, ou aucun.',
      'Une réponse laissée vide est comptée comme non connue.',
      'Personne ne vérifie une fiche. Il est possible d’en envoyer de fausses.',
    ],
  },

  calendar: {
    title: 'Quand les chiffres paraissent',
    caption: 'Le calendrier',
    on: 'Dès le',
    covers: 'Période',
    days: ['15 avril', '15 juillet', '15 octobre', '15 janvier'],
    periods: [
      'janvier à mars',
      'avril à juin',
      'juillet à septembre',
      'octobre à décembre, et toute l’année',
    ],
    late: 'Si l’observatoire a du retard, chaque publication dit son jour.',
    noCounter:
      'Il n’y a pas de compteur en direct, ni de filtre à la demande. Chaque réponse de plus en dirait un peu plus.',
  },

  detail: {
    title: 'Comment le détail est choisi',
    rule: 'Plus il y a de récits, plus un tableau peut être fin. Le hasard ajouté ne doit pas dépasser les variations ordinaires d’un comptage.',
    leaksNothing:
      'Le choix ne regarde que les nombres publiés pour l’année d’avant. Il ne révèle donc rien de plus. S’il n’y en a pas, le tableau est le plus large.',
    caption: 'Les niveaux de chaque tableau, et le total qu’il leur faut',
    level: 'Niveau',
    period: 'Période',
    year: 'année',
    quarter: 'trimestre',
    needs: 'Total publié pour l’année d’avant, réponses connues',
    always: 'toujours possible',
    atLeast: 'au moins',
  },

  held: {
    title: 'Les publications retenues',
    when: 'De fausses fiches peuvent gonfler un nombre. Une publication est donc retenue si son total dépasse trois fois celui de la période d’avant. Elle l’est aussi si un site ou une appli de la liste bondit ainsi.',
    rules: [
      'Le bond se juge au-delà de la marge. Un nombre d’avant sous 15 vaut 15.',
      'La première période publiée n’a rien avant elle : elle n’est pas retenue.',
      'Une année à laquelle il manque un trimestre ne sert pas de comparaison.',
      'Une année tirée pendant qu’un de ses trimestres est retenu l’est aussi.',
    ],
    who: 'Il faut alors deux des trois personnes qui gardent les clés de la fédération. Elles publient avec une note, sans pouvoir changer un nombre.',
    remains:
      'Une hausse plus petite paraît sans attendre, vraie ou fausse. Un lieu ou une réponse peut bondir, si le total ne bondit pas.',
  },

  ledger: {
    title: 'Le budget déjà dépensé',
    intro:
      'Chaque récit a un budget de 2,0 pour toujours. Chaque tirage en prend une part, qui est notée ici.',
    caption: 'Les tirages de l’année',
    period: 'Période',
    drawn: 'Tableaux tirés',
    spent: 'Budget (ε)',
    waiting: 'retenu',
    most: 'Dépensé pour un récit arrivé cette année-là, au plus :',
    of: 'sur',
    wholeYear: 'toute l’année',
    nothing: 'Rien n’a encore été publié. Aucun budget n’a été dépensé.',
  },

  changes: {
    title: 'Ce qui a changé d’une publication à l’autre',
    intro: 'Un nombre publié ne change jamais. Ce qui l’entoure peut changer : le voici.',
    rung: 'Le niveau change :',
    epsilon: 'La part du budget change :',
    code: 'Le code qui compte change. Son empreinte :',
    held: 'Retenu, en attente de deux personnes.',
    note: 'Publié après vérification. La note :',
    to: 'puis',
    nothing: 'Rien n’a encore été publié.',
    none: 'Rien n’a changé jusqu’ici.',
  },

  live: {
    reading: 'Lecture de la liste des publications…',
    unreachable: 'La liste des publications n’a pas pu être lue. Le reste de la page est complet.',
    filling: 'Les chiffres inventés de la démonstration arrivent encore. Rechargez la page dans une minute.',
    withoutScript: 'Cette partie est faite sur votre appareil, à partir de la liste des publications.',
  },

  reuse: {
    title: 'Reprendre et citer',
    licence:
      'Les chiffres sont publiés sous licence CC BY 4.0. Vous pouvez les reprendre en citant la source et la date.',
    citeTitle: 'Une citation',
    cite: 'Balise, « Où, par région, 2026 », nombres bruités publiés le 15 janvier 2027, CC BY 4.0.',
    always: 'Gardez la marge avec le nombre. Dites bien que ce sont des récits.',
    codes: 'Les codes des départements et des régions sont ceux de l’INSEE.',
    outlines:
      'Contours des cartes : Victor Cazanave, svg-maps, CC BY 4.0. Ils sont simplifiés, et réunis par région. Paris est agrandi.',
  },
} as const
