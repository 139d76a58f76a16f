// Lists and free text. None keeps, suggests, corrects or translates what is typed: a phone must learn nothing of it.
import type { Child } from 'hono/jsx'
import type { Messages } from '../../i18n/messages.ts'

/** On everything that can be typed into. */
export const PRIVATE = {
  autocomplete: 'off',
  autocorrect: 'off',
  spellcheck: false,
  writingsuggestions: 'false',
  translate: 'no',
  'data-lpignore': 'true',
  'data-1p-ignore': 'true',
} as const

interface SelectProps {
  name: string
  label: string
  title: Child
  hint?: string
  blank: string
  /** Stays on the phone, unless the person ticks that it may travel. */
  kept?: boolean
  children: Child
}

/** A long list, with an empty first line that means "not answered". */
export const Select = ({ name, label, title, hint, blank, kept, children }: SelectProps) => (
  <div class="field" data-field={name} data-label={label} data-kept={kept ? '' : undefined}>
    <label for={name}>{title}</label>
    {hint && (
      <p class="hint" id={`hint-${name}`}>
        {hint}
      </p>
    )}
    <select id={name} name={name} autocomplete="off" aria-describedby={hint ? `hint-${name}` : undefined}>
      <option value="">{blank}</option>
      {children}
    </select>
  </div>
)

interface TextProps {
  m: Messages
  name: string
  title: string
  hint?: string
  maxChars: number
  /** A larger field, for sentences. */
  long?: boolean
}

/** Free text. A count appears only near the limit. `dir=auto`: people write in the language they want. */
export const Text = ({ m, name, title, hint, maxChars, long = false }: TextProps) => {
  const described = [hint && `hint-${name}`, `count-${name}`].filter(Boolean).join(' ')
  const shared = {
    ...PRIVATE,
    id: name,
    name,
    maxlength: maxChars,
    dir: 'auto',
    'aria-describedby': described,
  }
  return (
    <>
      <label for={name}>{title}</label>
      {hint && (
        <p class="hint" id={`hint-${name}`}>
          {hint}
        </p>
      )}
      {long ? (
        <textarea {...shared} rows={name === 'narrative' ? 10 : 3} autocapitalize="sentences"></textarea>
      ) : (
        <input {...shared} type="text" autocapitalize="off" />
      )}
      <p class="counter" id={`count-${name}`} data-count={name} aria-live="polite" hidden>
        {m.report.charactersLeft} <span data-text="left"></span>
      </p>
      <p class="counter" role="status" data-cut={name} hidden>
        {m.report.cut}
      </p>
    </>
  )
}

/** A kind error, shown by the island beside the field it is about. */
export const Missing = ({ id, children }: { id: string; children: Child }) => (
  <p class="missing" id={id} hidden>
    {children}
  </p>
)
