// What a member reads in place of a letter when the report is not there: a withdrawal, answers of their own, or words that nothing
// proves to be anybody's.
import type { Messages } from '../../i18n/messages.ts'
import { Acknowledge, ReadingBar, ReadingEnd } from './letter.tsx'
import { Standing, Thread } from './thread.tsx'

export const Orphan = ({ m }: { m: Messages }) => {
  const { letter, thread } = m.association
  return (
    <template data-template="orphan">
      <article class="letter" aria-labelledby="letter-title">
        <ReadingBar m={m} />
        <header>
          <p class="state" data-text="state"></p>
          <h1 id="letter-title" tabindex={-1} data-text="title"></h1>
          <p class="soft facts">
            <span>
              {letter.receivedOn} <b data-text="received"></b>
            </span>
          </p>
        </header>
        <Standing m={m} />
        <p data-one="message">{thread.orphan}</p>
        <p class="notice" data-one="withdrawal" hidden>
          {thread.orphanWithdrawal}
        </p>
        <p data-one="answer" hidden>
          {thread.orphanAnswer}
        </p>
        <Thread m={m} />
        <Acknowledge m={m} />
        <ReadingEnd m={m} />
      </article>
    </template>
  )
}
