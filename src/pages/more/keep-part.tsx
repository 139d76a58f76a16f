// Keeping it for oneself: for how long, and a letter besides. No length of time is chosen beforehand.
import { KEEP_MONTHS } from '../../protocol/limits.ts'
import { Moves, type StepContext } from '../report/fields.tsx'

export const KeepPart = ({ context: { m } }: StepContext) => {
  const { keep } = m.more
  const terms = Object.keys(KEEP_MONTHS) as (keyof typeof KEEP_MONTHS)[]
  return (
    <div data-part="keep">
      {keep.intro.map((line) => (
        <p>{line}</p>
      ))}
      <p class="notice" data-files-stay hidden>
        {m.files.stay}
      </p>
      <fieldset aria-describedby="hint-keep">
        <legend>{keep.term}</legend>
        <p class="hint" id="hint-keep">
          {keep.termHint}
        </p>
        <p class="notice notice-alert" role="alert" tabindex={-1} data-term-missing hidden>
          {keep.termMissing}
        </p>
        <div class="choices">
          {terms.map((term) => (
            <label>
              <input type="radio" name="keepFor" value={term} autocomplete="off" /> {keep.terms[term]}
            </label>
          ))}
        </div>
      </fieldset>
      <section class="card">
        <h3>{keep.letterTitle}</h3>
        <p>{keep.letter}</p>
        <button class="button-quiet" type="button" data-go-to="ready">
          {keep.ready}
        </button>
        <p class="small soft after-line">{keep.trace}</p>
      </section>
      <Moves m={m} />
    </div>
  )
}
