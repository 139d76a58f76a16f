// What the trends page says while nothing has been published: only what is true now.
export const trends = {
  heading: 'Tendances',
  lead: 'Rien n’a encore été publié. Cette page n’affiche aucun chiffre tant qu’il n’y en a pas d’honnête à montrer.',
  now: 'Aujourd’hui',
  nowText:
    'Qui l’accepte peut déjà envoyer une fiche. Elle est fermée à clé, et gardée à part des récits. Ce site ne peut pas l’ouvrir. Rien n’en a encore été compté.',
  planned: 'Ce qui sera compté, pour qui l’accepte',
  plannedText:
    'Une fiche à part, envoyée seulement avec un accord à part. Elle ne contient que des réponses larges :',
  facets: [
    'le département et le trimestre ;',
    'le jour de la semaine et le moment de la journée ;',
    'le genre de site ou d’appli, et lequel dans une liste fermée ;',
    'le genre de lieu ;',
    'pour qui les agresseurs se faisaient passer, et combien ils étaient ;',
    'l’acte le plus grave ;',
    'où en est la plainte.',
  ],
  unknown: 'À chaque question, « je ne sais pas » restera possible.',
  protection: 'Comment les chiffres seront protégés',
  noise: 'Un peu de hasard sera ajouté à chaque nombre, même à zéro. Chaque nombre viendra avec sa marge.',
  threshold:
    'En dessous de 15, les tableaux et les images diront seulement « moins de 15, peut-être aucun ».',
  bound:
    'Quelqu’un qui connaîtrait déjà tous les autres récits, et hésiterait à pile ou face sur un seul, ne pourrait pas être sûr de lui à plus de 88 %.',
  calendar:
    'Les chiffres paraîtront à dates fixes, par trimestre ou par année. Il n’y aura pas de compteur en direct.',
  never: 'Ce qui ne sera jamais compté',
  nevers: [
    'votre récit, ni aucun mot écrit librement ;',
    'un nom, un pseudonyme, un numéro, une adresse ;',
    'le jour exact, ni un lieu plus fin que le département ;',
    'le lien entre une fiche et un récit.',
  ],
  back: 'Une fiche envoyée ne pourra pas être reprise : rien ne dira qui l’a écrite. Cela vous sera rappelé avant l’accord.',
} as const
