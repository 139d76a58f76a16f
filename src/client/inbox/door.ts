// The door: what a member brings to open their key, what went wrong, what was said when the last session ended. It empties itself.
import type { Code } from '../../crypto/return-code.ts'
import { armTyping, type CodeReader, type Typing } from '../code/code-typing.ts'
import { find, findAll, show, showOne } from '../dom.ts'
import type { PasskeyFault } from '../team/passkey.ts'
import type { KeySource } from './key-source.ts'
import type { SignInFault } from './sign-in.ts'
import type { Words } from './words.ts'

export type DoorFault = SignInFault | PasskeyFault | 'no-key' | 'no-association'
export type DoorNotice = 'signed-out' | 'expired' | 'idle'

export interface Door {
  /** Empties the form and shows it, with a word on why when there is one. */
  open: (notice: DoorNotice | null) => void
  close: () => void
  refuse: (fault: DoorFault) => void
}

/** Each is awaited: nothing can be sent twice. */
export interface DoorEvents {
  /** `association` where the key is a member's own, and they said whose. */
  onFile: (key: KeySource, passphrase: string, association: string | null) => Promise<void>
  onPasskey: () => Promise<void>
  onWords: (code: Code) => Promise<void>
  onSheet: (association: string, code: Code) => Promise<void>
}

export function makeDoor(words: Words, reader: CodeReader, events: DoorEvents): Door {
  const section = find('[data-part="door"]')
  const ways = find('[data-part="ways"]', section)
  const form = find<HTMLFormElement>('[data-part="sign-in"]', ways)
  const file = find<HTMLInputElement>('#key-file', form)
  const text = find<HTMLTextAreaElement>('#key-text', form)
  const passphrase = find<HTMLInputElement>('#passphrase', form)
  const reveal = find<HTMLInputElement>('[data-part="reveal"]', form)
  const paste = find<HTMLDetailsElement>('[data-part="paste"]', form)
  const whose = find<HTMLSelectElement>('#key-of', form)
  const fault = find('[data-part="fault"]', ways)
  const notice = find('[data-part="notice"]', section)
  const submit = find<HTMLButtonElement>('[data-part="submit"]', form)
  const lost = find<HTMLDetailsElement>('[data-part="lost"]', section)
  const lostOf = find<HTMLSelectElement>('#lost-of', lost)
  const lostFault = find('[data-part="lost-fault"]', lost)
  /** Where the next fault is said: where what was refused was brought. */
  let saidIn = fault
  let busy = false

  const showBusy = (now: boolean): void => {
    busy = now
    submit.setAttribute('aria-disabled', String(now))
    show(find('[data-part="submit-ready"]', submit), !now)
    show(find('[data-part="submit-busy"]', submit), now)
    find('[data-part="busy"]', ways).textContent = now ? words('door.busy') : ''
  }
  const clearFault = (): void => {
    fault.textContent = ''
    lostFault.textContent = ''
    for (const field of [file, text, passphrase, whose, lostOf]) field.removeAttribute('aria-invalid')
  }
  const refuse = (reason: DoorFault): void => {
    const forgotten = reason === 'wrong-passphrase' && passphrase.value === ''
    saidIn.textContent = words(`fault.${forgotten ? 'no-passphrase' : reason}`)
    if (saidIn === lostFault) return lostFault.scrollIntoView({ block: 'nearest' })
    if (reason === 'unknown-key') show(find('[data-part="key-association"]', form))
    const keyField = paste.open && text.value.trim() !== '' ? text : file
    const field = form.hidden ? null : fieldOf(reason, keyField, passphrase)
    field?.setAttribute('aria-invalid', 'true')
    const focus = field ?? (form.hidden ? null : submit)
    focus?.focus()
  }
  /** Whatever is brought is tried once at a time, and what was said before is gone. */
  const attempt = async (said: HTMLElement, bring: () => Promise<void>): Promise<void> => {
    if (busy) return
    clearFault()
    show(notice, false)
    saidIn = said
    showBusy(true)
    await bring().finally(() => showBusy(false))
  }
  const typed: Typing[] = [
    armTyping(find('[data-part="words"]', ways), reader, (code) => {
      void attempt(fault, () => events.onWords(code))
    }),
    armTyping(lost, reader, (code) => {
      clearFault()
      saidIn = lostFault
      if (lostOf.value === '') {
        lostOf.setAttribute('aria-invalid', 'true')
        refuse('no-association')
        return lostOf.focus()
      }
      void attempt(lostFault, () => events.onSheet(lostOf.value, code))
    }),
  ]
  const chosen = (): string => find<HTMLInputElement>('input[name="how"]:checked', ways).value
  const showChosen = (): void => {
    showOne(ways, chosen())
    // What becomes of a key in this page: with tools of one's own none comes here.
    show(find('.promise', ways), chosen() !== 'tools')
  }
  const empty = (): void => {
    form.reset()
    for (const each of typed) each.wipe()
    passphrase.type = 'password'
    paste.open = false
    lost.open = false
    lostOf.value = ''
    show(find('[data-part="key-association"]', form), false)
    clearFault()
    showBusy(false)
  }

  reveal.addEventListener('change', () => {
    passphrase.type = reveal.checked ? 'text' : 'password'
  })
  for (const choice of findAll('input[name="how"]', ways)) {
    choice.addEventListener('change', () => {
      clearFault()
      showChosen()
    })
  }
  find('[data-part="passkey"]', ways).addEventListener('click', () => void attempt(fault, events.onPasskey))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const key = file.files?.[0] ?? text.value
    void attempt(fault, async () => {
      if (typeof key === 'string' && key.trim() === '') return refuse('no-key')
      await events.onFile(key, passphrase.value, whose.value || null)
    })
  })
  showChosen()
  for (const part of [ways, lost]) show(part)

  return {
    open: (why) => {
      empty()
      notice.textContent = why ? words(`notice.${why}`) : ''
      show(notice, why !== null)
      show(section)
      const focus = why ? notice : null
      focus?.focus()
    },
    close: () => {
      empty()
      show(notice, false)
      show(section, false)
    },
    refuse,
  }
}

function fieldOf<Field extends HTMLElement>(
  reason: DoorFault,
  keyField: Field,
  passphrase: HTMLInputElement,
): Field | HTMLInputElement | null {
  switch (reason) {
    case 'no-key':
    case 'unreadable-file':
    case 'not-a-secret-key':
    case 'unknown-key':
      return keyField
    case 'wrong-passphrase':
      return passphrase
    default:
      return null
  }
}
