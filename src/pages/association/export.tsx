// The shapes of what leaves the workspace: within a letter what to take of a case, beside the list what to take of many, and the document
// before it is printed. All empty: the island fills them.
import type { Messages } from '../../i18n/messages.ts'

export const CaseExport = ({ m }: { m: Messages }) => {
  const { exporting } = m
  return (
    <>
      <details class="card export" data-part="export">
        <summary>{exporting.heading}</summary>
        <p class="notice" data-part="export-staying" hidden></p>
        <div data-part="export-form">
          <p class="small soft">{exporting.lead}</p>
          <fieldset>
            <legend>{exporting.take}</legend>
            <p class="hint">{exporting.always}</p>
            <div class="choices" data-part="export-choices"></div>
          </fieldset>
          <div class="export-ways">
            <Way part="export-archive" way={exporting.archive} hint={exporting.archiveHint} />
            <Way part="export-dossier" way={exporting.dossier} hint={exporting.dossierHint} />
          </div>
          <div data-part="export-confirm"></div>
          <div class="progress" data-part="export-bringing" hidden>
            <p>
              {exporting.bringing} <span data-text="export-done"></span>
            </p>
            <progress aria-label={exporting.bringing} value="0"></progress>
            <button class="button-quiet" type="button" data-part="export-stop">
              {exporting.stop}
            </button>
          </div>
          <p role="status" data-part="export-said"></p>
          <p class="notice notice-alert fault" role="alert" data-part="export-fault"></p>
        </div>
      </details>
      <div data-part="dossier-place"></div>
    </>
  )
}

const Way = ({ part, way, hint }: { part: string; way: string; hint: string }) => (
  <div>
    <button class="button-quiet" type="button" data-part={part} aria-describedby={`${part}-hint`}>
      {way}
    </button>
    <p class="hint" id={`${part}-hint`}>
      {hint}
    </p>
  </div>
)

export const TableExport = ({ m }: { m: Messages }) => {
  const { table } = m.exporting
  return (
    <details class="export" data-part="table-export">
      <summary>{table.heading}</summary>
      <p class="small soft">{table.lead}</p>
      <form autocomplete="off" novalidate>
        <fieldset aria-describedby="table-care">
          <legend>{table.columnsTitle}</legend>
          <p class="hint" id="table-care">
            {table.care}
          </p>
          <div class="choices" data-part="table-columns"></div>
        </fieldset>
        <button class="button-quiet" type="submit">
          {table.save}
        </button>
      </form>
      <div data-part="table-confirm"></div>
      <p role="status" data-part="table-said"></p>
      <p class="notice notice-alert fault" role="alert" data-part="table-fault"></p>
    </details>
  )
}

export const ExportParts = ({ m: { exporting } }: { m: Messages }) => (
  <>
    <template data-template="export-tick">
      <label class="choice">
        <input type="checkbox" autocomplete="off" />
        <span data-text="tick"></span>
      </label>
    </template>
    <template data-template="dossier">
      <div class="dossier">
        <div class="actions">
          <button class="button" type="button" data-part="dossier-print">
            {exporting.print}
          </button>
          <button class="button-quiet" type="button" data-part="dossier-save">
            {exporting.save}
          </button>
          <button class="button-quiet" type="button" data-part="dossier-close" aria-keyshortcuts="Escape">
            {exporting.close}
          </button>
        </div>
        <p class="hint dossier-hint">{exporting.printHint}</p>
        <div data-part="paper"></div>
      </div>
    </template>
  </>
)
