// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = '65a53accbe087692e39701d96dfec41e73770f5fbb35d723665222168f2bb5a0'
