// The shape of what a team writes about a case, within its letter. Empty: the island fills it, and what anyone wrote is text.
import type { Child } from 'hono/jsx'
import type { Messages } from '../../i18n/messages.ts'
import { ASIDE_REASONS } from '../../protocol/case-file.ts'
import { CASE_STATES } from '../../protocol/case-state.ts'
import { PRIVATE } from '../report/typed-fields.tsx'

export const CaseWork = ({ m }: { m: Messages }) => {
  const { cases } = m
  return (
    <details class="card case-work" data-part="case-work" hidden>
      <summary>
        {cases.heading} <span class="soft" data-text="work-now" dir="auto" translate="no"></span>
      </summary>
      <p class="small soft">{cases.sealed}</p>
      <p class="notice notice-alert" data-part="case-unread" hidden>
        {cases.unread}
      </p>
      <div data-part="case-fields">
        <div class="case-choices">
          <Choice
            name="state"
            label={cases.state}
            hint={cases.stateHint}
            options={CASE_STATES.map((code) => [code, cases.states[code]])}
          />
          <Choice name="assignee" label={cases.assignee} options={[['', cases.nobody]]} />
          <Choice
            name="aside"
            label={cases.aside}
            hint={cases.asideHint}
            options={[
              ['', cases.asideByRule],
              ['genuine', cases.notAside],
              ...ASIDE_REASONS.map((code) => [code, cases.asides[code]] as const),
            ]}
          />
          <Choice name="duplicate" label={cases.duplicate} options={[['', cases.noDuplicate]]} />
        </div>
        <p data-part="duplicate-go" hidden>
          <button class="button-text" type="button">
            {cases.goDuplicate}
          </button>
        </p>
        <div class="notice notice-alert" data-part="case-conflict" tabindex={-1} hidden>
          <p>
            {cases.conflict} <b data-text="mine"></b>
          </p>
          <div class="actions">
            <button class="button-quiet" type="button" data-part="keep-theirs">
              {cases.keepTheirs}
            </button>
            <button class="button-quiet" type="button" data-part="insist">
              {cases.insist}
            </button>
          </div>
        </div>
        <Tags m={m} />
        <Tasks m={m} />
        <Notes m={m} />
      </div>
      <p class="soft" role="status" data-part="case-saved"></p>
      <p class="notice notice-alert fault" role="alert" data-part="case-fault"></p>
    </details>
  )
}

/** Above a letter that a rule set aside. */
export const ByRule = ({ m: { cases } }: { m: Messages }) => (
  <section class="notice" data-part="by-rule-notice" aria-labelledby="by-rule-title" hidden>
    <h2 id="by-rule-title">{cases.byRuleTitle}</h2>
    <p data-text="rule"></p>
    <p class="small soft">{cases.byRuleMeaning}</p>
    <div class="actions">
      <button class="button" type="button" data-part="genuine">
        {cases.genuine}
      </button>
      <button class="button-quiet" type="button" data-part="stay-aside">
        {cases.stayAside}
      </button>
    </div>
    <p class="notice notice-alert fault" role="alert" data-part="by-rule-fault"></p>
  </section>
)

interface ChoiceProps {
  name: string
  label: string
  hint?: string
  options: readonly (readonly [string, string])[]
}

const Choice = ({ name, label, hint, options }: ChoiceProps) => (
  <div class="field">
    <label for={`case-${name}`}>{label}</label>
    <select id={`case-${name}`} autocomplete="off" aria-describedby={hint ? `case-${name}-hint` : undefined}>
      {options.map(([code, words]) => (
        <option value={code}>{words}</option>
      ))}
    </select>
    {hint && (
      <p class="hint" id={`case-${name}-hint`}>
        {hint}
      </p>
    )}
  </div>
)

interface AddFormProps {
  part: string
  add: string
  class?: string
  children: Child
}

const AddForm = ({ part, add, class: shape, children }: AddFormProps) => (
  <form class={shape} data-part={part} autocomplete="off" novalidate>
    {children}
    <button class="button-quiet" type="submit">
      {add}
    </button>
  </form>
)

const Tags = ({ m: { cases } }: { m: Messages }) => (
  <section>
    <h2>{cases.tags}</h2>
    <ul class="tags" data-part="tags"></ul>
    <AddForm part="add-tag" add={cases.add} class="one-line">
      <label class="visually-hidden" for="case-tag">
        {cases.tag}
      </label>
      <input {...PRIVATE} id="case-tag" type="text" maxlength={40} dir="auto" placeholder={cases.tag} />
    </AddForm>
  </section>
)

const Tasks = ({ m: { cases } }: { m: Messages }) => (
  <section>
    <h2>{cases.tasks}</h2>
    <p class="soft" data-part="no-tasks">
      {cases.noTasks}
    </p>
    <ul class="people" data-part="tasks"></ul>
    <AddForm part="add-task" add={cases.add} class="one-line">
      <div class="field">
        <label for="case-task">{cases.task}</label>
        <input {...PRIVATE} id="case-task" type="text" maxlength={120} dir="auto" />
      </div>
      <div class="field">
        <label for="case-due">{cases.due}</label>
        <input id="case-due" type="date" autocomplete="off" />
      </div>
    </AddForm>
  </section>
)

const Notes = ({ m: { cases } }: { m: Messages }) => (
  <section>
    <h2>{cases.notes}</h2>
    <p class="soft" data-part="no-notes">
      {cases.noNotes}
    </p>
    <ul class="people" data-part="notes"></ul>
    <AddForm part="add-note" add={cases.add}>
      <div class="field">
        <label for="case-note">{cases.note}</label>
        <textarea {...PRIVATE} id="case-note" rows={3} maxlength={4000} dir="auto"></textarea>
      </div>
    </AddForm>
  </section>
)

/** One keyword, one task, one note. */
export const CaseRows = ({ m: { cases } }: { m: Messages }) => (
  <>
    <template data-template="case-tag">
      <li class="tag">
        <span data-text="tag" dir="auto" translate="no"></span>
        <button class="button-text" type="button">
          <span class="visually-hidden">
            {cases.removeTag} <span data-text="tag"></span>
          </span>
          <span aria-hidden="true">×</span>
        </button>
      </li>
    </template>
    <template data-template="case-task">
      <li class="person">
        <label class="choice">
          <input type="checkbox" autocomplete="off" />
          <span data-text="task" dir="auto" translate="no"></span>
        </label>{' '}
        <span class="soft" data-text="task-due"></span>
      </li>
    </template>
    <template data-template="case-note">
      <li class="person">
        <p class="small soft">
          <b data-text="note-by" dir="auto" translate="no"></b>, <span data-text="note-on"></span>
        </p>
        <p class="stranger" data-part="note-text" dir="auto" translate="no"></p>
        <div class="actions" data-part="note-actions">
          <button class="button-text" type="button" data-part="note-rewrite">
            {cases.rewrite}
          </button>
          <button class="button-text" type="button" data-part="note-remove">
            {cases.remove}
          </button>
        </div>
        <form data-part="note-form" autocomplete="off" novalidate hidden>
          <textarea {...PRIVATE} rows={3} maxlength={4000} dir="auto" aria-label={cases.rewrite}></textarea>
          <div class="actions">
            <button class="button-quiet" type="submit">
              {cases.save}
            </button>
            <button class="button-text" type="button" data-part="note-cancel">
              {cases.cancel}
            </button>
          </div>
        </form>
      </li>
    </template>
  </>
)
