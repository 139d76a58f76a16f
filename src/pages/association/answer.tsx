// Where a member answers a person who holds a return code, and where a case is declined. The form has no address to send to.
import type { Directory } from '../../directory/directory.ts'
import type { Messages } from '../../i18n/messages.ts'
import { PRIVATE } from '../report/typed-fields.tsx'
import { TemplatePick } from './templates.tsx'

interface AnswerProps {
  m: Messages
  directory: Directory
}

export const Answer = ({ m, directory }: AnswerProps) => {
  const { answer } = m.association
  return (
    <template data-template="answer">
      <form class="card answer" autocomplete="off" novalidate aria-labelledby="answer-title">
        <h3 id="answer-title">{answer.heading}</h3>
        <p class="small soft">{answer.signed}</p>
        <TemplatePick m={m} use="answer" />
        <div class="field">
          <label for="answer-text">{answer.text}</label>
          <p class="hint" id="answer-hint">
            {answer.care}
          </p>
          <textarea
            {...PRIVATE}
            id="answer-text"
            rows={5}
            dir="auto"
            autocapitalize="sentences"
            aria-describedby="answer-hint answer-count answer-fault"
          ></textarea>
          <p class="counter" id="answer-count" data-part="answer-count" hidden>
            <span data-text="count-label"></span> <span data-text="count"></span>
          </p>
        </div>
        <fieldset>
          <legend>{answer.ask}</legend>
          <div class="choices">
            {Object.entries(answer.asks).map(([code, words]) => (
              <label>
                <input
                  type="radio"
                  name="asking"
                  value={code}
                  aria-describedby={code === 'files' ? 'answer-files-hint' : undefined}
                />
                {words}
              </label>
            ))}
          </div>
          <p class="hint" id="answer-files-hint" hidden>
            {answer.filesHint}
          </p>
        </fieldset>
        <div class="field" data-part="answer-to-field" hidden>
          <label for="answer-to">{answer.to}</label>
          <select id="answer-to" autocomplete="off" aria-describedby="answer-fault">
            <option value="">{answer.choose}</option>
            {directory.associations.map(({ association, name }) => (
              <option value={association}>{name}</option>
            ))}
          </select>
        </div>
        <p class="notice notice-alert fault" id="answer-fault" role="alert" data-part="answer-fault"></p>
        <button class="button" type="submit" data-part="answer-submit">
          {answer.submit}
        </button>
      </form>
    </template>
  )
}

export const Decline = ({ m }: { m: Messages }) => {
  const { decline } = m.association
  return (
    <template data-template="decline">
      <details class="decline">
        <summary>{decline.summary}</summary>
        <p>{decline.meaning}</p>
        <div class="field" data-part="decline-field">
          <TemplatePick m={m} use="decline" />
          <label for="decline-words">{decline.words}</label>
          <p class="hint" id="decline-hint">
            {decline.wordsHint}
          </p>
          <textarea
            {...PRIVATE}
            id="decline-words"
            rows={3}
            dir="auto"
            autocapitalize="sentences"
            aria-describedby="decline-hint decline-fault"
          ></textarea>
        </div>
        <p class="notice notice-alert fault" id="decline-fault" role="alert" data-part="decline-fault"></p>
        <div class="actions">
          <button class="button" type="button" data-part="decline-confirm">
            {decline.confirm}
          </button>
          <button class="button-quiet" type="button" data-part="decline-cancel">
            {decline.cancel}
          </button>
        </div>
      </details>
    </template>
  )
}
