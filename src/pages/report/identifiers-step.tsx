// What points to the attackers, as rows that are added one at a time. It never asks anything about anyone's age.
import { MAX_SHORT_TEXT_CHARS } from '../../protocol/limits.ts'
import { IDENTIFIER_TYPES } from '../../protocol/vocabulary.ts'
import type { Messages } from '../../i18n/messages.ts'
import { NumberLink, telephone } from '../help-lines.tsx'
import { Moves, PRIVATE, Step, type StepContext } from './fields.tsx'

export const IdentifiersStep = ({ context: { m } }: StepContext) => {
  const { identifiers, beforeWords, cut } = m.report
  return (
    <Step name="identifiers" title={identifiers.title} chapter="account">
      <p>{identifiers.intro}</p>
      <p>{identifiers.sealed}</p>
      <div class="notice">
        <p>{identifiers.trap}</p>
        <NumberLink href={telephone('3039')} number="3039" label={beforeWords.lawyer} />
      </div>
      <fieldset
        data-field="identifiers"
        data-label={m.vocabulary.fields.identifiers}
        aria-label={m.vocabulary.fields.identifiers}
      >
        <div data-rows></div>
        <p class="counter" role="status" data-cut="identifierValue" hidden>
          {cut}
        </p>
        <p class="hint" data-identifiers-full hidden>
          {identifiers.full}
        </p>
        <button class="button-quiet" type="button" data-add-identifier>
          {identifiers.add}
        </button>
      </fieldset>
      <template data-template="identifier">
        <Row m={m} />
      </template>
      <Moves m={m} skip />
    </Step>
  )
}

const Row = ({ m }: { m: Messages }) => {
  const { item, type, platform, value, remove, noted, keep, kept, missing, look } = m.report.identifiers
  const typed = { ...PRIVATE, type: 'text', dir: 'auto', maxlength: MAX_SHORT_TEXT_CHARS } as const
  return (
    <div class="card identifier" role="group" data-identifier>
      <h3>
        {item} <span data-text="number"></span>
      </h3>
      <label>
        {type}
        <select name="identifierType">
          {IDENTIFIER_TYPES.map((code) => (
            <option value={code}>{m.vocabulary.identifierType[code]}</option>
          ))}
        </select>
      </label>
      <label data-platform>
        {platform}
        <input {...typed} autocapitalize="off" name="identifierPlatform" />
      </label>
      <label>
        {value}
        <input {...typed} autocapitalize="off" name="identifierValue" />
      </label>
      <p role="status">
        <span data-one="noted" hidden>
          {noted} <strong data-text="noted"></strong>
        </span>
        <span data-one="kept" hidden>
          {kept}
        </span>
        <span data-one="missing" hidden>
          {missing}
        </span>
        {IDENTIFIER_TYPES.map((code) => (
          <span data-one={code} hidden>
            {look[code]}
          </span>
        ))}
      </p>
      <button class="button-text" type="button" data-keep-identifier hidden>
        {keep}
      </button>
      <button class="button-text" type="button" data-remove-identifier>
        {remove} <span data-text="number"></span>
      </button>
    </div>
  )
}
