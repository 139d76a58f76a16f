// What an ambush is made of: field → values. Codes only; labels live in i18n. No value is a verdict on the victim's case.
// Follows ODIHR's hate-crime monitoring and the questions of French associations.

/** Answers every question accepts: "je ne sais pas" and "je préfère ne pas le dire". */
export const OPEN_ANSWERS = ['unknown', 'not-said'] as const

export const ROLES = ['victim', 'witness', 'relative'] as const

export const CHANNELS = [
  'chat-without-account',
  'gay-dating-app',
  'general-dating-app',
  'social-network',
  'messaging',
  'phone',
  'forum',
  'other',
] as const

export const LURES = ['gay-or-bi-man', 'woman', 'trans-person', 'escort', 'minor', 'unknown-person'] as const

/** What made the contact believable. */
export const TRUSTS = [
  'messages',
  'photos',
  'videos',
  'voice-call',
  'live-video',
  'checked-on-the-spot',
  'common-friend',
] as const

export const PLACES = [
  'car-park',
  'own-home',
  'other-home',
  'hall-cellar-lift',
  'station',
  'street',
  'isolated-place',
  'vehicle',
] as const

export const ATTACKER_COUNTS = ['1', '2', '3', 'more-than-3'] as const
export const ATTACKER_AGES = ['minors', 'adults', 'mixed'] as const

export const MEANS = [
  'none',
  'knife',
  'blunt-object',
  'firearm',
  'vehicle',
  'restraints',
  'gas',
  'other',
] as const

/** From the least to the most serious: the order statistics use when one act must stand for a report. */
export const ACTS = [
  'insults',
  'threats',
  'theft',
  'outing-threat',
  'extortion',
  'forced-payment',
  'stripped',
  'filmed',
  'violence',
  'sequestration',
  'sexual-assault',
  'death-threat',
  'rape',
  'torture',
  'attempted-murder',
  'death',
] as const

/** What was taken, or had to be handed over. */
export const LOSSES = [
  'cash',
  'card',
  'card-code',
  'transfer',
  'phone',
  'identity-papers',
  'other-objects',
] as const
/** What became of images. */
export const FOOTAGE = ['kept-as-threat', 'sent-to-relatives', 'posted-online', 'deleted'] as const

/** Why the person thinks they were targeted; several is legitimate. Never "was it a hate crime?". */
export const BIASES = [
  'orientation',
  'gender-identity',
  'hiv',
  'racism',
  'religion',
  'disability',
  'sex',
  'money',
] as const
/** What makes them think so. */
export const BIAS_INDICATORS = [
  'words-said',
  'gay-app',
  'filmed-humiliation',
  'outing-threat',
  'similar-facts',
  'paedophile-pretext',
] as const

export const HARMS = [
  'phone-stolen',
  'accounts-taken',
  'address-known',
  'injuries',
  'care',
  'shock',
  'money-lost',
  'outed',
  'housing',
  'work',
] as const
/** Days of total incapacity for work (ITT) on a medical certificate. */
export const INCAPACITIES = ['none', 'up-to-8-days', 'more-than-8-days', 'a-month-or-more'] as const

export const EVIDENCE = [
  'screenshots',
  'pseudonym-or-link',
  'number',
  'transfer-receipt',
  'certificate',
  'video',
  'gone',
] as const

export const COMPLAINTS = ['none', 'considered', 'filed', 'refused-at-desk', 'closed', 'judged'] as const
/** What holds someone back from a complaint. */
export const BARRIERS = ['outing', 'police', 'shame', 'being-accused', 'residence'] as const

export const YES_NO = ['yes', 'no'] as const

export const NEEDS = [
  'emergency',
  'care',
  'forensic',
  'psychological',
  'legal',
  'bank',
  'takedown',
  'housing',
  'child-protection',
  'residence',
  'peers',
] as const

export const AGE_BANDS = ['under-15', '15-17', '18-25', '26-and-over'] as const
/** Languages a person may ask to be answered in, by BCP 47 primary tag. */
export const LANGUAGES = ['fr', 'en', 'ar', 'es', 'pt', 'ro', 'ru', 'tr', 'uk', 'zh'] as const
export const AUDIENCES = ['trans', 'migrant', 'sex-worker', 'hiv', 'youth', 'relatives'] as const

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
export const TIME_BANDS = ['morning', 'afternoon', 'evening', 'night'] as const

export const CONTACT_CHANNELS = ['phone', 'sms', 'email', 'messaging'] as const
export const IDENTIFIER_TYPES = ['pseudonym', 'phone', 'email', 'payee', 'plate', 'profile-link'] as const

/**
 * What a victim may allow an association to do with a report. One consent each, none preselected. `series` is comparing what
 * points to the attackers with the association's other reports; it never stands without `referral`.
 */
export const PURPOSES = ['referral', 'series'] as const

export const LOCALES = ['fr', 'en'] as const
export type Locale = (typeof LOCALES)[number]
export type Need = (typeof NEEDS)[number]
export type Audience = (typeof AUDIENCES)[number]
export type AgeBand = (typeof AGE_BANDS)[number]
export type Purpose = (typeof PURPOSES)[number]
