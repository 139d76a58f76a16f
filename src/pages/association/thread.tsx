// The shapes of what follows a report: its notices, its messages, and where an answer is written or the case declined.
import type { Messages } from '../../i18n/messages.ts'
import { FilesOwed } from './files.tsx'

/** Above the report: nothing below may be read without it. */
export const Standing = ({ m }: { m: Messages }) => {
  const { thread, decline } = m.association
  const { cases } = m
  return (
    <>
      <div class="notice notice-alert standing" data-part="withdrawn" hidden>
        <h2>{thread.withdrawnTitle}</h2>
        <p>{thread.withdrawn}</p>
      </div>
      <div class="notice notice-alert standing" data-part="disputed" hidden>
        <h2>{thread.disputedTitle}</h2>
        <p>{thread.disputedMeaning}</p>
      </div>
      <div class="notice notice-alert standing" data-part="late" hidden>
        <h2>{thread.lateTitle}</h2>
        <p>{thread.lateMeaning}</p>
      </div>
      <p class="notice" data-part="declined" tabindex={-1} hidden>
        {decline.done}
      </p>
      <div class="notice standing" data-part="ending" hidden>
        <p>
          {cases.ending.until} <b data-text="last-day"></b>. {cases.ending.unless}
        </p>
        <button class="button-quiet" type="button" data-part="keep-longer">
          {cases.ending.keep}
        </button>
        <p class="soft" role="status" data-part="ending-said"></p>
      </div>
      <FilesOwed m={m} />
      <p data-part="go" hidden>
        <button class="button-text" type="button" data-part="go-on">
          {thread.go}
        </button>
      </p>
    </>
  )
}

/** Below the report. */
export const Thread = ({ m }: { m: Messages }) => {
  const { thread, answer } = m.association
  return (
    <section class="thread" aria-labelledby="thread-title">
      <h2 id="thread-title" tabindex={-1}>
        {thread.heading}
      </h2>
      <p class="soft" data-part="arriving" hidden>
        {thread.arriving}
      </p>
      <p class="soft" data-part="none-followed" hidden>
        {thread.none}
      </p>
      <p class="soft" data-part="several" hidden>
        {thread.several}
      </p>
      <ol class="messages" data-part="messages"></ol>
      <p class="notice notice-good" data-part="answer-sent" tabindex={-1} hidden>
        {answer.sent}
      </p>
      <div class="notice notice-alert" data-part="copy-owed" hidden>
        <p>{answer.copyOwed}</p>
        <button class="button-quiet" type="button" data-part="keep-copy">
          {answer.keepCopy}
        </button>
      </div>
      <p class="notice" data-part="answer-closed" hidden>
        {answer.closed}
      </p>
      <div data-part="answer-place"></div>
      <div data-part="decline-place"></div>
    </section>
  )
}

export const ThreadMessages = ({ m }: { m: Messages }) => (
  <>
    <template data-template="message">
      <li class="message">
        <Message m={m} />
      </li>
    </template>
    <template data-template="folded-message">
      <li class="message message-folded">
        <details>
          <summary>
            <span data-text="summary"></span>
          </summary>
          <p class="notice notice-alert" data-text="warning"></p>
          <div data-part="inside"></div>
        </details>
      </li>
    </template>
  </>
)

const Message = ({ m }: { m: Messages }) => (
  <>
    <p class="message-head">
      <b data-text="who"></b> <span class="soft" data-text="day"></span>
    </p>
    <div class="said stranger" data-part="said" translate="no"></div>
    <p class="message-note" data-part="note" hidden></p>
    <p class="small soft" data-part="that-day" hidden>
      {m.association.thread.thatDay}
    </p>
    <p class="small soft" data-part="unseen-said" hidden>
      {m.association.letter.unseen}
    </p>
    <p class="small" data-part="unproven-files" hidden>
      {m.association.files.unproven}
    </p>
  </>
)
