// What a member without a key in the page sees: envelopes that stay sealed, to download, to confirm, to decline. It opens nothing, and keeps
// nothing once it is left.
import { fromBase64 } from '../../crypto/encoding.ts'
import type { InboxEnvelope } from '../../protocol/inbox.ts'
import type { CallFault } from '../api.ts'
import { copyTemplate, find, setText, show } from '../dom.ts'
import { saveFile } from './save-file.ts'
import { acknowledge, fetchPage } from './server-inbox.ts'
import { dayInWords, type Words } from './words.ts'

export interface SealedListEvents {
  /** Said to screen readers. */
  announce: (text: string) => void
  onSignOut: () => void
  /** The server no longer knows the session. */
  onExpired: () => void
}

/** Fills `place` with the newest page, and more when asked. Returns how to end it. */
export function openSealedList(
  place: HTMLElement,
  association: string,
  words: Words,
  { announce, onSignOut, onExpired }: SealedListEvents,
): () => void {
  const root = copyTemplate('sealed-list')
  const list = find('[data-part="sealed"]', root)
  const more = find<HTMLButtonElement>('[data-part="sealed-more"]', root)
  const fault = find('[data-part="sealed-fault"]', root)
  const busy = find('[data-part="sealed-busy"]', root)
  const stopping = new AbortController()
  const shown = new Set<string>()
  let next: string | null = null

  const say = (reason: CallFault): void => {
    if (!root.isConnected) return
    if (reason === 'sign-in-required') return onExpired()
    fault.textContent = words(`sealed-fault.${reason === 'unreachable' ? reason : 'unexpected'}`)
  }
  const load = async (): Promise<void> => {
    fault.textContent = ''
    busy.textContent = words('sealed.loading')
    const page = await fetchPage(next, stopping.signal)
    if (!root.isConnected) return
    busy.textContent = ''
    if (!page.ok) {
      show(more)
      return say(page.reason)
    }
    next = page.value.next
    const rows = page.value.envelopes.filter(({ id }) => !shown.has(id)).map(rowOf)
    list.append(...rows)
    for (const { id } of page.value.envelopes) shown.add(id)
    show(more, next !== null)
    show(find('[data-part="sealed-empty"]', root), shown.size === 0)
    const [first] = rows
    if (first && rows.length < shown.size) find('h2', first).focus()
  }
  const rowOf = ({ id, receivedOn, acknowledgedOn, standing, sealed }: InboxEnvelope): HTMLElement => {
    const row = copyTemplate('sealed-row')
    const confirm = find('[data-part="acknowledge"]', row)
    const declining = find('[data-part="decline"]', row)
    const update = (held: boolean, declined: boolean): void => {
      setText(row, 'state', words(`sealed-state.${declined ? 'declined' : held ? 'held' : 'isNew'}`))
      show(confirm, !held)
      show(declining, !declined)
    }
    const tell = async (declined: boolean): Promise<void> => {
      fault.textContent = ''
      const known = await acknowledge([id], declined ? 'declined' : null)
      if (!known.ok) return say(known.reason)
      if (!root.isConnected) return
      update(true, declined)
      announce(words(`sealed-state.${declined ? 'declined' : 'held'}`))
      find('h2', row).focus()
    }
    setText(row, 'id', id)
    setText(row, 'day', dayInWords(receivedOn, { dateStyle: 'long' }))
    update(acknowledgedOn !== null, standing === 'declined')
    find('[data-part="download"]', row).addEventListener('click', () => {
      saveFile(`${receivedOn}-${id}.pgp`, fromBase64(sealed) ?? new Uint8Array())
      announce(words('sealed.downloaded'))
    })
    confirm.addEventListener('click', () => void tell(false))
    find('[data-part="decline-confirm"]', declining).addEventListener('click', () => void tell(true))
    return row
  }

  setText(root, 'name', words(`association.${association}`))
  setText(root, 'origin', location.origin)
  setText(root, 'association', association)
  more.addEventListener('click', () => void load())
  find('[data-part="sign-out"]', root).addEventListener('click', onSignOut)
  place.replaceChildren(root)
  find('#sealed-title', root).focus()
  void load()
  return () => {
    stopping.abort()
    place.replaceChildren()
  }
}
