// Eight words shown once to a member who must note them. Empty until the island writes them, and never a copy of them elsewhere.
import type { Child } from 'hono/jsx'
import type { PageContext } from '../page.ts'

interface ShownWordsProps {
  context: PageContext
  label: string
  children?: Child
}

/** `client/code/code-view.ts` fills it. */
export const ShownWords = ({ context: { m, locale }, label, children }: ShownWordsProps) => (
  <div class="shown-words" data-shown-code>
    <ol class="code-words" aria-label={label} lang={locale} translate="no" tabindex={-1} data-code-words></ol>
    <div role="status">
      <p data-code-changed hidden>
        {m.code.shown.changed}
      </p>
    </div>
    <p hidden>
      <button class="button-text" type="button" data-code-other hidden>
        {m.code.shown.other}
      </button>
    </p>
    {children}
  </div>
)
