// Starts one server for all the tests of a file and stops it after them.
import { afterAll, beforeAll } from 'vitest'
import { makeFederation } from '../../support/federation.ts'
import type { RunningServer, StartServer } from '../../support/servers/running-server.ts'

/** Three associations receive reports; the fourth is paused. */
export const RECEIVING = ['ecoute-sud', 'droits-nord', 'accueil-ouest'] as const
export const PAUSED = 'en-pause'
/** Those that found teams: no other test signs in for them. */
export const TEAMED = ['equipe-est', 'equipe-ouest'] as const

/** The running server, from the first test on. */
export type House = () => RunningServer

export function useServer(start: StartServer): House {
  let server: RunningServer | null = null
  beforeAll(async () => {
    const federation = await makeFederation({
      associations: [...RECEIVING, PAUSED, ...TEAMED],
      paused: [PAUSED],
    })
    server = await start({ federation, mail: true })
  })
  afterAll(async () => server?.stop())
  return () => {
    if (!server) throw new Error('the server is not running')
    return server
  }
}

/** How many envelopes the store holds. */
export async function storedCount(house: House, where = '1'): Promise<number> {
  const [row] = await house().query(`select count(*) as "count" from envelopes where ${where}`)
  return Number(row?.['count'])
}
