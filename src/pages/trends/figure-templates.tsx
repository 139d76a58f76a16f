// What stands around every picture, once for all figures: the island copies it and writes in it. It holds no number.
import type { PageContext } from '../page.ts'

export const FigureTemplates = ({ context: { m } }: { context: PageContext }) => {
  const { trends: words } = m
  return (
    <>
      <template data-template="figure">
        <div>
          <div data-reading></div>
          <ul class="legend" aria-label={words.legend} data-legend></ul>
          <div class="plates" data-plates></div>
        </div>
      </template>
      <template data-template="plate">
        <figure>
          <figcaption>
            <strong data-text="title"></strong>{' '}
            <span class="invented" data-synthetic hidden>
              {words.figures.invented}
            </span>
          </figcaption>
          <div data-drawn>
            <p class="visually-hidden">{words.keys}</p>
            <div data-picture></div>
            <p class="value" data-value>
              {words.pointed}
            </p>
          </div>
          <details>
            <summary>{words.table}</summary>
            <div class="wide" role="region" tabindex={0} data-table></div>
          </details>
          <details class="data">
            <summary>{words.files}</summary>
            <ul class="files" data-files></ul>
          </details>
          <p class="images">
            <span data-images>
              <button class="button-text" type="button" data-save="svg">
                {words.saveSvg}
              </button>{' '}
              <button class="button-text" type="button" data-save="png">
                {words.savePng}
              </button>
            </span>
          </p>
          <p role="status">
            <span data-no-png hidden>
              {words.noPng}
            </span>
          </p>
          <p class="small soft" data-text="source"></p>
        </figure>
      </template>
    </>
  )
}
