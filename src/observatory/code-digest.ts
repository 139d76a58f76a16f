// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = 'de24dfde2b576bbc3d58bf1b9813a528a48c5f9c0884ef3323230e9199e0665e'
