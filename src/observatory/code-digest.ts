// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = 'f40650f3bbd3a66b45edac274206a03a3b439899619f7c96332a8f3565e37a9b'
