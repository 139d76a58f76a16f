// Words of the letter to the prosecutor. They exist in French only, whatever the page's language: French authorities read it.
// None of them names an offence, who anyone claimed to be, or anyone's age.
export const LETTER = {
  sender: [
    'Prénom et nom',
    'Date et lieu de naissance',
    'Adresse, ou adresse d’une autre personne qui accepte (article 10‑2 du code de procédure pénale)',
    'Téléphone ou e-mail',
  ],
  to: 'À Monsieur ou Madame le procureur de la République',
  court: 'Tribunal judiciaire de',
  object: { self: 'Objet : plainte', others: 'Objet : signalement de faits' },
  hello: 'Monsieur ou Madame le procureur de la République,',
  opening: {
    self: 'Je porte plainte pour les faits suivants.',
    others: 'Je vous signale les faits suivants, vécus par une autre personne.',
  },
  victim: 'Nom de cette personne',
  /** Never of someone who was killed. */
  victimAccepts: ', si elle accepte',
  parts: [
    {
      title: 'Date et lieu',
      lines: {
        month: 'Les faits ont eu lieu en',
        weekday: 'C’était un',
        timeBand: 'C’était',
        place: 'L’endroit :',
        departement: 'Le département :',
      },
      byHand: ['Jour et heure précis', 'Adresse et commune'],
    },
    {
      title: 'Le contact',
      lines: {
        channel: 'Le contact a commencé par :',
        platform: 'Le site ou l’application :',
        trust: 'Avant la rencontre, il y a eu :',
      },
      byHand: [],
    },
    {
      title: 'Les faits',
      lines: {
        attackers: 'Nombre d’agresseurs :',
        means: 'Armes ou moyens :',
        acts: 'Ce qui s’est passé :',
        losses: 'Ce qui a été pris ou remis :',
        footage: 'Les images :',
      },
      byHand: [],
    },
    {
      title: 'Les suites',
      lines: {
        harms: 'Depuis, il y a :',
        incapacity: 'Jours d’ITT donnés par un médecin :',
        evidence: 'Traces gardées :',
        complaint: 'Plainte pour ces faits, jusqu’ici :',
      },
      byHand: [],
    },
    {
      title: 'La raison, d’après moi',
      lines: {
        bias: 'Je pense que la raison est :',
        biasIndicators: 'Ce qui me le fait penser :',
      },
      byHand: [],
    },
  ],
  identifiers: 'Ce qui peut désigner les agresseurs',
  narrative: 'Mon récit',
  requests: 'Ce que je demande',
  register: { self: 'Enregistrer ma plainte.', others: 'Enregistrer ce signalement.' },
  motive: 'Noter au dossier la raison que j’indique',
  article: '(article 132‑77 du code pénal)',
  signed: ['Fait à', 'Le', 'Signature'],
} as const
