// How far the files have come while something is sent: a line each, and every message of what may stop them, hidden.
import type { Messages } from '../../i18n/messages.ts'

interface SendingProps {
  m: Messages
  /** What is said of a lost connection: it names the button that goes on. */
  unreachable?: string
}

export const FilesSending = ({ m, unreachable = m.files.going.unreachable }: SendingProps) => {
  const { going } = m.files
  return (
    <div class="card" data-files-sending hidden>
      <p role="status" tabindex={-1}>
        <span data-one="going" hidden>
          {going.words} <span data-text="there"></span> {going.of} <span data-text="files"></span>
        </span>
      </p>
      <p class="notice" role="status" data-offline hidden>
        {going.offline}
      </p>
      <ul class="files"></ul>
      <div class="notice notice-alert" role="alert" data-files-fault hidden>
        <p data-one="unreachable">{unreachable}</p>
        <p data-one="unread">
          {going.unread} <bdi data-text="name"></bdi>
        </p>
        <div data-one="storage-short">
          {going.short.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </div>
        <p data-one="refused">
          {going.refused}{' '}
          <span class="soft">
            {m.report.sending.code} <code data-text="code"></code>
          </span>
        </p>
        <button class="button-quiet" type="button" data-without-files>
          {going.without}
        </button>
      </div>
      <template data-template="going-file">
        <li>
          <p>
            <bdi data-text="name"></bdi>{' '}
            <span class="soft">
              <span data-one="waiting">{going.waiting}</span>
              <span data-one="going" data-text="share"></span>
              <span data-one="there">{going.there}</span>
            </span>
          </p>
          <progress aria-label={going.bar}></progress>
          <button class="button-text" type="button">
            {going.cancel} <bdi class="visually-hidden" data-text="name"></bdi>
          </button>
        </li>
      </template>
    </div>
  )
}
