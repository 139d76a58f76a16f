// The two processes behind a demonstration's trends: one invents and seals, and knows no secret; the other is the observatory, and alone
// has its key. Both give way to everything else on the machine, and end with whoever started them.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { openFileStore } from '../db/file-store.ts'
import { openHranaStore, type HranaAddress } from '../db/hrana-store.ts'
import type { Store } from '../db/store.ts'
import type { Day } from '../protocol/day.ts'
import type { Weekly } from './weekly.ts'

export interface TrendsPlace {
  /** Of the demonstration: its keys are in there. */
  dataDir: string
  /** The statistics store, brought to the present schema. */
  store: { file: string } | HranaAddress
  weekly: Weekly
}

export const openStatistics = async ({ store }: TrendsPlace): Promise<Store> =>
  'file' in store ? await openFileStore(store.file, 'statistics') : openHranaStore(store)

/** The place goes by a channel of their own: a token may not stand in a list of processes. */
function startChild(file: string, place: TrendsPlace): ChildProcess {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = fork(path, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  child.send(place)
  return child
}

/**
 * Begins to fill, and says on standard error when it does and when it is done. It keeps nobody waiting, and nobody from ending. What it
 * returns ends it before that.
 */
export function startFilling(place: TrendsPlace): () => void {
  const child = startChild('./fill-trends-process.ts', place)
  child.on('error', () => process.stderr.write('trends: not filled, no process could be started\n'))
  // Not the lowest: on a busy machine it would never be done. What it starts itself has the same.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  child.unref()
  child.channel?.unref()
  return () => void child.kill()
}

export interface DemonstrationObservatory {
  /** Throws when it cannot. */
  publish: (on: Day) => Promise<void>
  end: () => void
}

/** What the observatory answers, once when it is ready and then to each day: null, or why it failed. */
export type ObservatoryAnswer = string | null

export async function startObservatory(place: TrendsPlace): Promise<DemonstrationObservatory> {
  const child = startChild('./observatory-process.ts', place)
  const gone = once(child, 'exit').then((): [ObservatoryAnswer] => ['the observatory ended'])
  const answer = async (): Promise<void> => {
    const [fault] = (await Promise.race([once(child, 'message'), gone])) as [ObservatoryAnswer]
    if (fault !== null) throw new Error(fault)
  }
  await answer()
  return {
    publish: (on) => {
      child.send(on)
      return answer()
    },
    end: () => void child.disconnect(),
  }
}

/** What a process that was started here does first. Settles with the place it was given. */
export async function becomeChild(): Promise<TrendsPlace> {
  process.on('disconnect', () => process.exit())
  const [place] = (await once(process, 'message')) as [TrendsPlace]
  return place
}
