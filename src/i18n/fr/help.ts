// Words of the help page around the services themselves, which are editorial data.
export const help = {
  title: 'Trouver de l’aide · Balise',
  heading: 'Trouver de l’aide',
  intro:
    'Le plus souvent, vous pouvez appeler sans donner votre nom. Vous pouvez raccrocher quand vous voulez.',
  trace:
    'Ouvrir un de ces sites laisse une trace dans l’historique. Un appel reste dans le journal du téléphone.',
  groupsLabel: 'Dans cette page',
  groups: {
    danger: 'En danger maintenant',
    listen: 'Écoute et conseils',
    young: 'Moins de 18 ans, jeunes et familles',
    care: 'Se soigner, faire constater',
    rights: 'Vos droits, la plainte',
    online: 'Images, chantage, argent',
    near: 'Près de chez vous',
  },
  filters: {
    title: 'Raccourcir cette liste',
    kept: 'Ces choix restent sur ce téléphone. Ils ne sont ni envoyés, ni gardés.',
    need: 'Ce que vous cherchez',
    departement: 'Département',
    audience: 'Pour qui',
    any: 'Tout',
    one: 'service',
    other: 'services',
    nearest:
      'Aucun service de cette liste n’est fait exactement pour cela. Ceux-ci reçoivent toute personne, et peuvent vous guider.',
    all: 'Tout montrer',
  },
  text: 'SMS au',
  abroad: 'Depuis l’étranger ou l’outre-mer',
  recorded: 'Fiche du',
  from: 'd’après',
  old: 'Cette fiche a plus d’un an. Elle a pu changer.',
  smsBody: 'Je suis en danger et je ne peux pas parler. Je suis à cette adresse : ',
} as const
