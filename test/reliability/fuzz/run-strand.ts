// Plays a number of drawn requests against a server and says what was found: at most one fault, the smallest that shows it.
import fc from 'fast-check'
import type { Plan } from './plan.ts'
import { render } from './render.ts'
import type { Stage } from './stage.ts'
import { codeOf, faultOf, isEchoed } from './verdict.ts'
import { speak } from './wire.ts'

/** What was answered, over a whole run. */
export class Tally {
  inputs = 0
  taken = 0
  unanswered = 0
  readonly refusals = new Map<string, number>()
  /** Endpoints whose honest request was taken. */
  readonly opened = new Set<string>()
}

/** Why a request went wrong; null where it did not. */
export async function tryOne(stage: Stage, plan: Plan, tally: Tally): Promise<string | null> {
  const { visit, isEdge, pages } = stage
  const sent = await render(plan, visit, pages)
  tally.inputs += 1
  const before = stage.logs().length
  const { answers, how } = await speak(visit.server.origin, {
    bytes: [sent.bytes],
    heads: [sent.isHead],
    hangsUp: sent.hangsUp,
  })
  const said = (fault: string): string => `${sent.what}: ${fault}`
  if (how === 'late') return said('no answer in time')
  const logged = stage.logs().slice(before)
  if (isEchoed(plan.word, Buffer.from(logged))) return said('a word of it in the log')
  const [answer] = answers
  if (!answer) {
    tally.unanswered += 1
    if (!sent.isRaw) return said('the line ended without an answer')
    return (await stage.isAlive()) ? null : said('nothing answers any more')
  }
  if (answer.status < 400) {
    tally.taken += 1
    if (['honest', 'filled'].includes(plan.body.kind) && plan.door === 'open') tally.opened.add(sent.what)
  } else {
    const code = codeOf(answer) ?? String(answer.status)
    tally.refusals.set(code, (tally.refusals.get(code) ?? 0) + 1)
  }
  const { word } = plan
  const fault = faultOf(answer, { word, isHead: sent.isHead, isRaw: sent.isRaw, isEdge })
  const why = fault ?? sent.misjudged(answer)
  return why === null ? null : said(why)
}

export interface Found {
  fault: string
  seed: number
  path: string
  /** What was sent, as it was drawn, made as small as still shows the fault. */
  smallest: string
}

export async function runStrand(
  stage: Stage,
  drawn: fc.Arbitrary<Plan | Plan[]>,
  { runs, seed, path, tally }: { runs: number; seed: number; path?: string | undefined; tally: Tally },
): Promise<Found | null> {
  const tried = fc.asyncProperty(drawn, async (plans) => {
    for (const plan of Array.isArray(plans) ? plans : [plans]) {
      const fault = await tryOne(stage, plan, tally)
      if (fault !== null) throw new Error(fault)
    }
  })
  const result = await fc.check(tried, { numRuns: runs, seed, ...(path === undefined ? {} : { path }) })
  if (!result.failed) return null
  return {
    fault: result.errorInstance instanceof Error ? result.errorInstance.message : 'unknown',
    seed,
    path: result.counterexamplePath ?? '',
    smallest: fc.stringify(result.counterexample).slice(0, 3000),
  }
}
