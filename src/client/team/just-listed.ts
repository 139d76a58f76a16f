// The door's part for an association that was just listed: its founding file, opened with one of its officer's ways, founds the team at
// once. The association's key signs in this one time, and gives its place to the officer's own, who then says where notices go.
import { MAX_KEY_FILE_BYTES } from '../../crypto/key-file.ts'
import type { Notice } from '../../protocol/notices.ts'
import { armTyping } from '../code/code-typing.ts'
import { find, show } from '../dom.ts'
import type { KeyHolder } from '../inbox/key-holder.ts'
import { enterWithOpener, goIn, type Entered, type OpenedWith } from '../inbox/sign-in.ts'
import type { Words } from '../inbox/words.ts'
import { askPasskey } from './passkey.ts'
import { foundTeam } from './team-desk.ts'
import { fetchNotices, postNotices } from './team-line.ts'
import type { Opener } from './team-messages.ts'
import { wordReader } from './word-reader.ts'

/** `onFounded` hears who is in, and what to say first; `onFault` that the Worker must be a new one. Answers how to empty it. */
export function armJustListed(
  holder: () => KeyHolder,
  words: Words,
  {
    onFounded,
    onFault,
  }: { onFounded: (entered: Entered, openedWith: OpenedWith, said: string) => void; onFault: () => void },
): () => void {
  const root = find<HTMLDetailsElement>('[data-part="just-listed"]')
  const file = find<HTMLInputElement>('#founding-file', root)
  const fault = find('[data-part="listed-fault"]', root)
  let busy = false

  const found = async (opener: Opener): Promise<string | null> => {
    const chosen = file.files?.[0]
    if (!chosen) return 'listed-fault.no-file'
    const bytes = chosen.size > MAX_KEY_FILE_BYTES ? null : await chosen.arrayBuffer().catch(() => null)
    if (!bytes) return 'fault.unreadable-file'
    const opened = await holder().ask({ ask: 'open-founding', file: new Uint8Array(bytes), opener })
    if (!opened.ok) return 'fault.broken'
    if (!opened.value.ok) return `listed-fault.${opened.value.reason}`
    const { member, name, sheets, ways, notice } = opened.value.value
    const entered = await goIn(holder(), member)
    if (!entered.ok) {
      // It was founded already, and the answer to it was lost: the officer's own key opens.
      const already = await enterWithOpener(holder(), opener)
      if (!already.ok) return `fault.${entered.reason}`
      onFounded(already.value, opener.way, await noticed(notice))
      return null
    }
    const founded = await foundTeam(holder(), name, sheets, ways)
    if (!founded.ok) return `team-fault.${founded.reason}`
    const taken = await holder().ask({ ask: 'take-up', opener })
    if (!taken.ok) return 'fault.broken'
    const again = await goIn(holder(), { ...member, fingerprint: taken.value })
    if (!again.ok) return `fault.${again.reason}`
    onFounded(again.value, opener.way, await noticed(notice))
    return null
  }
  const attempt = async (opener: Opener): Promise<void> => {
    if (busy) return
    busy = true
    fault.textContent = ''
    const wrong = await found(opener).finally(() => {
      busy = false
    })
    if (wrong === null) return
    onFault()
    fault.textContent = words(wrong)
  }
  const typing = armTyping(
    root,
    { read: (text, locale) => wordReader(holder()).read(text, locale) },
    (code) => void attempt({ way: 'words', code }),
  )
  find('[data-part="listed-passkey"]', root).addEventListener('click', async () => {
    const passkey = await askPasskey()
    if (passkey.ok) await attempt({ way: 'passkey', secret: passkey.value })
    else fault.textContent = words(`fault.${passkey.reason}`)
  })
  show(root)
  return () => {
    typing.wipe()
    file.value = ''
    fault.textContent = ''
    root.open = false
  }
}

/** Gives the server the address that the file kept, unless someone of the team has said otherwise since; answers what to say. */
async function noticed(notice: Notice | null): Promise<'founded' | 'unnoticed'> {
  if (!notice) return 'founded'
  const state = await fetchNotices()
  if (state.ok && state.value.notice !== null) return 'founded'
  return state.ok && (await postNotices(notice)).ok ? 'founded' : 'unnoticed'
}
