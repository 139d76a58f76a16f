// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = 'f9636583742dfddb0681cb85738764aa2c6f6bcf1b1e7e12b11aa7d9883cbf3e'
