// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = '7fa15305a73aa2677cf510e6d78e590e2cf30bfdf90f699dd383f8a18ad3547e'
