// Changing the code: what it does, the new words, whether they were noted, how far it is, how it ended. A failure midway is said as it
// is: which words still open what.
import { CodeBack } from '../code/code-back.tsx'
import { ShownCode } from '../code/shown-code.tsx'
import { TypedCode } from '../code/typed-code.tsx'
import { Lines, View, type BackContext } from './view.tsx'

const STAGES = ['deriving', 'reading', 'drafts', 'telling', 'erasing'] as const

export const ChangeView = ({ context }: BackContext) => {
  const { m } = context
  const { change, settings } = m.back
  return (
    <View name="change" title={change.title}>
      <div data-one="about">
        <Lines lines={change.does} />
        <p class="notice">{change.lost}</p>
        <p class="missing" role="alert" data-no-words hidden>
          {change.noWords}
        </p>
        <div class="moves">
          <button class="button" type="button" data-new-words>
            {change.begin}
          </button>
          <button class="button-quiet" type="button" data-to-here>
            {settings.back}
          </button>
        </div>
      </div>
      <div data-one="begun" hidden>
        <h3>{change.begunTitle}</h3>
        <Lines lines={change.begun} />
        <p class="missing" role="alert" data-not-those hidden>
          {change.notThose}
        </p>
        <div data-begun-code></div>
        <p class="hint">{change.begunLost}</p>
        <div class="moves">
          <button class="button-quiet" type="button" data-to-here>
            {settings.back}
          </button>
        </div>
      </div>
      <template data-template="begun-code">
        <TypedCode context={context} id="begun-code" />
      </template>
      <div data-one="words" hidden>
        <ShownCode context={context} />
        <div class="moves">
          <button class="button" type="button" data-words-noted>
            {change.askBack}
          </button>
          <button class="button-quiet" type="button" data-to-here>
            {settings.back}
          </button>
        </div>
      </div>
      <div data-one="check" hidden>
        <CodeBack context={context} />
      </div>
      <div data-one="under-way" hidden>
        <p>{change.underWay}</p>
        <div role="status" data-change-stage>
          {STAGES.map((stage) => (
            <p data-one={stage} hidden>
              {change[stage]}
            </p>
          ))}
        </div>
        <progress aria-label={change.title}></progress>
      </div>
      <div data-one="failed" role="alert" hidden>
        <div class="notice notice-alert">
          <h3>{change.failedTitle}</h3>
          <p data-failed="before">{change.failedBefore}</p>
          <p data-failed="midway">{change.failed}</p>
        </div>
        <div class="moves">
          <button class="button" type="button" data-change-again>
            {change.again}
          </button>
          <button class="button-quiet" type="button" data-to-here data-failed="before">
            {settings.back}
          </button>
        </div>
      </div>
    </View>
  )
}

export const ChangedView = ({ context }: BackContext) => {
  const { change } = context.m.back
  return (
    <View name="changed" title={change.doneTitle}>
      <p class="notice notice-good">{change.done}</p>
      <Lines lines={change.late} />
      <div class="notice notice-alert" data-untold hidden>
        <p>{change.untold}</p>
        <ul translate="no"></ul>
        <p>{change.untoldMeans}</p>
      </div>
      <section data-came hidden>
        <h3>{change.came}</h3>
        <p>{change.cameMeans}</p>
        <div data-came-list></div>
      </section>
      <CameTemplate context={context} />
      <div class="moves">
        <button class="button" type="button" data-go-on>
          {change.goOn}
        </button>
      </div>
    </View>
  )
}

const CameTemplate = ({ context: { m } }: BackContext) => (
  <template data-template="came">
    <section class="card">
      <h4>
        <bdi data-text="name" translate="no"></bdi>
      </h4>
      <p class="small">
        {m.back.talk.on} <span data-text="day"></span>
      </p>
      <p class="told" data-words dir="auto" translate="no"></p>
      <p data-asks hidden>
        {m.back.change.cameAsks}
      </p>
    </section>
  </template>
)
