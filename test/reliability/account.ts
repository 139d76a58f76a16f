// Who did what while something went wrong, what each was told, and what is there afterwards: the figures of an `Outcome`. It believes no
// answer before it has looked into the stores.
import {
  acknowledgementOf,
  caseOf,
  FOUND,
  KINDS,
  newDeed,
  type Deed,
  type DeedKind,
  type Stock,
} from './deeds.ts'
import type { Outcome } from './scenario.ts'
import type { Served } from './served.ts'

/**
 * `come-again`: refused as `storage-unavailable`, or a file as `storage-short`, and nothing else said. `unheard`: no answer came. Anything else is the answer itself,
 * and wrong: while something of ours is out of order nobody may be told that it is their fault, nor wait longer than a phone does.
 */
type Told = 'acknowledged' | 'come-again' | 'unheard' | (string & {})

interface Entry {
  deed: Deed
  acknowledged: boolean
}

/** What a phone waits for (`client/api.ts`), and a little for a machine that is busy. */
const PATIENCE_MILLISECONDS = 33_000
const COME_AGAIN = '503 {"error":"storage-unavailable"}'
/** Files are refused first. */
const NO_ROOM_FOR_FILES = '507 {"error":"storage-short"}'

async function told(deed: Deed, served: Served): Promise<Told> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<Told>((resolve) => {
    timer = setTimeout(() => resolve('no answer in time'), PATIENCE_MILLISECONDS)
  })
  const heard = deed.send(served).then(async (answer): Promise<Told> => {
    const said = `${answer.status} ${await answer.text()}`
    if (answer.ok) return 'acknowledged'
    return said === COME_AGAIN || (deed.kind === 'file' && said === NO_ROOM_FOR_FILES) ? 'come-again' : said
  })
  try {
    return await Promise.race([heard.catch(() => 'unheard'), silence])
  } finally {
    clearTimeout(timer)
  }
}

/** Between two tries of someone who repeats what was not acknowledged: how much room there is, is measured every few seconds. */
const PAUSE_MILLISECONDS = 200

export class Account {
  readonly #entries: Entry[] = []
  readonly #recoveries: number[] = []
  /** What no server of ours may answer, for whoever looks into a scenario that does not hold. */
  readonly #wrong: string[] = []
  #lost = 0
  #duplicated = 0
  #acknowledged = 0

  /** Sends it once, and notes what its sender was told. */
  async try(served: Served, deed: Deed): Promise<Told> {
    const entry = { deed, acknowledged: false }
    this.#entries.push(entry)
    return await this.#send(served, entry)
  }

  async #send(served: Served, entry: Entry): Promise<Told> {
    const answer = await told(entry.deed, served)
    if (answer === 'acknowledged') {
      entry.acknowledged = true
      this.#acknowledged++
    } else if (answer !== 'come-again' && answer !== 'unheard')
      this.#wrong.push(`${entry.deed.kind}: ${answer}`)
    return answer
  }

  /** Once a fault has ended, at an instant in milliseconds: until the next person is served. */
  async serveNext(served: Served, stock: Stock, endedAt: number): Promise<void> {
    const entry = { deed: newDeed(served, stock, 'report'), acknowledged: false }
    this.#entries.push(entry)
    while (!entry.acknowledged && Date.now() - endedAt < PATIENCE_MILLISECONDS) {
      if ((await this.#send(served, entry)) !== 'acknowledged')
        await new Promise((resolve) => setTimeout(resolve, 20))
    }
    this.#recoveries.push(Date.now() - endedAt)
  }

  /** What was acknowledged is there, once. Then whoever heard nothing sends the same again, and all of it is there, once. */
  async settle(served: Served): Promise<void> {
    await this.#look(served)
    await Promise.all(this.#entries.map((entry) => this.#repeat(served, entry)))
    await this.#look(served)
    const logs = served.logs()
    for (const { deed } of this.#entries)
      if (logs.includes(deed.id)) this.#wrong.push(`${deed.kind}: in the log`)
    this.#entries.length = 0
  }

  async #repeat(served: Served, entry: Entry): Promise<void> {
    const wellSince = Date.now()
    while (!entry.acknowledged && Date.now() - wellSince < PATIENCE_MILLISECONDS) {
      if ((await this.#send(served, entry)) !== 'acknowledged')
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS))
    }
    if (!entry.acknowledged) this.#wrong.push(`${entry.deed.kind}: never acknowledged`)
  }

  async #look(served: Served): Promise<void> {
    for (const kind of new Set(this.#entries.map(({ deed }) => deed.kind))) {
      const times = countOf(await FOUND[kind](served))
      for (const { deed, acknowledged } of this.#entries) {
        if (deed.kind !== kind) continue
        const found = times.get(deed.id) ?? 0
        if (acknowledged && found === 0) this.#lost++
        if (found > 1) this.#duplicated++
      }
    }
  }

  outcome(tried: number, load: string): Outcome {
    if (this.#wrong.length > 0) process.stderr.write(`${[...countOf(this.#wrong)].map(String).join('\n')}\n`)
    return {
      tried,
      acknowledged: this.#acknowledged,
      lost: this.#lost,
      duplicated: this.#duplicated,
      toldWrong: this.#wrong.length,
      recoveries: this.#recoveries,
      load,
    }
  }
}

function countOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** Of ten people, and of a member who writes about a case. */
const ALL_KINDS: readonly DeedKind[] = [...KINDS, 'acknowledgement', ...KINDS, 'acknowledgement', 'case']

/** Nobody looks at a scenario that never ends. */
const MOST_MILLISECONDS = 120_000

export interface Crowd {
  /** Settles once so many more were acknowledged something. */
  served(count: number): Promise<void>
  /** Settles once so many more were told to come again, or heard nothing. */
  turnedAway(count: number): Promise<void>
  /** Nobody begins anything new; settles when everyone has heard. */
  leave(): Promise<void>
}

/** People who do one thing after the other, each of their kind, all at once. */
export function crowd(account: Account, served: Served, stock: Stock, kinds = ALL_KINDS): Crowd {
  let open = true
  const heard = { served: 0, turnedAway: 0 }
  let listen = (): void => undefined
  const until = (what: keyof typeof heard, count: number): Promise<void> => {
    const enough = heard[what] + count
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`too few were ${what}`)), MOST_MILLISECONDS)
      listen = () => {
        if (heard[what] < enough) return
        clearTimeout(timer)
        resolve()
      }
    })
  }
  const person = async (kind: DeedKind): Promise<void> => {
    while (open) {
      const deed = await deedOf(served, stock, kind)
      if (!deed) return
      const answer = await account.try(served, deed)
      heard[answer === 'acknowledged' ? 'served' : 'turnedAway']++
      listen()
      if (answer === 'acknowledged') continue
      // The next revision of a case follows this one: whoever was not heard goes no further.
      if (kind === 'case') return
      // Whoever is refused at once does not come back at once.
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  const all = Promise.all(kinds.map(person))
  return {
    served: (count) => until('served', count),
    turnedAway: (count) => until('turnedAway', count),
    leave: async () => {
      open = false
      await all
    },
  }
}

function deedOf(served: Served, stock: Stock, kind: DeedKind): Promise<Deed | null> | Deed | null {
  if (kind === 'acknowledgement') return acknowledgementOf(stock)
  return kind === 'case' ? caseOf(stock) : newDeed(served, stock, kind)
}
