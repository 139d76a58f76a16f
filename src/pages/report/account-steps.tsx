// The steps of the account itself: where and when, what was done, in their own words, and how to answer them.
// Nothing here may ask what the victim knew of anyone's age.
import { MAX_NARRATIVE_CHARS, MAX_NOTE_CHARS, MAX_SHORT_TEXT_CHARS } from '../../protocol/limits.ts'
import { NumberLink, telephone } from '../help-lines.tsx'
import type { PageContext } from '../page.ts'
import { Choices, Missing, Moves, Question, Select, Step, Text } from './fields.tsx'

type StepContext = Pick<PageContext, 'm' | 'directory'>

/** Years people may write about. From the directory, not a clock: the page must be the same for everyone. */
const YEARS_BACK = 15

export const WhereWhenStep = ({ m, directory }: StepContext) => {
  const { whereWhen } = m.report
  const { vocabulary } = m
  const newest = Number(directory.expiresOn.slice(0, 4))
  return (
    <Step name="where-when" title={whereWhen.title}>
      <Question m={m} name="place" legend={whereWhen.place} />
      <fieldset data-field="month" data-label={vocabulary.fields.month}>
        <legend>{whereWhen.date}</legend>
        <div class="pair">
          <div>
            <label for="month">{whereWhen.month}</label>
            <select id="month" name="month" autocomplete="off">
              <option value=""></option>
              {whereWhen.months.map((month, index) => (
                <option value={String(index + 1).padStart(2, '0')}>{month}</option>
              ))}
            </select>
          </div>
          <div>
            <label for="year">{whereWhen.year}</label>
            <select id="year" name="year" autocomplete="off">
              <option value=""></option>
              {Array.from({ length: YEARS_BACK + 1 }, (_, back) => (
                <option value={String(newest - back)}>{String(newest - back)}</option>
              ))}
            </select>
          </div>
        </div>
        <Missing id="missing-month">{whereWhen.monthMissing}</Missing>
        <Missing id="missing-year">{whereWhen.yearMissing}</Missing>
        <div role="status">
          <p class="hint" data-month-ahead hidden>
            {whereWhen.monthAhead}
          </p>
        </div>
      </fieldset>
      <Select
        name="weekday"
        label={vocabulary.fields.weekday}
        title={whereWhen.weekday}
        blank={m.report.actions.choose}
      >
        {Object.entries({ ...vocabulary.weekday, ...vocabulary.open }).map(([code, words]) => (
          <option value={code}>{words}</option>
        ))}
      </Select>
      <Question m={m} name="timeBand" legend={whereWhen.timeBand} />
      <Moves m={m} />
    </Step>
  )
}

export const HappenedStep = ({ m }: StepContext) => {
  const { happened } = m.report
  return (
    <Step name="happened" title={happened.title}>
      <Question m={m} name="attackers" legend={happened.attackers} />
      <Question m={m} name="attackerAges" legend={happened.attackerAges} />
      <Question m={m} name="acts" legend={happened.acts} hint={happened.actsHint} several />
      <Moves m={m} />
    </Step>
  )
}

export const WordsStep = ({ m }: StepContext) => {
  const { words } = m.report
  return (
    <Step name="words" title={words.title}>
      <p>{words.before}</p>
      <div class="notice">
        <h3>{words.minorTitle}</h3>
        <p>{words.minor}</p>
      </div>
      <div class="notice">
        <h3>{words.dutyTitle}</h3>
        <p>{words.duty}</p>
        <p class="small soft">{words.dutySource}</p>
      </div>
      <NumberLink href={telephone('3039')} number="3039" label={words.lawyer} />
      <div class="field narrative" data-field="narrative" data-label={m.vocabulary.fields.narrative}>
        <Text
          m={m}
          name="narrative"
          title={words.narrative}
          hint={words.narrativeHint}
          maxChars={MAX_NARRATIVE_CHARS}
          long
        />
      </div>
      <Moves m={m} />
    </Step>
  )
}

export const ContactStep = ({ m }: StepContext) => {
  const { contact } = m.report
  return (
    <Step name="contact" title={contact.title}>
      <p>{contact.intro}</p>
      <Choices
        m={m}
        name="contactChannel"
        label={contact.channel}
        legend={contact.channel}
        options={{ ...m.vocabulary.contactChannel, '': contact.none }}
        open={false}
      />
      <div data-contact-details>
        <div class="field" data-field="contactValue" data-label={contact.value}>
          <Text
            m={m}
            name="contactValue"
            title={contact.value}
            hint={contact.valueHint}
            maxChars={MAX_SHORT_TEXT_CHARS}
          />
          <Missing id="missing-contactValue">{contact.valueMissing}</Missing>
        </div>
        <div class="field" data-field="contactNote" data-label={contact.note}>
          <Text
            m={m}
            name="contactNote"
            title={contact.note}
            hint={contact.noteHint}
            maxChars={MAX_NOTE_CHARS}
            long
          />
        </div>
      </div>
      <Moves m={m} />
    </Step>
  )
}
