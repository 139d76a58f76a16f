// What one may say to an association: an answer to its question, more words, or that the agreement is taken back. No answer is ever
// chosen beforehand, and every way it may end has its words here.
import { MAX_MESSAGE_CHARS } from '../../protocol/limits.ts'
import { PRIVATE } from '../report/typed-fields.tsx'
import { AskTwice, Lines, type BackContext } from './view.tsx'

export const TransferTemplate = ({ context }: BackContext) => {
  const { transfer } = context.m.back
  return (
    <template data-template="transfer">
      <form class="question" autocomplete="off" novalidate data-transfer>
        <fieldset>
          <legend>
            {transfer.asks} <strong data-text="to" translate="no"></strong>
          </legend>
          <p class="hint">{transfer.free}</p>
          <p class="hint">{transfer.after}</p>
          <div class="choices">
            {(['yes', 'no'] as const).map((answer) => (
              <label>
                <input type="radio" name="answer" value={answer} /> {transfer[answer]}
              </label>
            ))}
          </div>
        </fieldset>
        <p class="missing" role="alert" data-missing hidden>
          {transfer.missing}
        </p>
        <button class="button" type="submit">
          {transfer.send}
        </button>
        <SendingWords context={context} />
      </form>
    </template>
  )
}

export const Writing = ({ context }: BackContext) => {
  const { write } = context.m.back
  return (
    <>
      <form class="field" autocomplete="off" novalidate data-write>
        <label>{write.label}</label>
        <p class="hint">{write.hint}</p>
        <textarea
          {...PRIVATE}
          name="text"
          rows={3}
          maxlength={MAX_MESSAGE_CHARS}
          dir="auto"
          autocapitalize="sentences"
        ></textarea>
        <p class="counter" aria-live="polite" data-left hidden>
          {context.m.report.charactersLeft} <span data-text="left"></span>
        </p>
        <p class="counter" role="status" data-cut-short hidden>
          {context.m.report.cut}
        </p>
        <div role="alert" data-kind-word>
          <p class="missing" data-one="empty" hidden>
            {write.empty}
          </p>
          <p class="missing" data-one="holds-code" hidden>
            {write.holdsCode}
          </p>
        </div>
        <button class="button-quiet" type="button" data-attach>
          {write.addFiles}
        </button>
        <p class="missing" role="alert" data-files-elsewhere hidden>
          {write.filesElsewhere}
        </p>
        <div data-files-place></div>
        <div class="moves">
          <button class="button" type="submit">
            {write.send}
          </button>
        </div>
        <SendingWords context={context} />
      </form>
      <details data-anyway hidden>
        <summary>{write.anyway}</summary>
        <p class="hint">{write.anywayHint}</p>
      </details>
      <p class="notice" data-closed="paused" hidden>
        {write.paused}
      </p>
      <p class="notice" data-closed="full" hidden>
        {write.full}
      </p>
    </>
  )
}

interface HowItGoesProps extends BackContext {
  /** What the island writes into. */
  mark: 'data-sending' | 'data-withdrawing'
  /** All of it left, and a copy is in the mailbox; or it left, and there is none. */
  received: string
  notKept: string
  faults: Readonly<Record<string, string>>
}

/** How far sending is, and how it went: the island shows one line. */
const HowItGoes = ({ context: { m }, mark, received, notKept, faults }: HowItGoesProps) => {
  const { proof, posting } = m.back.write
  return (
    <div class="sending" {...{ [mark]: '' }}>
      <div role="status">
        {Object.entries({ proof, posting }).map(([stage, words]) => (
          <p data-one={stage} hidden>
            {words}
          </p>
        ))}
        <p class="notice notice-good" data-one="received" hidden>
          {received}
        </p>
        <p class="notice" data-one="not-kept" hidden>
          {notKept}
        </p>
      </div>
      <div role="alert">
        {Object.entries(faults).map(([fault, words]) => (
          <p class="notice notice-alert" data-one={fault} hidden>
            {words}
          </p>
        ))}
      </div>
    </div>
  )
}

const SendingWords = ({ context }: BackContext) => {
  const { sent, notKept, faults } = context.m.back.write
  return <HowItGoes context={context} mark="data-sending" received={sent} notKept={notKept} faults={faults} />
}

export const Withdrawing = ({ context }: BackContext) => {
  const { done, doneNotKept, nothing, half, untold, ...withdraw } = context.m.back.withdraw
  return (
    <div data-withdraw>
      <AskTwice
        name="withdraw"
        ask={withdraw.open}
        quiet
        title={withdraw.title}
        yes={withdraw.yes}
        no={withdraw.no}
      >
        <Lines lines={withdraw.does} />
      </AskTwice>
      <HowItGoes
        context={context}
        mark="data-withdrawing"
        received={done}
        notKept={doneNotKept}
        faults={{ nothing, half, untold }}
      />
    </div>
  )
}
