// Which words a person consents to. The page carries the version beside the words, and sends it with the consent: what is
// recorded is what was read, even when a newer Worker seals it.

/** The version of the consent words on the pages. Change it whenever the words change. */
export const CONSENT_WORDING = '2026-11-5'
