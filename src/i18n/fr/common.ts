// Words every page shares.
export const common = {
  name: 'Balise',
  skip: 'Aller au contenu',
  quit: 'Quitter vite',
  quitTitle: 'Efface ce qui est écrit ici et ouvre un site de météo',
  demonstration: 'Démonstration : associations inventées, rien ne sera lu par une vraie personne.',
  otherLanguage: 'English',
  footer: {
    label: 'Le site',
    write: 'Écrire',
    help: 'Trouver de l’aide',
    trends: 'Tendances',
    association: 'Espace associations',
  },
} as const
