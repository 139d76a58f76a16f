// How far the inbox has come in: a bar with its share and two numbers, drawn a few times a second. Screen readers are told at each
// quarter of a long inbox: they find the bar whenever they look for it.
import { find, setText, show } from '../dom.ts'
import type { Words } from './words.ts'

/** Below this the end comes before a quarter has been said. */
const LONG_INBOX = 400
const QUARTERS = 4
const DRAWN_EVERY_MS = 200

export interface LoadProgress {
  /** `total` is null before the server said it. More may come than there were when it was counted. */
  show: (opened: number, total: number | null) => void
  /** Draws what was shown last, and forgets which quarters were told. */
  end: () => void
}

/** `place` holds the bar. */
export function makeLoadProgress(
  place: HTMLElement,
  words: Words,
  announce: (text: string) => void,
): LoadProgress {
  const bar = find<HTMLProgressElement>('progress', place)
  const numbers = new Intl.NumberFormat(document.documentElement.lang)
  let shown = { opened: 0, total: 0 }
  let told = 0
  let drawing: ReturnType<typeof setTimeout> | undefined

  const draw = (): void => {
    drawing = undefined
    const { opened, total } = shown
    const [now, all] = [numbers.format(opened), numbers.format(total)]
    setText(place, 'opened', now)
    setText(place, 'awaited', all)
    show(find('[data-part="share"]', place), total > 0)
    // Without a value the bar says that it cannot tell how long.
    if (total > 0) Object.assign(bar, { max: total, value: opened })
    else bar.removeAttribute('value')
    const quarter = total < LONG_INBOX ? 0 : Math.floor((opened / total) * QUARTERS)
    if (quarter > told && quarter < QUARTERS) {
      announce(`${words('inbox.loading')} ${now} ${words('inbox.of')} ${all}`)
    }
    told = quarter
  }
  return {
    show: (opened, total) => {
      shown = { opened, total: total === null ? 0 : Math.max(opened, total) }
      drawing ??= setTimeout(draw, DRAWN_EVERY_MS)
    },
    end: () => {
      clearTimeout(drawing)
      draw()
      told = 0
    },
  }
}
