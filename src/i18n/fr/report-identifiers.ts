// Words of what points to the attackers.
export const identifiers = {
  identifiers: {
    title: 'Ce qui désigne les agresseurs',
    intro: 'Un pseudo, un numéro, une plaque… Un seul suffit. Vous pouvez aussi continuer sans rien ajouter.',
    sealed: 'Cela reste dans le récit fermé à clé. Seules les associations que vous choisirez le liront.',
    trap: 'N’écrivez pas ici ce que vous savez peut-être de l’âge de quelqu’un. Parlez-en d’abord à un avocat.',
    item: 'Élément',
    type: 'De quoi s’agit-il ?',
    platform: 'Sur quel site ou quelle application ?',
    value: 'Recopiez-le ici',
    add: 'Ajouter un élément',
    full: 'C’est le maximum ici. Le reste peut aller dans le récit.',
    remove: 'Retirer l’élément',
    noted: 'Noté :',
    keep: 'Garder tel quel',
    kept: 'Gardé tel quel.',
    missing: 'Il manque le pseudo ou le lien. Sans lui, cet élément ne sera pas gardé.',
    look: {
      phone: 'Ce numéro semble trop court, ou trop long. Pouvez-vous le relire ?',
      email: 'Il manque peut-être un @ ou un point. Pouvez-vous relire ?',
      payee: 'Un caractère de cet IBAN semble faux. Pouvez-vous le relire ?',
      plate: 'Ce n’est pas la forme d’une plaque française. Pouvez-vous la relire ?',
      'profile-link': 'Ce lien semble incomplet. Pouvez-vous le relire ?',
      pseudonym: 'Ce pseudo semble incomplet. Pouvez-vous le relire ?',
    },
  },
  tooOld: {
    title: 'Ce navigateur est trop ancien pour écrire ici',
    body: 'Il ne sait pas fermer votre récit à clé. Alors cette page n’enverra rien.',
    instead: 'Un navigateur à jour suffit, sur ce téléphone ou un autre. Ces numéros répondent aussi.',
  },
} as const
