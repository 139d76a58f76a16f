// The page on which an association enrols: what it says of itself, a key for its first officer, two sheets, two files. The keys are made
// in their Worker; nothing is sent, and nothing stays once the page is left.
import { utf8 } from '../../crypto/encoding.ts'
import type { Notice } from '../../protocol/notices.ts'
import { find, findAll, setText, show } from '../dom.ts'
import { startKeyHolder } from '../inbox/key-holder.ts'
import { inGroups } from '../inbox/fingerprint.ts'
import { saveFile } from '../inbox/save-file.ts'
import { readWords } from '../inbox/words.ts'
import type { Entry } from './enrol-work.ts'
import { fieldOf, readEntry, readNotice, type EntryFault } from './entry-form.ts'
import { makeNewcomerForm, type ReadyNewcomer } from './newcomer-form.ts'
import { makeSheetsForm } from './sheets-form.ts'

const words = readWords()
const holder = startKeyHolder()
const form = find<HTMLFormElement>('[data-part="entry"]')
const fault = find('[data-part="enrol-fault"]')
const unsaved = new Set<string>()

function showStep(name: string): void {
  for (const step of findAll('[data-step]')) show(step, step.dataset['step'] === name)
  find(`#step-${name}`).focus()
}

const breakOff = (): void => {
  fault.textContent = words('enrol-fault.broken')
}

async function beginKey(entry: Entry, notice: Notice): Promise<void> {
  const made = await holder.ask({ ask: 'new-member' })
  if (!made.ok) return breakOff()
  const newcomer = makeNewcomerForm(
    holder,
    words,
    { ownTools: false, next: words('team.next') },
    async (ready) => {
      if (ready.armored !== null) return
      newcomer.end()
      find('[data-part="key-place"]').replaceChildren()
      await beginSheets(entry, notice, ready)
    },
  )
  find('[data-part="key-place"]').replaceChildren(newcomer.root)
  showStep('key')
}

async function beginSheets(entry: Entry, notice: Notice, { name, ways }: ReadyNewcomer): Promise<void> {
  const place = find('[data-part="sheets-place"]')
  const sheets = makeSheetsForm(
    holder,
    entry.name,
    async (certificates) => {
      const enrolled = await holder.ask({ ask: 'enrol', entry, notice, name, sheets: certificates, ways })
      place.replaceChildren()
      if (!enrolled.ok) return breakOff()
      const { request, founding } = enrolled.value
      setText(document, 'fingerprint', inGroups(request.fingerprint))
      for (const [part, file] of [
        ['request', request],
        ['founding', founding],
      ] as const) {
        unsaved.add(part)
        find(`[data-part="save-${part}"]`).addEventListener('click', () => {
          unsaved.delete(part)
          // The request is of no use without the file that keeps the key.
          if (part === 'founding') show(find('[data-part="request"]'))
          saveFile(`balise-${entry.association}-${part}.json`, utf8(`${JSON.stringify(file, null, 2)}\n`))
        })
      }
      showStep('files')
    },
    breakOff,
  )
  place.replaceChildren(sheets.root)
  showStep('sheets')
  await sheets.begin()
}

const said = find('[data-part="entry-fault"]', form)
const refuse = (reason: EntryFault): void => {
  said.textContent = words(`enrol-fault.${reason}`)
  const field = fieldOf(form, reason)
  field.setAttribute('aria-invalid', 'true')
  field.focus()
}
form.addEventListener('submit', (event) => {
  event.preventDefault()
  said.textContent = ''
  for (const marked of findAll('[aria-invalid]', form)) marked.removeAttribute('aria-invalid')
  const entry = readEntry(form)
  if (!entry.ok) return refuse(entry.reason)
  const notice = readNotice(form)
  if (!notice.ok) return refuse(notice.reason)
  void beginKey(entry.value, notice.value)
})
show(find('[data-step="about"]'))
/** Until both files are saved, leaving the page loses a key that nobody else has. */
addEventListener('beforeunload', (event) => {
  if (unsaved.size > 0) event.preventDefault()
})
addEventListener('pagehide', () => {
  holder.end()
  for (const place of ['key-place', 'sheets-place']) find(`[data-part="${place}"]`).replaceChildren()
})
