// Two words of a return code, asked back: it shows that they were noted. It may be passed, and never locks anyone out.
import type { PageContext } from '../page.ts'
import { PRIVATE } from '../report/typed-fields.tsx'

interface CodeBackProps {
  context: PageContext
  /** Of its fields: another one where a page has it twice. */
  id?: string
}

/** `client/code/code-back.ts` says which two. */
export const CodeBack = ({ context: { m, locale }, id = 'code-back' }: CodeBackProps) => {
  const { back } = m.code
  return (
    <div data-code-back>
      <p tabindex={-1} data-code-asked>
        {back.asked}
      </p>
      <p class="hint" id={`${id}-hint`}>
        {back.hint}
      </p>
      {['first', 'second'].map((place) => (
        <div class="field">
          <label for={`${id}-${place}`}>
            {back.word}
            <span data-text={place}></span>
          </label>
          <input
            {...PRIVATE}
            id={`${id}-${place}`}
            type="text"
            lang={locale}
            autocapitalize="none"
            aria-describedby={`${id}-hint ${id}-wrong`}
          />
        </div>
      ))}
      <div role="status" id={`${id}-wrong`}>
        <p class="missing" data-code-wrong hidden>
          {back.wrong}
        </p>
      </div>
      <div class="moves">
        <button class="button" type="button" data-code-check>
          {back.check}
        </button>
        <button class="button-quiet" type="button" data-code-again>
          {back.again}
        </button>
        <button class="button-text" type="button" data-code-skip>
          {back.skip}
        </button>
      </div>
    </div>
  )
}
