// Every figure of the page. A section of the page that names none of them stays hidden.
import type { Figure } from './figure.ts'
import { platformFigure } from './platform-figure.ts'
import { yearFigure } from './year-figure.ts'

export const FIGURES: readonly Figure[] = [
  yearFigure('when-week'),
  yearFigure('how'),
  platformFigure,
  yearFigure('act', ({ says }) => says.wide),
]
