// Where the words are typed, and what is said while this phone opens what they open. Nothing here asks for a name.
import { ADDRESSES } from '../../i18n/addresses.ts'
import { TypedCode } from '../code/typed-code.tsx'
import { ServiceLines, SOMEONE_TONIGHT } from '../help-lines.tsx'
import { Lines, View, type BackContext } from './view.tsx'

export const TypingView = ({ context }: BackContext) => {
  const { m, locale } = context
  const { typing, withoutScript, tooOld } = m.back
  return (
    <View name="typing" title={typing.title} hidden={false}>
      <p>{typing.lead}</p>
      <div data-with-script hidden>
        <TypedCode context={context} />
        <p class="hint">{typing.private}</p>
      </div>
      <div class="notice notice-alert" data-too-old role="alert" hidden>
        <h3>{tooOld.title}</h3>
        <p>{tooOld.body}</p>
        <ServiceLines ids={SOMEONE_TONIGHT} locale={locale} />
      </div>
      <div class="without-script" data-without-script>
        <h3>{withoutScript.title}</h3>
        <p>
          <a class="button" href={ADDRESSES.back[locale]}>
            {withoutScript.reload}
          </a>
        </p>
        <p>{withoutScript.body}</p>
        <p>{withoutScript.meanwhile}</p>
        <ServiceLines ids={SOMEONE_TONIGHT} locale={locale} />
      </div>
      <details>
        <summary>{typing.lostTitle}</summary>
        <Lines lines={typing.lost} />
        <p>
          <a href={ADDRESSES.write[locale]}>{typing.write}</a>
        </p>
      </details>
      <p>
        <a href={ADDRESSES.help[locale]} target="_blank" rel="noopener noreferrer">
          {typing.help}
        </a>
      </p>
    </View>
  )
}

const STAGES = ['deriving', 'looking', 'unlocking'] as const
const FAULTS = ['failed', 'unreachable', 'refused'] as const

export const OpeningView = ({ context: { m } }: BackContext) => {
  const { opening } = m.back
  return (
    <View name="opening" title={opening.title}>
      <div role="status" data-opening-stage>
        {STAGES.map((stage) => (
          <p data-one={stage} hidden>
            {opening[stage]}
          </p>
        ))}
      </div>
      <progress data-opening-bar max="100" aria-label={opening.progress}></progress>
      <div class="notice notice-alert" role="alert" data-opening-fault hidden>
        {FAULTS.map((fault) => (
          <p data-one={fault} hidden>
            {opening.failed[fault]}
          </p>
        ))}
        <div class="moves">
          <button class="button" type="button" data-open-again>
            {opening.again}
          </button>
          <button class="button-quiet" type="button" data-other-words>
            {opening.otherWords}
          </button>
        </div>
      </div>
    </View>
  )
}
