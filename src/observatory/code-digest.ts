// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = '94dca0f80eb6237b32aebacc3fdc5c4e1159611292a35202d254aec87885be00'
