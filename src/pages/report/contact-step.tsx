// How to answer them safely. All of it is optional, and travels only inside the sealed report.
import { MAX_NOTE_CHARS, MAX_SHORT_TEXT_CHARS } from '../../protocol/limits.ts'
import { CONTACT_CHANNELS } from '../../protocol/vocabulary.ts'
import { conditionText } from './conditions.tsx'
import { Choices, Missing, Moves, Question, Step, Text, type StepContext } from './fields.tsx'

/** What is asked once a way to be reached was chosen, after the number or address itself. */
const NOTES = ['contactHours', 'contactAskFor', 'contactSay'] as const

export const ContactStep = ({ context: { m } }: StepContext) => {
  const { contact } = m.report
  const { vocabulary } = m
  return (
    <Step name="contact" title={contact.title} chapter="who">
      <p>{contact.intro}</p>
      <Choices
        m={m}
        name="contactChannel"
        label={contact.channel}
        legend={contact.channel}
        options={{ ...vocabulary.contactChannel, '': contact.none }}
        open={false}
      />
      <div data-when={conditionText({ contactChannel: CONTACT_CHANNELS })} hidden>
        <p class="notice">{contact.sealed}</p>
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
        <Choices
          m={m}
          name="contactVoicemail"
          label={contact.voicemail}
          legend={contact.voicemail}
          options={{ yes: contact.voicemailYes, no: contact.voicemailNo }}
          open={false}
          when={{ contactChannel: ['phone'] }}
        />
        {NOTES.map((name) => (
          <div class="field" data-field={name} data-label={contact[name]}>
            <Text
              m={m}
              name={name}
              title={contact[name]}
              hint={contact[`${name}Hint`]}
              maxChars={name === 'contactSay' ? MAX_NOTE_CHARS : MAX_SHORT_TEXT_CHARS}
              long={name === 'contactSay'}
            />
          </div>
        ))}
      </div>
      <Question m={m} name="personKnows" />
      <Moves m={m} />
    </Step>
  )
}
