// Words of the page on how anyone can verify this site.
export const verify = {
  title: 'Vérifier ce site · Balise',
  heading: 'Vérifier ce site',
  lead: 'Balise dit que personne ne peut lire à la place des associations. Vous n’avez pas à nous croire : cela se vérifie.',
  howTitle: 'Comment c’est possible',
  how: [
    'Ce site est fait de fichiers. N’importe qui peut les refaire à partir du code, et obtenir exactement les mêmes.',
    'Trois personnes gardent chacune une clé, hors ligne. On appelle ces clés les racines.',
    'Deux racines au moins signent la liste des fichiers, et celle des associations.',
    'Une commande compare ce que le site envoie avec ce qui est signé. Elle nomme chaque différence.',
  ],
  addressTitle: 'L’adresse de ce site',
  address: 'Ce site a une seule adresse, signée avec la liste des associations :',
  onion: 'Le même site dans Tor :',
  noAddress:
    'Aucune adresse n’est signée pour ce site. Demandez la bonne à une association que vous connaissez.',
  copies: 'Une copie parfaite à une autre adresse peut être un piège. Regardez la barre d’adresse.',
  phoneTitle: 'Avec un téléphone seul',
  phone: [
    'Un téléphone ne peut pas vérifier seul. La page qui vérifie viendrait du même serveur que le reste.',
    'Un serveur peut envoyer un autre code à une seule personne. Du dehors, cela ne se voit pas.',
    'Demandez à quelqu’un de vérifier, depuis une autre connexion que la vôtre.',
    'Aucun sceau affiché sur une page ne prouve quoi que ce soit. Cette page non plus.',
  ],
  computerTitle: 'Avec un ordinateur',
  computer: 'Il faut Node, et le code de Balise que quelqu’un de confiance vous a donné.',
  rootsFile:
    'Il faut aussi le fichier roots.txt : les trois racines. Demandez-le à une personne qui en garde une, jamais au site.',
  signedTitle: 'Comparer avec ce qui est signé',
  builtTitle: 'Ou refaire le site vous-même',
  built:
    'Le résultat doit être le même, octet pour octet. Aucune signature des fichiers n’est alors nécessaire.',
  answer: 'La réponse commence par VERIFIED ou NOT VERIFIED. Chaque différence est sur une ligne.',
  goesBack: 'La commande se souvient. Si le site revenait à une version plus ancienne, elle le dirait.',
  yourAddress: 'https://ADRESSE-DU-SITE',
  ownFolder: 'mon-site',
  printsTitle: 'Les empreintes',
  prints:
    'Comparez-les avec celles que vous avez eues autrement : sur papier, au téléphone, de vive voix. Lisez-les par groupes de quatre.',
  roots: 'Les trois racines',
  observatory: 'L’observatoire, qui publie les tendances',
  associations: 'Les associations',
  noAssociations: 'Aucune association n’est encore dans la liste.',
  directory: 'Liste des associations, version',
  issuedOn: 'établie le',
  expiresOn: 'valable jusqu’au',
} as const
