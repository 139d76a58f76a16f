// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = 'ad0007ebffad27648dff7463cc5d0722515e456747758f6638046c1896f440af'
