// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = 'b497e5621ecb255ece41acd9ed91b1d885caa3f64601fce211aecd2bab53dc92'
