// The outlines of the map, in the order in which places are read: régions by name, each with its départements, then overseas, then
// elsewhere and what is not known. The island copies and colours them (client/trends/map-picture.ts); no figure is here.
import { outlines } from 'balise:outlines'
import { ELSEWHERE, UNKNOWN } from '../../protocol/cell-codes.ts'
import { DEPARTEMENT_CODES, DEPARTEMENTS } from '../../protocol/departements.ts'
import { REGION_CODES, REGIONS, regionOf } from '../../protocol/regions.ts'

const paths = new Map(outlines.departements.map(({ code, path }) => [code, path]))
const regionPaths = new Map(outlines.regions.map(({ code, path }) => [code, path]))
const ringPaths = new Map(outlines.ring.departements.map(({ code, path }) => [code, path]))

const byName = new Intl.Collator('fr').compare
const regions = REGION_CODES.toSorted((a, b) => byName(REGIONS[a].name, REGIONS[b].name))
const mainland = regions.filter((code) => regionPaths.has(code))

/** Overseas, a région is one département; what is no place of France is its own région. */
const TILES = [...DEPARTEMENT_CODES.filter((code) => !paths.has(code)), ELSEWHERE, UNKNOWN]

const within = (region: string) =>
  DEPARTEMENT_CODES.filter((code) => regionOf(code) === region).toSorted((a, b) =>
    byName(DEPARTEMENTS[a], DEPARTEMENTS[b]),
  )

export const MapOutlines = () => {
  const { width, height, ring } = outlines
  return (
    <template data-template="outlines">
      <div data-ring={`${ring.x} ${ring.y} ${ring.width} ${ring.height}`} data-size={`${width} ${height}`}>
        <svg>
          {mainland.map((region) => (
            <g data-region={region}>
              <path d={regionPaths.get(region)} />
              {within(region).map((code) => (
                <g data-departement={code}>
                  <path d={paths.get(code)} />
                  {ringPaths.has(code) && <path d={ringPaths.get(code)} />}
                </g>
              ))}
            </g>
          ))}
          {TILES.map((code) => (
            <g data-region={regionOf(code)} data-tile={code}></g>
          ))}
        </svg>
      </div>
    </template>
  )
}
