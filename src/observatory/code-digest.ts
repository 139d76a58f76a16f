// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = '5d707701283f95a233e5e619385a728a7abf715c26c1d6e17ceaed0377599267'
