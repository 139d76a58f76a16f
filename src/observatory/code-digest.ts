// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = 'aa58b05edcfe02b286554f3404cea4d7f650d32716fb6398e8e6c29b7af05ea2'
