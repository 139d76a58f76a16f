// The four ways on, none better than another, and the place of keeping it for oneself.
import { Step, type StepContext } from './fields.tsx'
import { Fill } from './later-steps.tsx'
import { NobodyUnder15 } from './nobody-under-15.tsx'

const PATHS = ['send', 'keep', 'count', 'nothing'] as const

export const PathStep = ({ context }: StepContext) => {
  const { m } = context
  const { path, actions } = m.report
  return (
    <Step name="path" title={path.title} chapter="who">
      <p>
        <span data-none-left>{path.noneLeft}</span> {path.intro}
      </p>
      <NobodyUnder15 context={context} />
      <div class="ways">
        {PATHS.map((way) => (
          <button class="way" type="button" data-path={way}>
            <strong>{path[way].does}</strong> <span>{path[way].means}</span>
          </button>
        ))}
      </div>
      <div class="notice notice-alert" role="alert" data-erase hidden>
        <p tabindex={-1}>{path.erase}</p>
        <button class="button-quiet" type="button" data-erase-all>
          {path.eraseAll}
        </button>
      </div>
      <div class="moves">
        <button class="button-quiet" type="button" data-back>
          {actions.back}
        </button>
      </div>
    </Step>
  )
}

export const KeepStep = ({ context: { m } }: StepContext) => (
  <Step name="keep" title={m.report.keep.title} chapter="who" when={{ path: ['keep'] }}>
    <Fill m={m} name="keep" />
  </Step>
)
