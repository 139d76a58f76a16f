// Words of the help page around the services themselves, which are editorial data.
export const help = {
  title: 'Trouver de l’aide · Balise',
  heading: 'Trouver de l’aide',
  intro: 'Vous pouvez appeler sans donner votre nom. Vous pouvez raccrocher quand vous voulez.',
  trace:
    'Ouvrir un de ces sites laisse une trace dans l’historique. Un appel reste dans le journal du téléphone.',
  groups: {
    danger: 'En danger maintenant',
    listen: 'Être écouté·e, être conseillé·e',
    young: 'Moins de 18 ans, jeunes et familles',
    care: 'Se soigner, faire constater',
    rights: 'Vos droits, la plainte',
    online: 'Images, chantage, argent',
    near: 'Près de chez vous',
  },
  text: 'SMS au',
  abroad: 'Depuis l’étranger ou l’outre-mer',
  recorded: 'Fiche du',
  smsBody: 'Je suis en danger et je ne peux pas parler. Je suis à cette adresse : ',
} as const
