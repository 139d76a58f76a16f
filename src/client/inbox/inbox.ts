// The association's page: from the key a member brings to the letters it opens, and back to an empty page. Nothing is stored;
// the key and the letters live until sign-out, the tab's end, the session's end or idleness, whichever comes first.
import { SESSION_IDLE_SECONDS } from '../../protocol/limits.ts'
import { find, findAll, setText, show } from '../dom.ts'
import { makeDoor, type DoorNotice } from './door.ts'
import { watchIdle } from './idle.ts'
import { startKeyHolder, type KeyHolder } from './key-holder.ts'
import { signIn, signOut } from './sign-in.ts'
import { readWords } from './words.ts'
import { openWorkspace } from './workspace.ts'

const words = readWords()
const announcement = find('[data-part="announcement"]')
const place = find('[data-part="workspace"]')

/** The Worker starts with the page, so that it has arrived when the member has found the key. */
let holder: KeyHolder = startKeyHolder()
let endSession: (() => void) | null = null

const door = makeDoor(words, async (key, passphrase) => {
  const entered = await signIn(holder, key, passphrase)
  if (!entered.ok) {
    renewHolder()
    return door.refuse(entered.reason)
  }
  door.close()
  showLanguages(false)
  const endWorkspace = openWorkspace(place, holder, entered.value, words, {
    announce: (text) => {
      announcement.textContent = text
    },
    onSignOut: () => leave('signed-out'),
    onExpired: () => leave('expired'),
    onBroken: () => {
      leave(null)
      door.refuse('broken')
    },
  })
  const stopWatching = watchIdle(SESSION_IDLE_SECONDS * 1000, () => leave('idle'))
  endSession = () => {
    stopWatching()
    endWorkspace()
  }
})

/** A Worker whose key was refused may hold it unlocked: it ends, and a new one waits. */
function renewHolder(): void {
  holder.end()
  holder = startKeyHolder()
}

/** The key and everything it opened are gone when this returns. */
function forget(): void {
  endSession?.()
  endSession = null
  holder.end()
  announcement.textContent = ''
}

function leave(notice: DoorNotice | null): void {
  forget()
  if (notice !== 'expired') void signOut()
  renewHolder()
  showLanguages(true)
  door.open(notice)
}

/** Changing language is another page, to which no key goes along: not offered while one is open. */
function showLanguages(shown: boolean): void {
  for (const link of findAll('[data-language]')) show(link, shown)
}

setText(document, 'origin', location.origin)

/** The session's cookie stays: another tab of the same association may be using it, and without a key it opens nothing. */
addEventListener('pagehide', () => {
  forget()
  showLanguages(true)
  door.open(null)
})
addEventListener('pageshow', (event) => {
  if (event.persisted) renewHolder()
})
