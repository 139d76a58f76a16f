// Edge entry of the observatory, a worker of its own with secrets of its own: by cron it publishes what is due. It answers nobody.
import { edgeMeans, type ObservatoryBindings } from './observatory/edge-means.ts'
import { failureLine } from './observatory/keep-publishing.ts'
import { publishDue } from './observatory/publish-due.ts'

const log = (line: string): void => console.error(line)

export default {
  fetch: (): Response => new Response(null, { status: 404 }),
  async scheduled(_event: unknown, bindings: ObservatoryBindings): Promise<void> {
    const means = await edgeMeans(bindings)
    if (!means.ok) return log(means.reason)
    try {
      const outcome = await publishDue({ ...means.value, now: Date.now(), log })
      if (!outcome.ok) log(outcome.reason)
    } catch (error) {
      log(failureLine(error))
    }
  },
}
