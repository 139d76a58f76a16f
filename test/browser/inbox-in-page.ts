// Questions asked inside the page. They are text because the tests are compiled without a browser's types; the protocol that
// runs them is not bound by the page's policy against eval.
import type { Page } from 'playwright-core'

const quoted = (selector: string): string => JSON.stringify(selector)

/** Whether the element that has the focus is this one. */
export const isFocused = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate<boolean>(`document.activeElement.matches(${quoted(selector)})`)

export const focusedText = (page: Page): Promise<string> =>
  page.evaluate<string>('document.activeElement.textContent.trim()')

/** Whether nothing sticks out sideways. */
export const fitsInWidth = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')

export const chosenFiles = (page: Page, selector: string): Promise<number> =>
  page.evaluate<number>(`document.querySelector(${quoted(selector)}).files.length`)

/** How many entries each of the browser's stores holds for this site. */
export const storedEntries = (page: Page): Promise<number[]> =>
  page.evaluate<number[]>(`(async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
  ])()`)

/** Names of all the elements that stand inside those selected. */
export const elementsInside = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll(${quoted(selector)})]
    .flatMap((each) => [...each.querySelectorAll('*')])
    .map((found) => found.tagName)`)

/** How each of those selected keeps its direction to itself. */
export const isolationOf = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll(${quoted(selector)})]
    .map((each) => getComputedStyle(each).unicodeBidi)`)

/** The digits within, in the order a reader's eye meets them from left to right. */
export const digitsFromLeftToRight = (page: Page, selector: string): Promise<string> =>
  page.evaluate<string>(`(() => {
    const walker = document.createTreeWalker(document.querySelector(${quoted(selector)}), NodeFilter.SHOW_TEXT)
    const placed = []
    while (walker.nextNode()) {
      for (const match of walker.currentNode.textContent.matchAll(/\\d/g)) {
        const range = document.createRange()
        range.setStart(walker.currentNode, match.index)
        range.setEnd(walker.currentNode, match.index + 1)
        placed.push({ digit: match[0], left: range.getBoundingClientRect().left })
      }
    }
    return placed.sort((a, b) => a.left - b.left).map(({ digit }) => digit).join('')
  })()`)

/**
 * To run before the page's own scripts: notes in `crossed` all that goes between the page and its Workers, over ports too, either way.
 * Bytes and text are noted in hexadecimal; text that reads as base64 also as what it encodes.
 */
export const NOTE_CROSSINGS = `(() => {
  const hex = (bytes) => Array.from(bytes, (each) => each.toString(16).padStart(2, '0')).join('')
  const crossed = (globalThis.crossed = [])
  const note = (said) => {
    if (said instanceof ArrayBuffer) crossed.push(hex(new Uint8Array(said)))
    else if (ArrayBuffer.isView(said)) crossed.push(hex(new Uint8Array(said.buffer, said.byteOffset, said.byteLength)))
    else if (typeof said === 'string') {
      crossed.push(hex(new TextEncoder().encode(said)))
      if (/^[A-Za-z0-9+\\/]{16,}={0,2}$/.test(said)) crossed.push(hex(Uint8Array.from(atob(said), (each) => each.charCodeAt(0))))
    } else if (typeof said === 'object' && said !== null) for (const each of Object.values(said)) note(each)
  }
  for (const line of [Worker, MessagePort]) {
    const send = line.prototype.postMessage
    line.prototype.postMessage = function (said, ...rest) {
      note(said)
      return send.call(this, said, ...rest)
    }
  }
  const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')
  Object.defineProperty(MessageEvent.prototype, 'data', {
    get() {
      const said = get.call(this)
      note(said)
      return said
    },
  })
})()`

/** Whether one of the things that crossed so far holds these bytes, given in hexadecimal. */
export const hasCrossed = (page: Page, bytes: string): Promise<boolean> =>
  page.evaluate<boolean>(`crossed.some((each) => each.includes(${quoted(bytes)}))`)
