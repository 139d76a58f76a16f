// The association's page: from what a member opens their key with to the letters it opens, and back to an empty page. Nothing is stored;
// the key and the letters live until sign-out, the tab's end, the session's end or idleness, whichever comes first.
import { SESSION_IDLE_SECONDS } from '../../protocol/limits.ts'
import type { Result } from '../../protocol/result.ts'
import { find, findAll, setText, show } from '../dom.ts'
import { armInvited } from '../team/invited.ts'
import { armJustListed } from '../team/just-listed.ts'
import { askPasskey } from '../team/passkey.ts'
import { openRecovery } from '../team/recovery.ts'
import { wordReader } from '../team/word-reader.ts'
import { makeDoor, type DoorNotice } from './door.ts'
import { watchIdle } from './idle.ts'
import { startKeyHolder, type KeyHolder } from './key-holder.ts'
import { armOwnTools } from './own-tools.ts'
import { openSealedList } from './sealed-list.ts'
import {
  enterWithFile,
  enterWithOpener,
  enterWithSheet,
  signOut,
  type Entered,
  type OpenedWith,
  type SignInFault,
} from './sign-in.ts'
import { readWords } from './words.ts'
import { openWorkspace, type WorkspaceEvents } from './workspace.ts'

const words = readWords()
const announcement = find('[data-part="announcement"]')
const place = find('[data-part="workspace"]')

/** The Worker starts with the page, so that it has arrived when the member has found the key. */
let holder: KeyHolder = startKeyHolder()
let endSession: (() => void) | null = null

/** Whoever was invited, or was just listed, brings nothing else: their parts of the door empty with it. */
const emptyInvited = armInvited(() => holder, words, renewHolder)
const emptyListed = armJustListed(() => holder, words, {
  onFounded: letIn,
  onFault: renewHolder,
})

const emptyTools = armOwnTools(words, showSealed)

const comeIn = async (
  openedWith: OpenedWith,
  entering: Promise<Result<Entered, SignInFault>>,
): Promise<void> => {
  const entered = await entering
  if (!entered.ok) {
    renewHolder()
    return door.refuse(entered.reason)
  }
  letIn(entered.value, openedWith, null)
}

function letIn(entered: Entered, openedWith: OpenedWith, said: string | null): void {
  closeDoor()
  openInbox(entered, openedWith, said)
}

function closeDoor(): void {
  door.close()
  emptyInvited()
  emptyListed()
  emptyTools()
  showLanguages(false)
}

/** Someone signed with tools of their own: there is no key here, and nothing opens. */
function showSealed(association: string): void {
  closeDoor()
  const end = openSealedList(place, association, words, {
    announce,
    onSignOut: () => leave('signed-out'),
    onExpired: () => leave('expired'),
  })
  watchUntil(end)
}

const announce = (text: string): void => {
  announcement.textContent = text
}

/** What ends with the session, which nobody's touch keeps alive for ever. */
function watchUntil(end: () => void): void {
  const stopWatching = watchIdle(SESSION_IDLE_SECONDS * 1000, () => leave('idle'))
  endSession = () => {
    stopWatching()
    end()
  }
}

/** `said` is what has just been done to the team: it is then shown first. */
function openInbox(entered: Entered, openedWith: OpenedWith, said: string | null): void {
  endSession?.()
  const onSignOut = (): void => leave('signed-out')
  const onRenewed: WorkspaceEvents['onRenewed'] = (next, word, withWhat) => openInbox(next, withWhat, word)
  const { member, team } = entered
  const endWorkspace =
    team?.role === 'recovery'
      ? openRecovery(place, holder, member, words, { onSignOut, onRenewed })
      : openWorkspace(
          place,
          holder,
          { ...entered, openedWith },
          words,
          {
            announce,
            onSignOut,
            onExpired: () => leave('expired'),
            onBroken: () => {
              leave(null)
              door.refuse('broken')
            },
            onRenewed,
          },
          said,
        )
  watchUntil(endWorkspace)
}

const door = makeDoor(
  words,
  { read: (text, locale) => wordReader(holder).read(text, locale) },
  {
    onFile: (key, passphrase, association) =>
      comeIn('file', enterWithFile(holder, key, passphrase, association)),
    onPasskey: async () => {
      const passkey = await askPasskey()
      if (!passkey.ok) return door.refuse(passkey.reason)
      await comeIn('passkey', enterWithOpener(holder, { way: 'passkey', secret: passkey.value }))
    },
    onWords: (code) => comeIn('words', enterWithOpener(holder, { way: 'words', code })),
    onSheet: (association, code) => comeIn('sheet', enterWithSheet(holder, association, code)),
  },
)

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
  emptyInvited()
  emptyListed()
  emptyTools()
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
