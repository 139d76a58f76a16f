// What an association is told by mail: that something waits, where to read it, and nothing of what it is. Anyone may come to see it: its
// subject says nothing of anyone. `{origin}` is the site's address.
export const noticeMail = {
  digest: {
    subject: 'Balise : quelque chose vous attend',
    lead: 'Quelque chose attend votre association sur Balise.',
  },
  reminder: {
    subject: 'Balise : quelque chose attend depuis sept jours',
    lead: 'Quelque chose attend votre association sur Balise depuis sept jours ou plus. Personne ne l’a encore ouvert.',
  },
  hello: 'Bonjour,',
  where: 'Pour le lire, ouvrez l’espace associations :',
  address: '{origin}/fr/association',
  content: 'Ce message ne dit ni quoi, ni combien, ni de qui. Il part une fois par jour au plus.',
  secrets: 'Personne ne vous demandera vos mots ni votre clé par message.',
  unexpected:
    'Vous ne l’attendiez pas ? Une association a donné votre adresse pour recevoir cet avis. Demandez-lui de la changer, ou ignorez ce message.',
  noAnswer: 'Répondre à ce message n’atteint personne.',
}
