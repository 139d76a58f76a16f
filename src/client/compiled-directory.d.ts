/** The directory this build was made with, compiled in by the build: never fetched as data. */
declare module 'balise:directory' {
  import type { SealingEntry } from '../directory/directory.ts'
  export const entries: readonly SealingEntry[]
  /** The observatory's certificate: binary OpenPGP, in base64. Cards are sealed to it. */
  export const observatory: string
}
