// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = 'd7c584f1837605a9442ed17bd58ad7dfba704ae6afeb24f2c21435b047139aa6'
