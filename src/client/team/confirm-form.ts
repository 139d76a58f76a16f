// Asks whoever is signed in to open their key once more, by what opened this session, before an action that cannot be undone. The key
// Worker judges; here it is only asked.
import { armTyping } from '../code/code-typing.ts'
import { copyTemplate, find, showOne } from '../dom.ts'
import type { KeyHolder } from '../inbox/key-holder.ts'
import type { Words } from '../inbox/words.ts'
import type { OpenedWith } from '../inbox/sign-in.ts'
import { askPasskey } from './passkey.ts'
import { wordReader } from './word-reader.ts'

/** True once it is them, false when they gave up. Shown at `place` only where it was too long ago. */
export async function confirmed(
  place: HTMLElement,
  holder: KeyHolder,
  openedWith: OpenedWith,
  words: Words,
): Promise<boolean> {
  const recent = await holder.ask({ ask: 'is-confirmed' })
  if (!recent.ok) return false
  return recent.value || asked(place, holder, openedWith, words)
}

/** Who is being asked, where: whoever asks again there ends the question before. */
const asking = new WeakMap<HTMLElement, (sure: boolean) => void>()

function asked(
  place: HTMLElement,
  holder: KeyHolder,
  openedWith: OpenedWith,
  words: Words,
): Promise<boolean> {
  const root = copyTemplate('confirm')
  const fault = find('[data-part="confirm-fault"]', root)
  showOne(root, openedWith === 'sheet' ? 'words' : openedWith)
  asking.get(place)?.(false)
  place.replaceChildren(root)
  find('#confirm-title', root).focus()
  return new Promise((resolve) => {
    const settle = (sure: boolean): void => {
      asking.delete(place)
      typing.wipe()
      place.replaceChildren()
      resolve(sure)
    }
    asking.set(place, settle)
    const judge = (answer: { ok: true; value: boolean } | { ok: false }): void => {
      if (!answer.ok) settle(false)
      else if (answer.value) settle(true)
      else fault.textContent = words('team.wrong')
    }
    const typing = armTyping(find('[data-one="words"]', root), wordReader(holder), async (code) => {
      const way = openedWith === 'sheet' ? 'sheet' : 'words'
      judge(await holder.ask({ ask: 'confirm', confirmation: { way, code } }))
    })
    find('[data-part="confirm-passkey"]', root).addEventListener('click', async () => {
      const passkey = await askPasskey()
      if (!passkey.ok) {
        fault.textContent = words(`fault.${passkey.reason}`)
        return
      }
      judge(await holder.ask({ ask: 'confirm', confirmation: { way: 'passkey', secret: passkey.value } }))
    })
    find('[data-part="confirm-file"]', root).addEventListener('submit', async (event) => {
      event.preventDefault()
      const key = find<HTMLInputElement>('#confirm-key', root).files?.[0]
      const passphrase = find<HTMLInputElement>('#confirm-passphrase', root).value
      if (!key) {
        fault.textContent = words('fault.no-key')
        return
      }
      judge(await holder.ask({ ask: 'confirm-file', key, passphrase }))
    })
    find('[data-part="confirm-cancel"]', root).addEventListener('click', () => settle(false))
  })
}
