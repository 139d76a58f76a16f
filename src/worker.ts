// Edge entry: the app in workerd over two libSQL servers; by cron the purge, then notices. Static files are answered before it runs.
import { WHILE_NOBODY_WAITS } from './db/hrana-store.ts'
import { StoreFailure } from './db/store.ts'
import { createApp } from './server/app.ts'
import { edgeHouse, edgeStores, type EdgeBindings } from './server/edge/edge-house.ts'
import { edgeMailer } from './server/edge/edge-mailer.ts'
import { sendNotices } from './server/jobs/notices.ts'
import { EDGE_BOUNDS, purge, purgeLine } from './server/jobs/purge.ts'
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
    const now = Date.now()
    const house = await edgeHouse(bindings, log)
    const directory = house.ok ? house.value.directory : null
    try {
      const line = purgeLine(
        await purge({ ...edgeStores(bindings, WHILE_NOBODY_WAITS), directory }, now, EDGE_BOUNDS),
      )
      if (line !== null) log(line)
    } catch (error) {
      // What cannot go this hour goes in the next. Associations hear of what waits all the same.
      log(error instanceof StoreFailure ? `purge-failed ${error.code}` : 'purge-failed')
    }
    const mailer = edgeMailer(bindings)
    if (!mailer.ok) log(mailer.reason)
    if (house.ok) await sendNotices(house.value, now)
    else log(house.reason)
  },
}
