// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = 'c6d81b1545e9d6378d86b6740cbe7c477df8778ba95ad8c60dd1fc938278b7f1'
