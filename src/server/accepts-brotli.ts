// Whether whoever asks reads Brotli, by their own word. It never guesses from who they are.

/** `header` is `Accept-Encoding`. A quality of zero is a refusal. */
export const acceptsBrotli = (header = ''): boolean =>
  header.split(',').some((each) => /^\s*br\s*(;(?!\s*q=0(\.0*)?\s*$).*)?$/i.test(each))
