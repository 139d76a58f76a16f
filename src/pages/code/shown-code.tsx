// A return code, shown to whoever has just been given it. Empty until the island writes the words; never a copy of them elsewhere.
import type { PageContext } from '../page.ts'

/** `client/code/code-view.ts` fills it. Whoever shows it says what comes next: nothing here leads on. */
export const ShownCode = ({ context: { m, locale } }: { context: PageContext }) => {
  const { shown } = m.code
  return (
    <div data-shown-code>
      <p>{shown.lead}</p>
      <ol
        class="code-words"
        aria-label={shown.label}
        lang={locale}
        translate="no"
        tabindex={-1}
        data-code-words
      ></ol>
      <div role="status">
        <p data-code-changed hidden>
          {shown.changed}
        </p>
      </div>
      <p>
        <button class="button-text" type="button" data-code-other hidden>
          {shown.other}
        </button>
      </p>
      <div class="notice">
        <ul>
          {shown.keep.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </div>
      <details>
        <summary>{shown.canTitle}</summary>
        <ul>
          {shown.can.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </details>
      <details>
        <summary>{shown.placesTitle}</summary>
        <ul>
          {shown.places.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <p class="small soft">{shown.noCopy}</p>
      </details>
    </div>
  )
}
