// What a scenario needs of whatever serves people: an address, the directory it believes, its secret, and a look into its stores.
import type { RunningServer } from '../support/servers/running-server.ts'

export type Served = Pick<
  RunningServer,
  'origin' | 'federation' | 'secret' | 'query' | 'queryStatistics' | 'logs'
>

/** As those who write to a server in tests want it: they need neither its mail nor its end. */
export const asServer = (served: Served): RunningServer => served as RunningServer
