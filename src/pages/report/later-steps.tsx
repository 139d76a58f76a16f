// The places of steps that the page fills once it works: files, the return code, the pause, the letter to print. Their words and
// scripts weigh nothing on the first question.
import type { Messages } from '../../i18n/messages.ts'
import { Step, type StepContext } from './fields.tsx'

/** `onward`: what does not come must not keep anyone from going on. */
export const Fill = ({ m, name, onward = false }: { m: Messages; name: string; onward?: boolean }) => (
  <div data-fill={name}>
    <p role="status">
      <span data-filling>{m.report.later.waiting}</span>
      <span data-not-filled hidden>
        {m.report.later.failed}
      </span>
    </p>
    <div class="moves">
      <button class="button" type="button" data-refill data-not-filled hidden>
        {m.report.choose.retry}
      </button>
      {onward && <Onward m={m} />}
      <button class="button-quiet" type="button" data-back>
        {m.report.actions.back}
      </button>
    </div>
  </div>
)

const Onward = ({ m }: { m: Messages }) => (
  <>
    <button class="button" type="button" data-next>
      {m.report.actions.next}
    </button>
    <button class="button" type="button" data-to-review hidden>
      {m.report.actions.toReview}
    </button>
  </>
)

export const FilesStep = ({ context: { m } }: StepContext) => (
  <Step name="files" title={m.files.title} chapter="account">
    <Fill m={m} name="files" onward />
  </Step>
)

/** Where it is seen how far the files have come. */
export const SendingFiles = () => <div data-fill="sending-files"></div>

export const CodeStep = ({ context: { m } }: StepContext) => (
  <Step name="code" title={m.report.later.code} chapter="who" when={{ agreed: ['yes', 'keep'] }}>
    <Fill m={m} name="code" />
  </Step>
)

export const PauseStep = ({ context: { m } }: StepContext) => (
  <Step name="pause" title={m.report.later.pause}>
    <Fill m={m} name="pause" />
  </Step>
)

export const ReadyPlace = ({ context: { m } }: StepContext) => (
  <Step name="ready" title={m.rights.ready.title}>
    <Fill m={m} name="ready" />
  </Step>
)

/** Where it is said that something written holds the words of the code. */
export const Caught = () => <div data-fill="caught"></div>

export const PauseLine = ({ context: { m } }: StepContext) => (
  <p class="pause" data-pause hidden>
    <button class="button-text" type="button" data-go-to="pause">
      {m.report.later.pauseLink}
    </button>
  </p>
)
