// What the build draws for the map of France, and pages put in their places. Path data and codes alone: no figure is here.

/** `path` is SVG path data in whole units of the map: moves (`M`), then steps (`l`), closed. */
export interface Outline {
  code: string
  path: string
}

export interface Outlines {
  width: number
  height: number
  /** The 96 départements of mainland France and Corsica. */
  departements: readonly Outline[]
  /** Their 13 régions, made of them: their borders are the same. */
  regions: readonly Outline[]
  /** Paris and the three départements around it, enlarged, and the frame that holds them. */
  ring: { x: number; y: number; width: number; height: number; departements: readonly Outline[] }
}
