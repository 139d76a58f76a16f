// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = 'e23426d560ea6dd3bd713597b2d1f40f2992a49e5dff07cc70ec928bb6a1ee68'
