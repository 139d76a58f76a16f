// The account as a printable letter to the prosecutor, filled in on the phone. It is never sent, never says who anyone claimed to
// be nor anyone's age, and puts the word about a lawyer before everything else.
import { service } from '../../help/services.ts'
import { ADDRESSES } from '../../i18n/addresses.ts'
import { LETTER } from '../../i18n/fr/complaint-letter.ts'
import { MESSAGES } from '../../i18n/messages.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import { NumberLink, telephone } from '../help-lines.tsx'
import { conditionText, When, type StepContext } from '../report/fields.tsx'

export const Ready = ({ context: { m, locale } }: StepContext) => {
  const { ready, trap } = m.rights
  return (
    <div data-part="ready">
      <div class="notice notice-alert">
        <h3>{trap.title}</h3>
        <p>
          {trap.first} {trap.lawyer} {ready.trap}
        </p>
        <Lawyer locale={locale} />
      </div>
      <p>{ready.intro}</p>
      <p>{ready.silent}</p>
      <When met={{ role: ['witness', 'relative'] }}>
        <p>{ready.others}</p>
      </When>
      {ready.french && (
        <details>
          <summary>{ready.french}</summary>
          <p>{ready.reading}</p>
        </details>
      )}
      <fieldset data-add aria-describedby="hint-letter">
        <legend>{ready.add}</legend>
        <p class="hint" id="hint-letter">
          {ready.addHint}
        </p>
        <div class="choices">
          {Object.entries(ready.added).map(([name, words]) => (
            <label>
              <input type="checkbox" name="letter" value={name} /> {words}
            </label>
          ))}
        </div>
      </fieldset>
      <p class="hint">{ready.byHand}</p>
      <Letter />
      <FrenchWords locale={locale} />
      <p>
        {ready.where}{' '}
        <a href={ADDRESSES.rights[locale]} target="_blank" rel="noopener">
          {ready.rights}
        </a>
      </p>
      <p class="hint">{ready.trace}</p>
      <div class="moves">
        <button class="button" type="button" data-print>
          {ready.print}
        </button>
        <button class="button-quiet" type="button" data-back>
          {m.report.actions.back}
        </button>
      </div>
    </div>
  )
}

const Lawyer = ({ locale }: { locale: Locale }) => {
  const { phone = '', what } = service('point-justice')
  return <NumberLink href={telephone(phone)} number={phone} label={what[locale]} />
}

/** The letter itself: every sentence is here, and the island shows those that were answered. */
const Letter = () => (
  <article class="paper" lang="fr" dir="ltr" data-paper>
    {LETTER.sender.map((words) => (
      <ByHand>{words}</ByHand>
    ))}
    <p class="addressed">{LETTER.to}</p>
    <ByHand>{LETTER.court}</ByHand>
    <h3>
      <Voices of={LETTER.object} />
    </h3>
    <p>{LETTER.hello}</p>
    <p>
      <Voices of={LETTER.opening} />
    </p>
    <div class="of-others">
      <p class="by-hand">
        <span>
          {LETTER.victim}
          <span data-unless={conditionText({ acts: ['death'] })}>{LETTER.victimAccepts}</span>&nbsp;:
        </span>
      </p>
    </div>
    {LETTER.parts.map(({ title, lines, byHand }) => (
      <section>
        <h4>{title}</h4>
        {Object.entries(lines).map(([name, words]) => (
          <p data-line={name} hidden>
            {words} <bdi></bdi>.
          </p>
        ))}
        {byHand.map((words) => (
          <ByHand>{words}</ByHand>
        ))}
      </section>
    ))}
    <section>
      <h4>{LETTER.identifiers}</h4>
      <ul data-line="identifiers" hidden></ul>
    </section>
    <section>
      <h4>{LETTER.narrative}</h4>
      <p class="told" dir="auto" data-line="narrative" hidden></p>
    </section>
    <section>
      <h4>{LETTER.requests}</h4>
      <p>
        <Voices of={LETTER.register} />
      </p>
      <p data-line="motive" hidden>
        {LETTER.motive} <span data-line="article">{LETTER.article}</span>.
      </p>
      {LETTER.signed.map((words) => (
        <ByHand>{words}</ByHand>
      ))}
    </section>
    <template data-template="pointed">
      <li>
        <span data-text="type"></span>
        <span data-line="platform">
          {' '}
          (<bdi data-text="platform"></bdi>)
        </span>
        &nbsp;: <bdi data-text="value"></bdi>
      </li>
    </template>
  </article>
)

const ByHand = ({ children }: { children: string }) => <p class="by-hand">{children}&nbsp;:</p>

const Voices = ({ of: { self, others } }: { of: { self: string; others: string } }) => (
  <>
    <span class="of-self">{self}</span>
    <span class="of-others">{others}</span>
  </>
)

/** Codes and their French words, for what the form does not show in French: `code:words|code:words`. */
const FrenchWords = ({ locale }: { locale: Locale }) => {
  const { vocabulary } = MESSAGES.fr
  const told = LETTER.parts.flatMap(({ lines }) => Object.keys(lines))
  const groups = Object.entries(vocabulary).filter(
    ([group]) => locale !== 'fr' && (group === 'identifierType' || told.includes(group)),
  )
  return (
    <template data-template="french-words">
      <div>
        {groups.map(([group, words]) => (
          <p data-words={group}>
            {Object.entries(words)
              .map((entry) => entry.join(':'))
              .join('|')}
          </p>
        ))}
      </div>
    </template>
  )
}
