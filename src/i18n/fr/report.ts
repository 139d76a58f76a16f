// Words of the report page. One idea a sentence, about twelve words, nothing that judges.
import { account } from './report-account.ts'
import { choosing } from './report-choose.ts'
import { counting } from './report-count.ts'
import { ending } from './report-ending.ts'
import { identifiers } from './report-identifiers.ts'
import { protect } from './report-protect.ts'

export const report = {
  title: 'Écrire · Balise',
  heading: 'Écrire',
  chapters: {
    protect: 'Vous protéger',
    you: 'Vous',
    account: 'Ce qui s’est passé',
    who: 'Qui peut vous aider',
  },
  actions: {
    begin: 'Je commence',
    next: 'Continuer',
    back: 'Retour',
    toReview: 'Revenir à la relecture',
    choose: 'Choisir dans la liste',
    why: 'Pourquoi cette question ?',
    skip: 'Passer à : qui peut aider',
  },
  withoutScript: {
    title: 'Cette page n’est pas encore prête. Si rien ne change, rechargez-la.',
    reload: 'Recharger la page',
    body: 'Vérifiez d’abord le réseau. JavaScript doit aussi être permis dans les réglages du navigateur. C’est JavaScript qui ferme votre récit à clé, sur ce téléphone. Sans lui, cette page n’enverra rien.',
    help: 'Voir les numéros d’aide',
  },
  later: {
    waiting: 'Cela arrive…',
    failed:
      'Cette partie de la page n’est pas arrivée. Vérifiez le réseau. Ce que vous avez écrit est toujours là.',
    code: 'Un code pour revenir',
    pause: 'Mettre en pause',
    pauseLink: 'Mettre en pause',
  },
  several: 'Plusieurs réponses possibles.',
  problem: 'Une réponse à compléter, ou à laisser vide',
  charactersLeft: 'Caractères restants :',
  cut: 'La fin du texte n’a pas été gardée.',

  ...protect,
  ...account,
  ...identifiers,
  ...choosing,
  ...counting,
  ...ending,
} as const
