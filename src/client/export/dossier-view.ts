// The document on screen, in the place of the letter it was made from: looked over, printed, or saved as one file. It goes when it is
// closed, and its style with it.
import { copyTemplate, find } from '../dom.ts'
import { saveFile } from '../inbox/save-file.ts'
import type { Paper } from './document.ts'
import { htmlFile } from './html-file.ts'
import { styleOf } from './paper-style.ts'
import { drawPaper } from './paper-view.ts'

/** Answers how to close it; `onClosed` hears it, whoever closed it. */
export function showDossier(
  article: HTMLElement,
  paper: Paper,
  { lang, file }: { lang: string; file: string },
  onClosed: () => void,
): () => void {
  const root = copyTemplate('dossier')
  const place = find('[data-part="dossier-place"]', article)
  const takeStyleAway = addStyle(styleOf(paper.title))
  let open = true

  const close = (): void => {
    if (!open) return
    open = false
    takeStyleAway()
    place.replaceChildren()
    article.classList.remove('with-dossier')
    onClosed()
  }
  // Of the letter these keys leave it or go to another; here they are the document's.
  root.addEventListener('keydown', (event) => {
    event.stopPropagation()
    if (event.key === 'Escape') close()
  })
  find('[data-part="dossier-print"]', root).addEventListener('click', () => print())
  find('[data-part="dossier-save"]', root).addEventListener('click', () =>
    saveFile(file, htmlFile(paper, lang)),
  )
  find('[data-part="dossier-close"]', root).addEventListener('click', close)

  find('[data-part="paper"]', root).replaceChildren(drawPaper(paper))
  place.replaceChildren(root)
  article.classList.add('with-dossier')
  scrollTo(0, 0)
  const heading = find('h1', root)
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  return close
}

/** The very style of the file. A browser that cannot take it shows the document without. */
function addStyle(style: string): () => void {
  if (!('adoptedStyleSheets' in document)) return () => {}
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
  }
}
