// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = '75bf5f55a1578de1a123b5aab59d18efe964ccc76ac9f6400e8670b9a4577b2d'
