// The shapes of an association's templates: the choice in a form, and the panel where they are written. Empty: the island fills them, and
// what anyone wrote is text.
import type { Messages } from '../../i18n/messages.ts'
import { TEMPLATE_USES, type TemplateUse } from '../../protocol/templates.ts'
import { LOCALES } from '../../protocol/vocabulary.ts'
import { PRIVATE } from '../report/typed-fields.tsx'

interface TemplatePickProps {
  m: Messages
  use: TemplateUse
}

/** In the form of an answer, or of declining, before its text. Choosing changes nothing: the button does. */
export const TemplatePick = ({ m, use }: TemplatePickProps) => {
  const { pick } = m.templates
  return (
    <div class="template-pick" data-part="template-pick" hidden>
      <label for={`template-${use}`}>{pick.label}</label>
      <p class="hint" id={`template-${use}-hint`}>
        {pick.hint} <span data-text="pick-language"></span>.
      </p>
      <div class="actions">
        <select id={`template-${use}`} autocomplete="off" aria-describedby={`template-${use}-hint`}>
          <option value="">{pick.choose}</option>
        </select>
        <button class="button-quiet" type="button" data-part="template-insert">
          {pick.insert}
        </button>
        <button class="button-text" type="button" data-part="template-undo" hidden>
          {pick.undo}
        </button>
      </div>
      <p class="small soft" role="status" data-part="template-said"></p>
    </div>
  )
}

export const Templates = ({ m }: { m: Messages }) => {
  const { templates } = m
  return (
    <>
      <template data-template="templates">
        <section class="team" aria-labelledby="templates-title">
          <p>
            <button class="button-quiet" type="button" data-part="templates-back">
              {templates.back}
            </button>
          </p>
          <h1 id="templates-title" tabindex={-1}>
            {templates.heading}
          </h1>
          <p class="soft">{templates.lead}</p>
          <div class="notice notice-alert" data-part="templates-unread" hidden>
            <p>{templates.unread}</p>
            <button class="button-quiet" type="button" data-part="start-over">
              {templates.startOver}
            </button>
          </div>
          <div class="notice notice-good" data-part="templates-said" tabindex={-1} hidden>
            <p role="status" data-text="said"></p>
            <button class="button-text" type="button" data-part="put-back" hidden>
              {templates.putBack}
            </button>
          </div>
          <p class="notice notice-alert fault" role="alert" data-part="templates-fault"></p>
          <div data-part="templates-lists">
            {TEMPLATE_USES.map((use) => (
              <section aria-labelledby={`templates-${use}`} data-part={`templates-${use}`}>
                <h2 id={`templates-${use}`}>{templates.uses[use]}</h2>
                <p class="soft" data-part="no-templates" hidden>
                  {templates.none}
                </p>
                <ul class="people"></ul>
                <button class="button-quiet" type="button" data-part="add-template">
                  {templates.add[use]}
                </button>
              </section>
            ))}
          </div>
          <div data-part="template-form-place"></div>
        </section>
      </template>
      <template data-template="template-row">
        <li class="person">
          <p>
            <b data-text="template-title" dir="auto" translate="no"></b>
          </p>
          <p class="small soft" data-text="template-languages"></p>
          <div class="actions">
            <button class="button-text" type="button" data-part="template-change">
              {templates.change}{' '}
              <span class="visually-hidden" data-text="template-title" translate="no"></span>
            </button>
            <button class="button-text" type="button" data-part="template-remove">
              {templates.remove}{' '}
              <span class="visually-hidden" data-text="template-title" translate="no"></span>
            </button>
          </div>
        </li>
      </template>
      <TemplateForm m={m} />
    </>
  )
}

const TemplateForm = ({ m: { templates } }: { m: Messages }) => (
  <template data-template="template-form">
    <form class="card template-form" autocomplete="off" novalidate aria-labelledby="template-form-title">
      <h2 id="template-form-title" tabindex={-1} data-text="form-title"></h2>
      <p>{templates.care}</p>
      <p class="small soft">{templates.filled}</p>
      <p class="small soft">{templates.oneLanguage}</p>
      {LOCALES.map((locale) => (
        <fieldset>
          <legend>{templates.inLanguage[locale]}</legend>
          <div class="field">
            <label for={`template-title-${locale}`}>{templates.title}</label>
            <input {...PRIVATE} id={`template-title-${locale}`} type="text" maxlength={120} lang={locale} />
          </div>
          <div class="field">
            <label for={`template-text-${locale}`}>{templates.text}</label>
            <textarea
              {...PRIVATE}
              id={`template-text-${locale}`}
              rows={10}
              maxlength={4000}
              lang={locale}
              aria-describedby="template-form-fault"
            ></textarea>
          </div>
        </fieldset>
      ))}
      <div class="notice notice-alert" data-part="template-conflict" tabindex={-1} hidden>
        <p>{templates.conflict}</p>
        {LOCALES.map((locale) => (
          <div lang={locale}>
            <p>
              <b data-text={`their-title-${locale}`} translate="no"></b>
            </p>
            <p class="stranger" data-part={`their-text-${locale}`} translate="no"></p>
          </div>
        ))}
        <div class="actions">
          <button class="button-quiet" type="button" data-part="template-theirs">
            {templates.keepTheirs}
          </button>
          <button class="button-quiet" type="button" data-part="template-insist">
            {templates.insist}
          </button>
        </div>
      </div>
      <p class="notice notice-alert fault" id="template-form-fault" role="alert" data-part="form-fault"></p>
      <div class="actions">
        <button class="button" type="submit">
          {templates.save}
        </button>
        <button class="button-quiet" type="button" data-part="template-cancel">
          {templates.cancel}
        </button>
      </div>
    </form>
  </template>
)
