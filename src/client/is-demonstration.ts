// Whether this site is a demonstration, as its own banner says: it fills while people look. It asks nothing of any server.
export const isDemonstration = (): boolean => document.querySelector('.demonstration') !== null
