// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = '7e1991e698b6f8be69a5993c79ec485e1ba33f59572b4ebb5de7db9e12e43d1b'
