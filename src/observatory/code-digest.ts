// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = '5e35e11d0c415932346e7e31082847cc0177b22c6557603712557d06d8397a3e'
