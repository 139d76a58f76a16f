// A fingerprint as people compare it.

/** As OpenPGP tools print it, in fours. */
export const inGroups = (fingerprint: string): string => fingerprint.replaceAll(/(.{4})(?=.)/g, '$1 ')
