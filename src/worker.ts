// Edge entry: the app in workerd over two libSQL servers, and the purge by cron. Static files are answered before it runs.
import { createApp } from './server/app.ts'
import { edgeHouse, edgeStores, type EdgeBindings } from './server/edge/edge-house.ts'
import { purge, purgeLine } from './server/jobs/purge.ts'
import { refuseOutright } from './server/refuse.ts'

const app = createApp()
const log = (line: string): void => console.error(line)

export default {
  async fetch(request: Request, bindings: EdgeBindings): Promise<Response> {
    const house = await edgeHouse(bindings, log)
    if (house.ok) return app.fetch(request, house.value)
    log(house.reason)
    return refuseOutright('unexpected')
  },
  async scheduled(_event: unknown, bindings: EdgeBindings): Promise<void> {
    const line = purgeLine(await purge(edgeStores(bindings), Date.now()))
    if (line !== null) log(line)
  },
}
