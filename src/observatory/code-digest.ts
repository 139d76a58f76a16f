// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = '00901863e63345c845aa4b936d252720f5fc520e1e54c509184aedae453e4a63'
