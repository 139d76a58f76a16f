// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = '2a74b5f486645d1224e06bc417ef5cfccfa47bcb9ba9e0f1b408aa720de920d0'
