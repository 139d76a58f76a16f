// One screen of the page to come back to. The island shows one at a time.
import type { Child } from 'hono/jsx'
import type { PageContext } from '../page.ts'

export interface BackContext {
  context: PageContext
}

interface ViewProps {
  name: string
  title: string
  hidden?: boolean
  children: Child
}

export const View = ({ name, title, hidden = true, children }: ViewProps) => (
  <section class="view" data-view={name} hidden={hidden}>
    <h2>{title}</h2>
    {children}
  </section>
)

export const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
)

interface AskTwiceProps {
  /** What the island listens to: `[data-NAME-ask]`, `[data-NAME-sure]`, `[data-NAME-yes]`, `[data-NAME-no]`. */
  name: string
  ask: string
  quiet?: boolean
  title?: string
  children: Child
  yes: string
  no: string
}

/** What cannot be undone is asked twice, and the second time says what it does. The way out of it is reached first. */
export const AskTwice = ({ name, ask, quiet = false, title, children, yes, no }: AskTwiceProps) => (
  <div class="ask-twice" data-ask-twice={name}>
    <button class={quiet ? 'button-text' : 'button'} type="button" data-ask aria-expanded="false">
      {ask}
    </button>
    <div class="notice notice-alert" data-sure tabindex={-1} hidden>
      {title && (
        <p>
          <strong>{title}</strong>
        </p>
      )}
      {children}
      <div class="moves">
        <button class="button-quiet" type="button" data-no>
          {no}
        </button>
        <button class="button" type="button" data-yes>
          {yes}
        </button>
      </div>
    </div>
  </div>
)
