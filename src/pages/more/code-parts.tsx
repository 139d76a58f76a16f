// The step of the return code, the pause, and what is said when the words of the code were written where others would read them.
// The panel is one: it moves to where it is needed.
import type { Messages } from '../../i18n/messages.ts'
import { CodeBack } from '../code/code-back.tsx'
import { ShownCode } from '../code/shown-code.tsx'
import type { StepContext } from '../report/fields.tsx'

export const CodePart = ({ context }: StepContext) => {
  const { m } = context
  return (
    <div data-part="code">
      <div data-panel-here="code">
        <Panel context={context} />
      </div>
      <Back words={m.report.actions.back} />
    </div>
  )
}

export const PausePart = ({ context: { m } }: StepContext) => (
  <div data-part="pause">
    {m.more.pause.intro.map((line) => (
      <p>{line}</p>
    ))}
    <p class="notice" data-files-stay hidden>
      {m.files.stay}
    </p>
    <div data-panel-here="pause"></div>
    <Back words={m.more.pause.later} />
  </div>
)

export const CaughtPart = ({ context: { m } }: StepContext) => (
  <div data-part="caught">
    <div class="notice notice-alert" role="alert" tabindex={-1} data-caught hidden>
      <p>
        <strong>{m.more.caught.title}</strong>
      </p>
      <p>{m.more.caught.body}</p>
      <button class="button-quiet" type="button" data-caught-link>
        {m.more.caught.link}
      </button>
    </div>
    <p class="notice notice-good" role="status" data-resumed hidden>
      {m.more.resumed} {m.files.again}{' '}
      <span data-resumed-withdrawn hidden>
        {m.more.resumedWithdrawn}
      </span>
    </p>
  </div>
)

const Panel = ({ context }: StepContext) => {
  const { m } = context
  const { more } = m
  return (
    <div data-panel>
      <p role="status" data-one="making">
        {more.making}
      </p>
      <div data-one="failed" hidden>
        <p class="notice notice-alert" role="alert">
          {more.failed}
        </p>
        <button class="button" type="button" data-make>
          {more.retry}
        </button>
      </div>
      <div data-one="shown" hidden>
        <ShownCode context={context} />
        <div class="moves">
          <button class="button" type="button" data-noted>
            {more.noted}
          </button>
        </div>
        <div class="after-line" data-use="send">
          <p class="hint">{more.withoutMeans}</p>
          <button class="button-quiet" type="button" data-without>
            {more.without}
          </button>
        </div>
      </div>
      <div data-one="back" hidden>
        <CodeBack context={context} />
      </div>
      <div data-one="known" hidden>
        <p>{more.known}</p>
        <div class="moves">
          <button class="button" type="button" data-known-on>
            <span data-use="send">{m.report.actions.next}</span>
            <span data-use="keep">{m.report.path.keep.does}</span>
            <span data-use="pause">{more.pause.now}</span>
          </button>
          <button class="button-quiet" type="button" data-see>
            {more.seeAgain}
          </button>
        </div>
      </div>
      <div data-one="deriving" hidden>
        <p role="status">{more.deriving}</p>
        <progress max="1" aria-label={more.deriving}></progress>
      </div>
      <Putting m={m} />
    </div>
  )
}

const Putting = ({ m }: { m: Messages }) => {
  const { putting } = m.more
  return (
    <>
      <div data-one="putting" hidden>
        <p role="status">{putting.working}</p>
        <progress aria-label={putting.working}></progress>
      </div>
      {(['unreachable', 'too-long', 'refused'] as const).map((fault) => (
        <div data-one={fault} hidden>
          <p class="notice notice-alert" role="alert">
            {putting[fault]}
          </p>
          <button class="button" type="button" data-put-again>
            {putting.again}
          </button>
        </div>
      ))}
    </>
  )
}

const Back = ({ words }: { words: string }) => (
  <div class="moves">
    <button class="button-quiet" type="button" data-back>
      {words}
    </button>
  </div>
)
