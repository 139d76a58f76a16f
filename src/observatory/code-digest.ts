// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = '1752f0c478d3fc5d5a05668ad98610cca337e41d324b2b3dc333e1a76b56b7f5'
