// Walks the report page as it stands, step after step, by what the page itself shows: no list of steps or questions is kept here, so
// that a new one is walked too. It answers what it is asked, in the plainest way, and says each step it comes to.
import type { Locator, Page } from 'playwright-core'

/** The ways on that the reader may choose, as the page marks them. */
export type Way = 'send' | 'keep' | 'count' | 'nothing' | 'pause'

/** Question → answers to give; null: it is left empty. What is not named is answered with what comes first. */
export type Answers = Readonly<Record<string, readonly string[] | null>>

export interface WalkOptions {
  way: Way
  answers?: Answers
  /** Leaves every question empty that is not named in `answers`. */
  sparing?: boolean
  /** Given instead, once a step was refused with what was given first. */
  mended?: Answers
  /** The way taken instead, by going back, where sending fails. */
  otherwise?: Way
  /** Called at each step: as it is found, once it is answered, and where it may not be left as it is. */
  at: (step: string, moment: Moment) => Promise<void>
}

export type Moment = 'found' | 'answered' | 'refused'

const MAX_TURNS = 80
/** Frames: more than a sealing and a proof take on a busy machine. */
const MAX_LOOKS = 4000

export const stepOnScreen = (page: Page): Promise<string> =>
  page.evaluate<string>(
    `[...document.querySelectorAll('[data-step]')].find((step) => step.checkVisibility())?.dataset.step ?? ''`,
  )

/** Every step the page has, in its order. */
export const stepsOf = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('[data-step]')].map((step) => step.dataset.step)`)

/** Goes on from the step on screen until an ending. */
export async function walk(page: Page, options: WalkOptions): Promise<void> {
  const beside = new Set<string>()
  let { way } = options
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    const name = await stepOnScreen(page)
    const step = page.locator(`[data-step="${name}"]`)
    await settled(step)
    await options.at(name, 'found')
    if (await answer(step, options)) await options.at(name, 'answered')
    await lookBeside(page, step, beside, options)
    const onward = await wayOn(step, way)
    if (!onward) return
    await onward.click()
    // The words of the code are asked back on the same step.
    if (name === 'pause' || (name === 'code' && way === 'keep')) {
      await options.at(name, 'answered')
      await page.locator('[data-code-skip]').click()
    }
    if (await isLeft(page, name)) continue
    await options.at(name, 'refused')
    if (options.otherwise && (await page.locator('[data-outcome]').isVisible())) {
      way = options.otherwise
      await goBackTo(page, `[data-path="${way}"]`)
    } else if (!(await page.locator('[data-erase-all]').isVisible())) await mend(page, name, options)
  }
  throw new Error('the journey has no end')
}

/** Until what comes in later is there: a step's words, a code. */
export const settled = (step: Locator): Promise<void> =>
  step.locator('[data-filling]:visible, [data-one="making"]:visible').first().waitFor({ state: 'hidden' })

/** A step beside the way is opened once, and left by the phone's Back. */
async function lookBeside(page: Page, step: Locator, seen: Set<string>, { at }: WalkOptions): Promise<void> {
  const door = step.locator('[data-go-to="ready"]:visible').first()
  if (seen.has('ready') || (await door.count()) === 0) return
  seen.add('ready')
  await door.click()
  await page.locator('[data-step="ready"]:visible').waitFor()
  await settled(page.locator('[data-step="ready"]'))
  await at('ready', 'found')
  await page.goBack()
  await step.waitFor()
}

async function mend(page: Page, name: string, options: WalkOptions): Promise<void> {
  const step = page.locator(`[data-step="${name}"]`)
  await answer(step, { ...options, sparing: true, answers: options.mended ?? {} })
  await (await wayOn(step, options.way))?.click()
  if (!(await isLeft(page, name))) throw new Error(`the step ${name} cannot be left`)
}

async function goBackTo(page: Page, place: string): Promise<void> {
  while (!(await page.locator(place).isVisible())) {
    const name = await stepOnScreen(page)
    await page.locator('[data-back]:visible').click()
    await page.locator(`[data-step="${name}"]`).waitFor({ state: 'hidden' })
  }
}

/** Where whoever takes a pause does. */
const PAUSED_AT = 'words'

/** The one control that leads on from a step; null at an ending, from which the only way is out. */
async function wayOn(step: Locator, way: Way): Promise<Locator | null> {
  if (way === 'pause' && (await step.getAttribute('data-step')) === PAUSED_AT)
    return step.page().locator('[data-pause] button')
  for (const mark of [
    '[data-erase-all]',
    `[data-path="${way}"]`,
    '[data-without]',
    '.moves .button:not([data-quit])',
  ]) {
    const control = step.locator(`${mark}:visible`).first()
    if ((await control.count()) > 0) return control
  }
  return null
}

/** Runs in the page, frame after frame: whether the step has gone, or stays and says why; null when it does neither. */
const STEP_AFTER = `(name, maxLooks) => new Promise((resolve) => {
  const isSeen = (mark) => [...document.querySelectorAll(mark)].some((each) => each.checkVisibility() && each.offsetHeight > 0)
  const look = (looks) => {
    if (!isSeen('[data-step="' + name + '"]')) resolve('gone')
    else if (isSeen('[data-problems], [data-erase-all], [data-outcome]')) resolve('stays')
    else if (looks === maxLooks) resolve(null)
    else requestAnimationFrame(() => look(looks + 1))
  }
  look(0)
})`

/** Whether the step has gone. False: it says that something is to be completed, that sending failed, or asks once more. */
async function isLeft(page: Page, name: string): Promise<boolean> {
  const after = await page.evaluate<string | null>(`(${STEP_AFTER})(${JSON.stringify(name)}, ${MAX_LOOKS})`)
  if (after === null) throw new Error(`the step ${name} neither goes nor says why`)
  return after === 'gone'
}

/** Gives every question on screen its answer. Answers may call for more questions: it looks until none is left. */
async function answer(step: Locator, { answers = {}, sparing = false }: WalkOptions): Promise<boolean> {
  const done = new Set<string>()
  for (;;) {
    const names = await namesOnScreen(step)
    const name = names.find((each) => !done.has(each))
    if (name === undefined) return done.size > 0
    done.add(name)
    const wanted = answers[name]
    if (wanted === null || (wanted === undefined && sparing)) continue
    await answerOne(step, name, wanted)
  }
}

/** Names of the fields on screen, each once, in order. */
async function namesOnScreen(step: Locator): Promise<string[]> {
  const fields = step.locator('input:visible, select:visible, textarea:visible')
  return fields.evaluateAll((all) => [
    ...new Set(
      all.filter((each) => each.hasAttribute('name')).map((each) => each.getAttribute('name') ?? ''),
    ),
  ])
}

async function answerOne(step: Locator, name: string, wanted: readonly string[] | undefined): Promise<void> {
  const field = step.locator(`[name="${name}"]:visible`).first()
  const type = await field.getAttribute('type')
  if (type === 'radio' || type === 'checkbox') {
    const values = wanted ?? [(await field.getAttribute('value')) ?? '']
    for (const value of values) await step.locator(`[name="${name}"][value="${value}"]`).check()
  } else if ((await field.locator('option').count()) > 0) {
    await field.selectOption(wanted?.[0] ?? { index: 1 })
  } else {
    await field.fill(wanted?.[0] ?? 'Lanterne')
  }
}
