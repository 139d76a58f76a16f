// The shapes around a report that is passed on: where a member does so, and what one that came from another association says of that.
import type { Messages } from '../../i18n/messages.ts'
import { TRANSFER_PARTS } from '../../protocol/transfer.ts'
import { PRIVATE } from '../report/typed-fields.tsx'

/** Below what was said: shown where the author agreed, or it was passed on before. */
export const PassOn = ({ m: { transfer } }: { m: Messages }) => (
  <section data-part="transfer-section" aria-labelledby="transfer-title" hidden>
    <h2 id="transfer-title" tabindex={-1}>
      {transfer.head}
    </h2>
    <ul data-part="transfer-sent"></ul>
    <p class="notice" data-part="transfer-again" hidden>
      {transfer.again}
    </p>
    <form class="card answer" data-part="transfer-form" autocomplete="off" novalidate hidden>
      <p>{transfer.why}</p>
      <div class="field">
        <label for="transfer-to">{transfer.to}</label>
        <select id="transfer-to" autocomplete="off" aria-describedby="transfer-fault"></select>
      </div>
      <fieldset aria-describedby="transfer-goes-hint">
        <legend>{transfer.goes}</legend>
        <p class="hint" id="transfer-goes-hint">
          {transfer.goesHint}
        </p>
        <div class="choices">
          {TRANSFER_PARTS.map((part) => (
            <label data-transfer-part={part}>
              <input type="checkbox" name="transfer-part" value={part} />
              {transfer.parts[part]}
            </label>
          ))}
        </div>
        <p class="hint" data-part="transfer-left" hidden>
          {transfer.left} <span data-text="left-files"></span>
        </p>
      </fieldset>
      <div class="field">
        <label for="transfer-note">{transfer.note}</label>
        <p class="hint" id="transfer-note-hint">
          {transfer.noteHint}
        </p>
        <textarea
          {...PRIVATE}
          id="transfer-note"
          rows={3}
          dir="auto"
          maxlength={4000}
          autocapitalize="sentences"
          aria-describedby="transfer-note-hint"
        ></textarea>
      </div>
      <p class="notice notice-alert fault" id="transfer-fault" role="alert" data-part="transfer-fault"></p>
      <button class="button" type="submit" data-part="transfer-submit">
        {transfer.submit}
      </button>
    </form>
    <p class="soft" role="status" data-part="transfer-said"></p>
  </section>
)

/** Above the report. */
export const PassedOn = ({ m: { transfer } }: { m: Messages }) => (
  <div class="notice standing" data-part="transferred" hidden>
    <h2>{transfer.came}</h2>
    <p class="notice notice-alert" data-part="transfer-unproven" hidden>
      {transfer.unproven}
    </p>
    <p>
      {transfer.cameFrom} <b data-text="transfer-from" translate="no"></b> {transfer.cameAgreed}{' '}
      <span data-text="transfer-on"></span>.
    </p>
    <p data-part="transfer-left-out" hidden>
      {transfer.leftOut} <span data-text="left-out"></span>
    </p>
    <div data-part="transfer-note-section" hidden>
      <h3>{transfer.noteOf}</h3>
      <p class="stranger" dir="auto" data-part="transfer-note-text" translate="no"></p>
    </div>
    <div data-part="transfer-said-section" hidden>
      <h3>{transfer.saidOf}</h3>
      <ol class="messages" data-part="transfer-said-list"></ol>
    </div>
  </div>
)
