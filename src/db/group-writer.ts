// The one writer of an embedded file: transactions that arrive together share one commit, hence one fsync.
// It never reorders, never drops, and one bad transaction does not take its neighbours with it.

/** Runs statements as one transaction and returns their results in order. */
export type Commit<Item> = (statements: readonly Item[]) => Promise<readonly unknown[]>

/** Longer groups would hold the event loop for tens of milliseconds without a gain in throughput. */
export const MAX_GROUP = 32

interface Waiting<Item> {
  statements: readonly Item[]
  resolve: (results: readonly unknown[]) => void
  reject: (error: unknown) => void
}

export interface GroupWriter<Item> {
  /** Settles when these statements are durable, or have been rolled back. */
  write(statements: readonly Item[]): Promise<readonly unknown[]>
  /** Settles when nothing is left to write. */
  drained(): Promise<void>
}

export function groupWriter<Item>(commit: Commit<Item>): GroupWriter<Item> {
  let waiting: Waiting<Item>[] = []
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      // Requests already read from the network get their turn to join the group.
      await new Promise((resolve) => setImmediate(resolve))
      const group = waiting.slice(0, MAX_GROUP)
      waiting = waiting.slice(MAX_GROUP)
      await commitGroup(commit, group)
    }
    running = null
  }

  return {
    write: (statements) =>
      new Promise((resolve, reject) => {
        waiting.push({ statements, resolve, reject })
        running ??= run()
      }),
    drained: async () => {
      while (running) await running
    },
  }
}

async function commitGroup<Item>(commit: Commit<Item>, group: readonly Waiting<Item>[]): Promise<void> {
  try {
    const results = await commit(group.flatMap((each) => each.statements))
    let start = 0
    for (const { statements, resolve } of group) {
      resolve(results.slice(start, start + statements.length))
      start += statements.length
    }
  } catch (error) {
    const [only, ...others] = group
    if (only && others.length === 0) return only.reject(error)
    for (const each of group) await commitGroup(commit, [each])
  }
}
