// Reads from the rows of a page what decides to whom each service is proposed. The page wrote it there: see pages/service-reach.ts.
import type { ServiceReach } from '../../help/service.ts'
import { findAll } from '../dom.ts'

export interface ServiceRow extends ServiceReach {
  element: HTMLElement
}

export const readServiceRows = (within: ParentNode): ServiceRow[] =>
  findAll('[data-service]', within).map((element) => {
    const { service = '', needs, acts, audiences, territory, ages, always, abroad } = element.dataset
    return {
      element,
      id: service,
      needs: codes(needs),
      acts: codes(acts),
      audiences: codes(audiences),
      territory: codes(territory),
      ages: (ages ?? 'all') as ServiceReach['ages'],
      always: always !== undefined,
      abroad: abroad !== undefined,
    }
  })

/** The codes are those of our own page. */
const codes = <Code extends string>(list: string | undefined): Code[] => (list?.split(' ') ?? []) as Code[]
