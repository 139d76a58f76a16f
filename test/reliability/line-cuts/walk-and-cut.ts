// Walks a journey once to learn what the page asks for, then again for every request and every manner of a cut. After each: what the page
// acknowledged is there once, nothing is there twice, nothing typed is gone, nobody was told what is not so, and the end was reached.
import { setTimeout as pause } from 'node:timers/promises'
import type { Cut, Manner } from './cut-line.ts'
import type { Outcome } from '../scenario.ts'
import { firstSeen, touch, type Flow, type House, type Journey, type Trouble } from './journey.ts'

const MANNERS: readonly Manner[] = ['after', 'before', 'half', 'body', 'silence']
const LOOK_EVERY_MS = 25
/** With nothing said for so long, the line comes back by itself: what tries again alone needs no one. */
const ALONE_MS = 700
/** Nothing said, nothing asked, nothing done, though the line is there: nobody would wait longer. */
const PATIENCE_MS = 45_000
/** More than any wait of the page. */
const LONGEST_WAIT_MS = 125_000
const MOST_TROUBLES = 12

/** What the page said, for whoever wants to read it. */
export interface Told {
  cut: Cut
  words: string
  page: Journey['phone']['page']
}

export interface Listening {
  onTold?: (told: Told) => Promise<void>
  onFault?: (fault: string) => void
}

/** Every cut there is: each request of one walk, in each manner that it can be cut in. */
export async function cutsOf(flow: Flow, house: House): Promise<Cut[]> {
  const journey = await flow.begin(house)
  try {
    const from = { requests: 0 }
    await go(journey, null, { onCutFrom: () => (from.requests = journey.line.asked.length) })
    const turns = new Map<string, number>()
    return journey.line.asked.flatMap(({ request, hasBody }, place) => {
      const turn = (turns.get(request) ?? 0) + 1
      turns.set(request, turn)
      if (place < from.requests) return []
      return MANNERS.filter((manner) => manner !== 'body' || hasBody).map((manner) => ({
        request,
        turn,
        manner,
      }))
    })
  } finally {
    await end(journey)
  }
}

/** The walk, with one cut. */
export async function walkWithCut(
  flow: Flow,
  house: House,
  cut: Cut,
  listening: Listening = {},
): Promise<Outcome> {
  const journey = await flow.begin(house)
  const outcome: Outcome = { tried: 0, acknowledged: 0, lost: 0, duplicated: 0, toldWrong: 0, recoveries: [] }
  const fault = (what: string): void =>
    listening.onFault?.(`${flow.name}: ${cut.request} (${cut.turn}), ${cut.manner}: ${what}`)
  try {
    const { restoredAt, reached, wrong } = await go(journey, cut, listening)
    outcome.tried = journey.line.wasCut ? 1 : 0
    for (const each of wrong) fault(each)
    outcome.toldWrong = wrong.length
    const copies = await journey.copies(journey.phone.page)
    if (reached) outcome.acknowledged = 1
    outcome.lost = copies.filter((count) =>
      journey.goal === 1 ? count < 1 && reached : count > 0 && reached,
    ).length
    outcome.duplicated = journey.goal === 1 ? copies.filter((count) => count > 1).length : 0
    if (outcome.lost + outcome.duplicated > 0) fault(`there are ${copies.join(', ')}`)
    if (restoredAt !== null && reached) outcome.recoveries = [performance.now() - restoredAt]
    return outcome
  } finally {
    await end(journey)
  }
}

const end = async ({ phone, line }: Journey): Promise<void> => {
  await phone.close()
  await line.close()
}

interface Going extends Listening {
  onCutFrom?: () => void
}

async function go(journey: Journey, cut: Cut | null, going: Going) {
  const { phone, line, legs, cutFrom = 0 } = journey
  const { page } = phone
  const wrong: string[] = []
  let restoredAt: number | null = null
  let cutAt: number | null = null
  let troubles = 0
  /** Once: whatever works meanwhile is taken to be silent too. */
  let waited = false
  const restore = (): void => {
    if (line.wasCut) restoredAt ??= performance.now()
    line.restore()
  }
  if (cut?.manner === 'silence') await page.clock.install()
  for (const [at, leg] of legs.entries()) {
    if (at === cutFrom) {
      going.onCutFrom?.()
      if (cut) line.cut({ ...cut })
    }
    let [quietSince, stirrings] = [performance.now(), line.stirrings]
    for (;;) {
      const trouble = await troubleOn(journey)
      if (!trouble && (await firstSeen(page, [leg.done]))) break
      if (trouble) {
        if (cut) wrong.push(...(await wrongIn(journey, trouble, cut, going)))
        restore()
        if (++troubles > MOST_TROUBLES)
          return { restoredAt, reached: false, wrong: [...wrong, 'trouble without end'] }
        if (trouble.press === 'reload') await page.reload({ timeout: 5000 }).catch(() => {})
        else await touch(page, trouble.press)
      } else await leg.goOn(page)
      if (line.stirrings !== stirrings) [quietSince, stirrings] = [performance.now(), line.stirrings]
      const quiet = performance.now() - quietSince
      if (line.wasCut) cutAt ??= performance.now()
      if (cutAt !== null && performance.now() - cutAt > ALONE_MS) {
        restore()
        // What the page itself came with is the browser's to wait for, or the person's to ask for again.
        if (cut?.manner === 'silence' && at > 0 && !waited) {
          waited = true
          await page.clock.fastForward(LONGEST_WAIT_MS)
        }
      }
      if (quiet > PATIENCE_MS) {
        const said = await page
          .locator('body')
          .innerText()
          .catch(() => '')
        return { restoredAt, reached: false, wrong: [...wrong, `a wait without end: ${said.slice(0, 400)}`] }
      }
      await pause(LOOK_EVERY_MS)
    }
  }
  for (const secret of journey.secrets()) if (line.carried(secret)) wrong.push('plaintext left')
  if (phone.foreign.length + line.foreign.length > 0) wrong.push(`asked of others: ${line.foreign.join()}`)
  return { restoredAt, reached: true, wrong }
}

/** The trouble that the page tells of and that can be answered now. */
async function troubleOn({ phone, troubles }: Journey): Promise<Trouble | null> {
  const said = await firstSeen(
    phone.page,
    troubles.map((trouble) => trouble.said),
  )
  return troubles.find((trouble) => trouble.said === said) ?? null
}

async function wrongIn(
  journey: Journey,
  trouble: Trouble,
  cut: Cut,
  { onTold }: Listening,
): Promise<string[]> {
  const { phone, missing, denies } = journey
  const wrong: string[] = []
  const words = await phone.page
    .locator(trouble.said)
    .first()
    .innerText()
    .catch(() => '')
  await onTold?.({ cut, words, page: phone.page })
  const gone = await missing?.(phone.page)
  if (gone) wrong.push(`${gone} is gone`)
  if (
    denies &&
    (await firstSeen(phone.page, [denies])) &&
    (await journey.copies(phone.page)).some((count) => count > 0)
  )
    wrong.push('said that nothing arrived, and it had')
  return wrong
}
