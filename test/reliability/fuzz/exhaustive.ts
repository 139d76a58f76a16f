// What needs no chance: every method at every address, HEAD beside GET, every body as long as is allowed and a byte more.
import { ENDPOINTS } from './endpoints.ts'
import { METHODS } from './head-tricks.ts'
import { plainPlan } from './plan.ts'
import { render } from './render.ts'
import { tryOne, type Tally } from './run-strand.ts'
import type { Stage } from './stage.ts'
import { speak, type Answer } from './wire.ts'

export const routesTried = (): string[] => ENDPOINTS.map(({ method, path }) => `${method} ${path}`).toSorted()

/** Faults; none where all is well. */
export async function everyMethod(stage: Stage, tally: Tally, methods = METHODS): Promise<string[]> {
  const faults: string[] = []
  const places = [...ENDPOINTS, ...stage.pages].map((_, place) => place)
  for (const place of places) {
    const endpoint = ENDPOINTS[place]
    const allowed = endpoint
      ? ENDPOINTS.filter(({ path }) => path === endpoint.path).map(({ method }): string => method)
      : ['GET']
    if (allowed.includes('GET')) allowed.push('HEAD')
    for (const method of methods) {
      const plan = plainPlan(place, { method })
      const { bytes, what, hangsUp } = await render(plan, stage.visit, stage.pages)
      const fault = await tryOne(stage, plan, tally)
      if (fault !== null) faults.push(fault)
      if (allowed.includes(method.toUpperCase())) continue
      const { answers } = await speak(stage.visit.server.origin, { bytes: [bytes], hangsUp })
      if (answers.some(({ status }) => status < 400))
        faults.push(`${what}: a method that is not its own was taken`)
    }
  }
  return faults
}

const comparable = ({ status, headers }: Answer, isPlain: boolean): string =>
  JSON.stringify([
    status,
    headers
      .filter(
        ([name]) => !['date', ...(isPlain ? [] : ['content-length', 'transfer-encoding'])].includes(name),
      )
      .toSorted(([one], [other]) => one.localeCompare(other)),
  ])

/** HEAD says what GET does, but for the body. A length may be left out of it. */
export async function headBesideGet(stage: Stage, tally: Tally): Promise<string[]> {
  const faults: string[] = []
  for (const [place, { method }] of [...ENDPOINTS, ...stage.pages.map(() => ({ method: 'GET' }))].entries()) {
    if (method !== 'GET') continue
    for (const door of ['open', 'shut'] as const) {
      const heard: string[] = []
      for (const asked of ['GET', 'HEAD']) {
        const sent = await render(plainPlan(place, { method: asked, door }), stage.visit, stage.pages)
        const { answers } = await speak(stage.visit.server.origin, {
          bytes: [sent.bytes],
          heads: [sent.isHead],
        })
        tally.inputs += 1
        heard.push(answers[0] ? comparable(answers[0], false) : 'nothing')
      }
      if (heard[0] !== heard[1])
        faults.push(`${ENDPOINTS[place]?.path ?? 'a page'}: HEAD is not GET without its body`)
    }
  }
  return faults
}

/** One byte less than is allowed, all of it, one more: with its length, and in chunks. */
export async function everySize(stage: Stage, tally: Tally, beyond = [-1, 0, 1]): Promise<string[]> {
  const faults: string[] = []
  for (const [place, { body }] of ENDPOINTS.entries()) {
    if (!body) continue
    for (const each of beyond) {
      for (const how of [0, 1]) {
        const plan = plainPlan(place, { body: { kind: 'filled', beyond: each }, framing: { how, at: 8000 } })
        const fault = await tryOne(stage, plan, tally)
        if (fault !== null)
          faults.push(`${fault} (${each} beyond, ${how === 0 ? 'with its length' : 'in chunks'})`)
      }
    }
  }
  return faults
}
