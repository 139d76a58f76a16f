// A recovery sheet: the page shows one, and prints that one alone.
import type { PageContext } from '../page.ts'
import { ShownWords } from './shown-words.tsx'

export const Sheets = ({ context }: { context: PageContext }) => {
  const { sheets } = context.m.team
  return (
    <template data-template="sheets">
      <div class="sheets">
        <div class="card sheet" data-print-alone>
          <h3 tabindex={-1} data-part="sheet-title">
            {sheets.sheet} <span data-text="sheet"></span> {sheets.of} 2
          </h3>
          <p>
            <b data-text="sheet-association"></b>
          </p>
          <p>{sheets.paper}</p>
          <ShownWords context={context} label={sheets.sheet} />
          <p class="small">{sheets.use}</p>
        </div>
        <div class="actions">
          <button class="button-quiet" type="button" data-part="print-sheet">
            {sheets.print}
          </button>
          <button class="button" type="button" data-part="next-sheet">
            <span data-one="next">{sheets.next}</span>
            <span data-one="finish" hidden>
              {sheets.finish}
            </span>
          </button>
        </div>
      </div>
    </template>
  )
}
