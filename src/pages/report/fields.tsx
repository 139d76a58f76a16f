// The fields of the report form. None keeps, suggests, corrects or translates what is typed: a phone must learn nothing of it.
import type { Child } from 'hono/jsx'
import type { Messages } from '../../i18n/messages.ts'
import { OPEN_ANSWERS } from '../../protocol/vocabulary.ts'

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

interface StepProps {
  name: string
  title: string
  hidden?: boolean
  children: Child
}

/** One thought on one screen. The island shows one at a time. */
export const Step = ({ name, title, hidden = true, children }: StepProps) => (
  <section class="step" data-step={name} aria-labelledby={`title-${name}`} hidden={hidden}>
    <h2 id={`title-${name}`} tabindex={-1}>
      {title}
    </h2>
    {children}
  </section>
)

interface ChoicesProps {
  m: Messages
  /** Name of the field in the form, and in the vocabulary's field labels. */
  name: string
  /** What the review calls it. */
  label: string
  legend: string
  hint?: string
  several?: boolean
  /** Code → words, in the order shown. */
  options: Readonly<Record<string, string>>
  /** Never sent: it stays on the phone. */
  kept?: boolean
  /** Adds "I don't know" and "I'd rather not say". */
  open?: boolean
}

/** A question answered by touching: one answer, or several. */
export const Choices = ({
  m,
  name,
  label,
  legend,
  hint,
  several,
  options,
  kept,
  open = true,
}: ChoicesProps) => {
  const hintId = hint ? `hint-${name}` : undefined
  const type = several ? 'checkbox' : 'radio'
  return (
    <fieldset
      data-field={name}
      data-label={label}
      data-kept={kept ? '' : undefined}
      aria-describedby={hintId}
    >
      <legend>{legend}</legend>
      {hint && (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
      <div class="choices">
        {Object.entries(options).map(([code, words]) => (
          <Choice type={type} name={name} code={code} words={words} />
        ))}
      </div>
      {open && (
        <div class="choices-open">
          {OPEN_ANSWERS.map((code) => (
            <Choice type={type} name={name} code={code} words={m.vocabulary.open[code]} quiet />
          ))}
        </div>
      )}
    </fieldset>
  )
}

interface QuestionProps extends Pick<ChoicesProps, 'm' | 'legend' | 'hint' | 'several'> {
  name: keyof Messages['vocabulary']['fields'] & keyof Messages['vocabulary']
}

/** A question of the account: its label and its answers are the vocabulary's, under its own name. */
export const Question = ({ m, name, ...asked }: QuestionProps) => (
  <Choices m={m} name={name} label={m.vocabulary.fields[name]} options={m.vocabulary[name]} {...asked} />
)

interface ChoiceProps {
  type: 'checkbox' | 'radio'
  name: string
  code: string
  words: string
  quiet?: boolean
}

const Choice = ({ type, name, code, words, quiet = false }: ChoiceProps) => (
  <label class={quiet ? 'choice choice-open' : 'choice'}>
    <input type={type} name={name} value={code} autocomplete="off" /> <span>{words}</span>
  </label>
)

interface SelectProps {
  name: string
  label: string
  title: string
  hint?: string
  blank: string
  children: Child
}

/** A long list, with an empty first line that means "not answered". */
export const Select = ({ name, label, title, hint, blank, children }: SelectProps) => (
  <div class="field" data-field={name} data-label={label}>
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

interface MoveProps {
  m: Messages
  first?: boolean
}

/** Onward and back. "Back" is the phone's Back; a jump from the review leads back to it. */
export const Moves = ({ m, first = false }: MoveProps) => (
  <div class="moves">
    <button class="button" type="button" data-next hidden={first}>
      {first ? m.report.actions.begin : m.report.actions.next}
    </button>
    <button class="button" type="button" data-to-review hidden>
      {m.report.actions.toReview}
    </button>
    {!first && (
      <button class="button-quiet" type="button" data-back>
        {m.report.actions.back}
      </button>
    )}
  </div>
)
