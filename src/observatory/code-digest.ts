// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = '5af5ee7a252bcc909917a36868ac114159f09c77d4f9304913434d870af1b313'
