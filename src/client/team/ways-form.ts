// Where a member makes ways of opening a new key: passkeys, eight words. It keeps what was locked, never what opens it; the words are
// shown once, and forgotten once they are noted.
import type { Code } from '../../crypto/return-code.ts'
import { MAX_NEW_WAYS } from '../../protocol/limits.ts'
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

interface WaysEvents {
  /** Asked before a way is made. */
  mayAdd?: () => Promise<boolean>
  /** Hears of each way once it is ready; what it answers, a fault or null, is said. */
  onMade?: (way: KeyBlob) => Promise<string | null>
}

/** `whose`: of a key that was just made, or of one's own. */
export function makeWaysForm(
  holder: KeyHolder,
  words: Words,
  whose: 'new' | 'own',
  { mayAdd = async () => true, onMade = async () => null }: WaysEvents = {},
): WaysForm {
  const root = copyTemplate('ways')
  const made = find('[data-part="ways-made"]', root)
  const offered = find('[data-part="ways-offered"]', root)
  const shown = find('[data-part="ways-words"]', root)
  const fault = find('[data-part="ways-fault"]', root)
  let kept: { blob: KeyBlob; opener: Opener }[] = []
  /** Words on screen, to be noted. */
  let showing: Code | null = null

  const clear = (): void => {
    fault.textContent = ''
    find('[data-part="ways-said"]', root).textContent = ''
  }
  const add = async (from: Opener): Promise<void> => {
    if (!(await mayAdd())) return say('given-up')
    const locked = await holder.ask({ ask: 'lock-key', opener: from, whose })
    if (!locked.ok) return say('broken')
    const refused = await onMade(locked.value)
    if (refused) return say(refused)
    if (whose === 'own') return sayAdded()
    const one = { blob: locked.value, opener: from }
    kept.push(one)
    const row = copyTemplate('way')
    setText(row, 'way', `${words('team.made')} ${words(`team-way.${from.way}`)}`)
    const remove = find('[data-part="remove-way"]', row)
    show(remove)
    remove.addEventListener('click', () => {
      kept = kept.filter((each) => each !== one)
      row.remove()
      showOffers()
      find('button', offered).focus()
    })
    made.append(row)
    showOffers()
  }
  /** As many as go with a new key; for one's own the server says when there are too many. */
  const showOffers = (): void => show(offered, whose === 'own' || kept.length < MAX_NEW_WAYS)
  const sayAdded = (): void => {
    find('[data-part="ways-said"]', root).textContent = words('team.added')
  }
  const say = (reason: string): void => {
    fault.textContent = words(`team-way-fault.${reason}`)
  }

  find('[data-part="add-passkey"]', root).addEventListener('click', async () => {
    clear()
    const passkey = await makePasskey()
    if (!passkey.ok) return say(passkey.reason)
    await add({ way: 'passkey', secret: passkey.value })
  })
  find('[data-part="add-words"]', root).addEventListener('click', async () => {
    clear()
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
    showOffers()
    const focus = offered.hidden ? made : find('[data-part="add-words"]', root)
    focus.focus()
  })
  return {
    root,
    opener: () => kept[0]?.opener ?? null,
    ways: () => kept.map(({ blob }) => blob),
    end: () => {
      showCode(shown, null)
      showing = null
      kept = []
    },
  }
}
