// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = '35a95de847884410bf65e1ac494bd6353421751c0fec90e9b2f40cafcdef52d2'
