// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = 'a9a006a5e345df841f5781bba37a2a7e2395605578fa96d84403b2560766fc62'
