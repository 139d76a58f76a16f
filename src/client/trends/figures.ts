// Every figure of the page. A section of the page that names none of them stays hidden.
import type { Figure } from './figure.ts'
import { mapFigure } from './map-figure.ts'
import { platformFigure } from './platform-figure.ts'
import { quartersFigure } from './quarters-figure.ts'
import { yearFigure } from './year-figure.ts'

export const FIGURES: readonly Figure[] = [
  mapFigure,
  quartersFigure,
  yearFigure('when-week'),
  yearFigure('how'),
  platformFigure,
  yearFigure('act', ({ says }) => says.wide),
]
