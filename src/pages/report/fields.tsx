// The steps of the report form, and its questions answered by touching. Every word comes from the model's editorial data.
import type { Child } from 'hono/jsx'
import type { Messages } from '../../i18n/messages.ts'
import type { PageContext } from '../page.ts'
import { questionOf, type Condition, type QuestionName } from '../../protocol/questions.ts'
import { OPEN_ANSWERS } from '../../protocol/vocabulary.ts'
import { conditionText } from './conditions.tsx'
import { Select } from './typed-fields.tsx'

export { conditionText, When } from './conditions.tsx'
export { Missing, PRIVATE, Select, Text } from './typed-fields.tsx'

/** The parts of the way, in their order. Each has its words in `m.report.chapters`. */
export const CHAPTERS = ['protect', 'you', 'account', 'who'] as const
export type Chapter = (typeof CHAPTERS)[number]

export interface StepContext {
  context: PageContext
}

interface StepProps {
  name: string
  title: string
  /** Which part of the way it belongs to. None: an ending, or a page beside the way. */
  chapter?: Chapter
  /** The step is on the way only when this is met. */
  when?: Condition | undefined
  /** And off it when every part of this is. */
  unless?: Condition | undefined
  hidden?: boolean
  children: Child
}

/** One thought on one screen. The island shows one at a time. */
export const Step = ({ name, title, chapter, when, unless, hidden = true, children }: StepProps) => (
  <section
    class="step"
    data-step={name}
    data-chapter={chapter}
    data-when={when && conditionText(when)}
    data-unless={unless && conditionText(unless)}
    hidden={hidden}
  >
    <h2>{title}</h2>
    {children}
  </section>
)

interface ChoicesProps {
  m: Messages
  /** Name of the field in the form, and in the vocabulary's field labels. */
  name: string
  /** What the review calls it. */
  label: string
  legend: Child
  hint?: string | undefined
  /** What the answer is for, a touch away. */
  why?: string
  several?: boolean
  /** Code → words, in the order shown. */
  options: Readonly<Record<string, string>>
  /** Never sent: it stays on the phone. */
  kept?: boolean
  /** Adds "I don't know" and "I'd rather not say". */
  open?: boolean
  /** Asked only when this is met. */
  when?: Condition | undefined
  /** Not asked when every part of this is. */
  unless?: Condition | undefined
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
  when,
  unless,
  why,
}: ChoicesProps) => {
  const hintId = hint ? `hint-${name}` : undefined
  const type = several ? 'checkbox' : 'radio'
  return (
    <fieldset
      data-field={name}
      data-label={label}
      data-kept={kept ? '' : undefined}
      data-when={when && conditionText(when)}
      data-unless={unless && conditionText(unless)}
      hidden={when !== undefined}
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
          <Choice type={type} code={code} words={words} />
        ))}
      </div>
      {open && <div data-open></div>}
      {why && <Why m={m}>{why}</Why>}
    </fieldset>
  )
}

/** The answers every question takes: written once, and copied into each by the island. Dozens of copies weigh on a slow phone. */
export const OpenAnswers = ({ m }: { m: Messages }) => (
  <template data-template="open">
    <div class="choices-open">
      {OPEN_ANSWERS.map((code) => (
        <Choice type="radio" code={code} words={m.vocabulary.open[code]} />
      ))}
    </div>
  </template>
)

/** What a question is for: one touch away, so that it never stands in the way. */
export const Why = ({ m, children }: { m: Messages; children: Child }) => (
  <details class="why">
    <summary>{m.report.actions.why}</summary>
    <p>{children}</p>
  </details>
)

/** The words of a question, for whoever writes of themselves and for whoever writes of someone else. */
export const Asked = ({ m, name }: { m: Messages; name: QuestionName }) => {
  const { asked, askedOfOthers } = m.questions[name]
  return askedOfOthers === '' ? (
    <>{asked}</>
  ) : (
    <>
      <span class="of-self">{asked}</span>
      <span class="of-others">{askedOfOthers}</span>
    </>
  )
}

/** A question of the model, answered by touching: its words and its answers are editorial data, under its own name. */
export const Question = ({ m, name }: { m: Messages; name: Exclude<QuestionName, 'departement'> }) => {
  const { answers, when, unless, kept } = questionOf(name)
  const { hint, why } = m.questions[name]
  return (
    <Choices
      m={m}
      name={name}
      label={m.vocabulary.fields[name]}
      legend={<Asked m={m} name={name} />}
      hint={hint || (answers === 'several' ? m.report.several : undefined)}
      why={why}
      several={answers === 'several'}
      options={m.vocabulary[name]}
      kept={kept === true}
      when={when}
      unless={unless}
    />
  )
}

interface ListedProps {
  m: Messages
  name: QuestionName
  /** Codes with their words, in the order shown. */
  options: readonly (readonly [string, string])[]
}

/** A question of the model with many short answers: a list takes less of a small screen than a row each. */
export const ListedQuestion = ({ m, name, options }: ListedProps) => {
  const { hint, why } = m.questions[name]
  return (
    <>
      <Select
        name={name}
        label={m.vocabulary.fields[name]}
        title={<Asked m={m} name={name} />}
        hint={hint}
        blank={m.report.actions.choose}
        kept={questionOf(name).kept === true}
      >
        {[...options, ...Object.entries(m.vocabulary.open)].map(([code, words]) => (
          <option value={words.startsWith(`${code} `) ? undefined : code}>{words}</option>
        ))}
      </Select>
      <Why m={m}>{why}</Why>
    </>
  )
}

interface ChoiceProps {
  type: 'checkbox' | 'radio'
  code: string
  words: string
}

/** As bare as can be: there are hundreds on a page that slow phones load. The island gives it the name of its question. */
const Choice = ({ type, code, words }: ChoiceProps) => (
  <label>
    <input type={type} value={code} /> {words}
  </label>
)

interface MoveProps {
  m: Messages
  first?: boolean
  /** Offers to leave the rest of the account unsaid and go straight to who may help. */
  skip?: boolean
}

/** Onward and back. "Back" is the phone's Back; a jump from the review leads back to it. */
export const Moves = ({ m, first = false, skip = false }: MoveProps) => (
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
    {skip && (
      <button class="button-text" type="button" data-skip>
        {m.report.actions.skip}
      </button>
    )}
  </div>
)
