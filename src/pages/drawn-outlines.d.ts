/** The outlines of the map of France, drawn by the build out of départements whose neighbours share their borders. */
declare module 'balise:outlines' {
  export const outlines: import('./outlines.ts').Outlines
}
