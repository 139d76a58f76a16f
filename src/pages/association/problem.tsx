// What a member reads in place of a letter when an envelope did not open: why, and what to do. Nothing of its contents.
import type { Messages } from '../../i18n/messages.ts'
import { ReadingBar, ReadingEnd } from './letter.tsx'

interface ProblemProps {
  m: Messages
  which: 'not-mine' | 'damaged'
}

export const Problem = ({ m, which }: ProblemProps) => {
  const { letter, problems } = m.association
  const words = problems[which]
  return (
    <template data-template={which}>
      <article class="letter" aria-labelledby="letter-title">
        <ReadingBar m={m} />
        <h1 id="letter-title" tabindex={-1}>
          {words.heading}
        </h1>
        <p class="soft facts">
          <span>
            {letter.receivedOn} <b data-text="received"></b>
          </span>
        </p>
        <p>{words.meaning}</p>
        <dl class="answers">
          <div>
            <dt>{words.sealedFor}</dt>
            <dd>
              <code data-text="sealed-for" translate="no"></code>
            </dd>
          </div>
          <div>
            <dt>{words.yours}</dt>
            <dd>
              <code data-text="yours" translate="no"></code>
            </dd>
          </div>
        </dl>
        <h2>{words.todo}</h2>
        <ol>
          {words.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <ReadingEnd m={m} />
      </article>
    </template>
  )
}
