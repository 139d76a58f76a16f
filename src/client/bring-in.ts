// Brings in what a page does not need at first: markup, style and script of another page of this same build. The browser parses
// it as a document of ours; no text is ever turned into markup here, and no script runs without its integrity.
import { find, findAll } from './dom.ts'
import { scriptAddress } from './start-worker.ts'

const PATIENCE_MS = 30_000

/**
 * Fills every `[data-fill="name"]` of this page with the children of the other's `[data-part="name"]`, then runs its script.
 * False when something did not arrive: nothing has changed then, and it may be tried again.
 */
export async function bringIn(path: string): Promise<boolean> {
  const other = await fetchDocument(path)
  if (!other || !(await addStyle(other))) return false
  for (const place of findAll('[data-fill]')) {
    const part = other.querySelector(`[data-part="${place.dataset['fill']}"]`)
    if (part) place.replaceChildren(...adopted(part))
  }
  return await runScript(other)
}

/**
 * Puts another page in the place of this one, address and title included, without leaving: what is in memory stays. False when
 * something did not arrive: this page is then there again, with all that was typed in it.
 */
export async function becomePage(path: string): Promise<boolean> {
  const other = await fetchDocument(path)
  const style = other && (await addStyle(other))
  if (!other || !style) return false
  const main = find('main')
  const { title } = document
  const [address, state, nodes] = [location.href, history.state as unknown, [...main.childNodes]]
  // The other script looks for its page as soon as it runs.
  main.replaceChildren(...adopted(find('main', other)))
  document.title = other.title
  history.replaceState(null, '', path)
  if (await runScript(other)) return true
  style.remove()
  main.replaceChildren(...nodes)
  document.title = title
  history.replaceState(state, '', address)
  return false
}

const adopted = (element: Element): Node[] =>
  [...element.childNodes].map((node) => document.importNode(node, true))

/** An HTML document, or null. `fetch` gives text, which nothing on this page may turn into markup. */
const fetchDocument = (path: string): Promise<Document | null> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('GET', path)
    request.responseType = 'document'
    request.timeout = PATIENCE_MS
    request.addEventListener('loadend', () => resolve(request.status === 200 ? request.responseXML : null))
    request.send()
  })

/** Waits until it is there: nothing is shown without its style. Null when it did not arrive. */
async function addStyle(other: Document): Promise<HTMLLinkElement | null> {
  const { href, integrity } = find<HTMLLinkElement>('link[rel="stylesheet"]', other)
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.integrity = integrity
  link.href = new URL(href).pathname
  return (await arrives(link)) ? link : null
}

async function runScript(other: Document): Promise<boolean> {
  const { integrity, src } = find<HTMLScriptElement>('script[src]', other)
  const script = document.createElement('script')
  script.type = 'module'
  script.integrity = integrity
  script.src = scriptAddress(new URL(src).pathname)
  return await arrives(script)
}

function arrives(element: HTMLElement): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (there: boolean): void => {
      if (!there) element.remove()
      resolve(there)
    }
    element.addEventListener('load', () => settle(true))
    element.addEventListener('error', () => settle(false))
    document.head.append(element)
  })
}
