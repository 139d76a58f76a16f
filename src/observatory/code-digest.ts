// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.
export const CODE_SHA256 = '5511881600e590897cd0f93c1d07c38fb0b2d414d3a6afec1cb323383384d68f'
