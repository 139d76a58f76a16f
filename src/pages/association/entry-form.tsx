// What an association says of itself, as people will read it before they choose. The form has no address to send to.
import type { Child } from 'hono/jsx'
import { AUDIENCES, LANGUAGES, NEEDS } from '../../protocol/vocabulary.ts'
import type { PageContext } from '../page.ts'
import { PRIVATE } from '../report/typed-fields.tsx'
import { NoNotice } from './notices.tsx'

type Codes = readonly string[]

export const EntryForm = ({ context: { m, directory } }: { context: PageContext }) => {
  const { fields, next } = m.enrol
  const listed = directory.associations.map(({ association }) => association).join(' ')
  return (
    <form data-part="entry" data-listed={listed} autocomplete="off" novalidate>
      <Field id="entry-name" label={fields.name} hint={fields.nameHint}>
        <input {...PRIVATE} id="entry-name" type="text" aria-describedby="entry-name-hint entry-fault" />
      </Field>
      <Field id="entry-id" label={fields.id} hint={fields.idHint}>
        <input
          {...PRIVATE}
          id="entry-id"
          type="text"
          autocapitalize="none"
          aria-describedby="entry-id-hint entry-fault"
        />
      </Field>
      <Field id="entry-aboutFr" label={fields.aboutFr} hint={fields.aboutFrHint}>
        <textarea
          {...PRIVATE}
          id="entry-aboutFr"
          rows={2}
          lang="fr"
          aria-describedby="entry-aboutFr-hint entry-fault"
        ></textarea>
      </Field>
      <Field id="entry-aboutEn" label={fields.aboutEn}>
        <textarea
          {...PRIVATE}
          id="entry-aboutEn"
          rows={2}
          lang="en"
          aria-describedby="entry-fault"
        ></textarea>
      </Field>
      <Choices name="scope" legend={fields.scope} codes={NEEDS} words={m.vocabulary.needs} />
      <Choices
        name="audiences"
        legend={fields.audiences}
        hint={fields.audiencesHint}
        codes={AUDIENCES}
        words={m.vocabulary.audiences}
      />
      <Field id="entry-territory" label={fields.territory} hint={fields.territoryHint}>
        <input
          {...PRIVATE}
          id="entry-territory"
          type="text"
          aria-describedby="entry-territory-hint entry-fault"
        />
      </Field>
      <Choices name="languages" legend={fields.languages} codes={LANGUAGES} words={m.vocabulary.language} />
      <Field id="entry-days" label={fields.days} hint={fields.daysHint}>
        <input
          {...PRIVATE}
          id="entry-days"
          type="text"
          inputmode="numeric"
          aria-describedby="entry-days-hint entry-fault"
        />
      </Field>
      <Field id="entry-notice" label={fields.notice} hint={fields.noticeHint}>
        <p class="hint" id="entry-notice-known">
          {m.team.notices.known}
        </p>
        <input
          {...PRIVATE}
          id="entry-notice"
          type="email"
          autocapitalize="none"
          aria-describedby="entry-notice-hint entry-notice-known entry-fault"
        />
        <NoNotice label={m.team.notices.none} />
      </Field>
      <div class="choices">
        {(['minors', 'under15'] as const).map((band) => (
          <label>
            <input type="checkbox" name={band} autocomplete="off" />
            {fields[band]}
          </label>
        ))}
      </div>
      <Field id="entry-basis" label={fields.basis} hint={fields.basisHint}>
        <input {...PRIVATE} id="entry-basis" type="text" aria-describedby="entry-basis-hint entry-fault" />
      </Field>
      <p class="notice notice-alert fault" id="entry-fault" role="alert" data-part="entry-fault"></p>
      <button class="button" type="submit">
        {next}
      </button>
    </form>
  )
}

interface FieldProps {
  id: string
  label: string
  hint?: string
  children: Child
}

const Field = ({ id, label, hint, children }: FieldProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    {hint && (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {children}
  </div>
)

interface ChoicesProps {
  name: string
  legend: string
  hint?: string
  codes: Codes
  words: Readonly<Record<string, string>>
}

const Choices = ({ name, legend, hint, codes, words }: ChoicesProps) => (
  <fieldset aria-describedby={hint ? `entry-${name}-hint` : undefined}>
    <legend>{legend}</legend>
    {hint && (
      <p class="hint" id={`entry-${name}-hint`}>
        {hint}
      </p>
    )}
    <div class="choices">
      {codes.map((code) => (
        <label>
          <input type="checkbox" name={name} value={code} autocomplete="off" />
          {words[code]}
        </label>
      ))}
    </div>
  </fieldset>
)
