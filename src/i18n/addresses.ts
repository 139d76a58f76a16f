// Where each page lives. Neutral words: this is what a browser's history shows.
import type { Locale } from '../protocol/vocabulary.ts'

type Paths = Readonly<Record<Locale, string>>

export const ADDRESSES = {
  home: { fr: '/fr', en: '/en' },
  write: { fr: '/fr/ecrire', en: '/en/write' },
  more: { fr: '/fr/ecrire/suite', en: '/en/write/more' },
  back: { fr: '/fr/revenir', en: '/en/return' },
  help: { fr: '/fr/aide', en: '/en/help' },
  firstMinutes: { fr: '/fr/premiers-gestes', en: '/en/first-steps' },
  rights: { fr: '/fr/droits', en: '/en/rights' },
  before: { fr: '/fr/avant', en: '/en/before' },
  device: { fr: '/fr/telephone', en: '/en/phone' },
  limits: { fr: '/fr/limites', en: '/en/limits' },
  trends: { fr: '/fr/tendances', en: '/en/trends' },
  method: { fr: '/fr/tendances/methode', en: '/en/trends/method' },
  association: { fr: '/fr/association', en: '/en/association' },
  enrol: { fr: '/fr/association/inscription', en: '/en/association/enrol' },
  verify: { fr: '/fr/verifier', en: '/en/verify' },
  leave: { fr: '/fr/sortie', en: '/en/leave' },
} as const satisfies Record<string, Paths>

/** The frame in which an association sees a file. It has no words of its own, and so no language. */
export const VIEWER_ADDRESS = '/piece'
