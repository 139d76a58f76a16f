// The empty shapes of a correspondence with one association: where it stands, and what was said. The
// island fills them as text.
import { ADDRESSES } from '../../i18n/addresses.ts'
import type { BackContext } from './view.tsx'
import { TransferTemplate, Withdrawing, Writing } from './say.tsx'

export const CorrespondenceTemplates = ({ context }: BackContext) => (
  <>
    <template data-template="correspondence">
      <section class="card correspondence">
        <h3 data-text="name" translate="no"></h3>
        <Standing context={context} />
        <Talk context={context} />
        <div data-questions></div>
        <Writing context={context} />
        <Withdrawing context={context} />
      </section>
    </template>
    <SaidTemplate context={context} />
    <TransferTemplate context={context} />
    <UntrustedTemplate context={context} />
  </>
)

/** Where it stands, in words. */
const Standing = ({ context: { m, locale } }: BackContext) => {
  const { status } = m.back
  const { choose } = m.report
  return (
    <>
      <div class="standing" data-standing>
        <p data-one="waiting" hidden>
          <strong>{status.waiting}</strong>{' '}
          <span data-answer-time>
            <span data-one="day">{choose.answersOne}</span>
            <span data-one="days">
              {choose.answersWithin} <span data-text="days"></span> {choose.answersDays}
            </span>
          </span>{' '}
          {choose.noNight}
        </p>
        {(['opened', 'accepted', 'done', 'none', 'withdrawn'] as const).map((name) => (
          <p data-one={name} hidden>
            <strong>{status[name]}</strong>
          </p>
        ))}
        {(['declined', 'expired', 'ended'] as const).map((name) => (
          <div data-one={name} hidden>
            <p>{status[name]}</p>
            <p>
              {status.declinedNext}{' '}
              <a href={ADDRESSES.help[locale]} target="_blank" rel="noopener noreferrer">
                {status.otherHelp}
              </a>
            </p>
          </div>
        ))}
      </div>
      <p class="hint" data-last-waiting hidden>
        {status.lastWaiting}
      </p>
    </>
  )
}

const Talk = ({ context: { m } }: BackContext) => {
  const { talk } = m.back
  return (
    <>
      <h4>{talk.title}</h4>
      <p data-no-talk hidden>
        {talk.none}
      </p>
      <p data-no-talk-now hidden>
        {talk.noneNow}
      </p>
      <ol class="talk" data-talk></ol>
      <p class="hint" data-some-talk hidden>
        {talk.sealedUntil}
      </p>
    </>
  )
}

const SaidTemplate = ({ context: { m } }: BackContext) => {
  const { talk } = m.back
  return (
    <template data-template="said">
      <li class="said">
        <p class="small">
          <strong>
            <span data-one="you">{talk.you}</span>
            <span data-one="association" data-text="name" translate="no"></span>
          </strong>{' '}
          <span class="soft">
            {talk.on} <span data-text="day"></span>
          </span>
        </p>
        <p class="told" data-words dir="auto" translate="no"></p>
        <p data-withdrew hidden>
          {talk.withdrew}
        </p>
        <p data-answered hidden>
          <span data-one="yes">{talk.granted}</span>
          <span data-one="no">{talk.denied}</span> <strong data-text="to" translate="no"></strong>.
        </p>
        <p data-files hidden>
          {talk.files} <span data-files-below>{talk.filesBelow}</span>
        </p>
        <p class="small" data-attached hidden>
          <span data-one="one">{talk.oneFile}</span>
          <span data-one="several">
            <span data-text="files"></span> {talk.moreFiles}
          </span>
        </p>
      </li>
    </template>
  )
}

/** Apart and folded: it may lie about who wrote it. */
const UntrustedTemplate = ({ context: { m } }: BackContext) => {
  const { talk } = m.back
  return (
    <template data-template="untrusted">
      <section class="notice notice-alert untrusted">
        <h3>{talk.untrustedTitle}</h3>
        <p>{talk.untrusted}</p>
        <p class="small">
          {talk.untrustedSays}{' '}
          <bdi data-text="name" translate="no">
            {talk.unknownAssociation}
          </bdi>
        </p>
        <details>
          <summary>{talk.untrustedShow}</summary>
          <p class="told" data-words dir="auto" translate="no"></p>
        </details>
      </section>
    </template>
  )
}
