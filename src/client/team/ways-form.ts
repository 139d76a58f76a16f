// Where a member makes ways of opening a new key: passkeys, eight words. It keeps what was locked, never what opens it; the words are
// shown once, and forgotten once they are noted.
import type { Code } from '../../crypto/return-code.ts'
import type { KeyBlob } from '../../protocol/team.ts'
import { showCode } from '../code/code-view.ts'
import { copyTemplate, find, setText, show } from '../dom.ts'
import type { KeyHolder } from '../inbox/key-holder.ts'
import type { Words } from '../inbox/words.ts'
import { makePasskey } from './passkey.ts'
import type { Opener } from './team-messages.ts'

export interface WaysForm {
  root: HTMLElement
  /** Of the ways made so far, one that can open the key again now. */
  opener: () => Opener | null
  ways: () => readonly KeyBlob[]
  /** Nothing shown or kept. */
  end: () => void
}

/** `onMade` hears of each way once it is ready; what it answers, a fault or null, is said. */
export function makeWaysForm(
  holder: KeyHolder,
  words: Words,
  onMade: (way: KeyBlob) => Promise<string | null> = async () => null,
): WaysForm {
  const root = copyTemplate('ways')
  const made = find('[data-part="ways-made"]', root)
  const offered = find('[data-part="ways-offered"]', root)
  const shown = find('[data-part="ways-words"]', root)
  const fault = find('[data-part="ways-fault"]', root)
  let kept: KeyBlob[] = []
  let opener: Opener | null = null
  /** Words on screen, to be noted. */
  let showing: Code | null = null

  const add = async (from: Opener): Promise<void> => {
    const locked = await holder.ask({ ask: 'lock-key', opener: from })
    if (!locked.ok) return say('broken')
    const refused = await onMade(locked.value)
    if (refused) return say(refused)
    kept.push(locked.value)
    opener ??= from
    const row = copyTemplate('way')
    setText(row, 'way', `${words('team.made')} ${words(`team-way.${from.way}`)}`)
    made.append(row)
  }
  const say = (reason: string): void => {
    fault.textContent = words(`team-way-fault.${reason}`)
  }

  find('[data-part="add-passkey"]', root).addEventListener('click', async () => {
    fault.textContent = ''
    const passkey = await makePasskey()
    if (!passkey.ok) return say(passkey.reason)
    await add({ way: 'passkey', secret: passkey.value })
  })
  find('[data-part="add-words"]', root).addEventListener('click', async () => {
    fault.textContent = ''
    const drawn = await holder.ask({ ask: 'draw-words' })
    if (!drawn.ok) return say('broken')
    const code = drawn.value
    show(offered, false)
    show(shown)
    showCode(shown, code)
    find('[data-code-words]', shown).focus()
    showing = code
  })
  find('[data-part="words-noted"]', shown).addEventListener('click', async () => {
    const code = showing
    showing = null
    if (!code) return
    await add({ way: 'words', code })
    showCode(shown, null)
    show(shown, false)
    show(offered)
    find('[data-part="add-words"]', root).focus()
  })
  return {
    root,
    opener: () => opener,
    ways: () => kept,
    end: () => {
      showCode(shown, null)
      showing = null
      kept = []
      opener = null
    },
  }
}
