// The sign-in form: what the member brings, what went wrong, what was said when the last session ended. It empties itself.
import { find, show } from '../dom.ts'
import type { KeySource } from './key-messages.ts'
import type { SignInFault } from './sign-in.ts'
import type { Words } from './words.ts'

export type DoorFault = SignInFault | 'no-key'
export type DoorNotice = 'signed-out' | 'expired' | 'idle'

export interface Door {
  /** Empties the form and shows it, with a word on why when there is one. */
  open: (notice: DoorNotice | null) => void
  close: () => void
  refuse: (fault: DoorFault) => void
}

/** `onKey` is awaited: the form cannot be sent twice. */
export function makeDoor(words: Words, onKey: (key: KeySource, passphrase: string) => Promise<void>): Door {
  const section = find('[data-part="door"]')
  const form = find<HTMLFormElement>('[data-part="sign-in"]', section)
  const file = find<HTMLInputElement>('#key-file', form)
  const text = find<HTMLTextAreaElement>('#key-text', form)
  const passphrase = find<HTMLInputElement>('#passphrase', form)
  const reveal = find<HTMLInputElement>('[data-part="reveal"]', form)
  const paste = find<HTMLDetailsElement>('[data-part="paste"]', form)
  const fault = find('[data-part="fault"]', form)
  const notice = find('[data-part="notice"]', section)
  const submit = find<HTMLButtonElement>('[data-part="submit"]', form)
  let busy = false

  const showBusy = (now: boolean): void => {
    busy = now
    submit.setAttribute('aria-disabled', String(now))
    show(find('[data-part="submit-ready"]', submit), !now)
    show(find('[data-part="submit-busy"]', submit), now)
  }
  const clearFault = (): void => {
    fault.textContent = ''
    for (const field of [file, text, passphrase]) field.removeAttribute('aria-invalid')
  }
  const refuse = (reason: DoorFault): void => {
    const forgotten = reason === 'wrong-passphrase' && passphrase.value === ''
    fault.textContent = words(`fault.${forgotten ? 'no-passphrase' : reason}`)
    const keyField = paste.open && text.value.trim() !== '' ? text : file
    const field = fieldOf(reason, keyField, passphrase)
    field?.setAttribute('aria-invalid', 'true')
    const focus = field ?? submit
    focus.focus()
  }
  const empty = (): void => {
    form.reset()
    passphrase.type = 'password'
    paste.open = false
    clearFault()
    showBusy(false)
  }

  reveal.addEventListener('change', () => {
    passphrase.type = reveal.checked ? 'text' : 'password'
  })
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (busy) return
    clearFault()
    show(notice, false)
    const key = file.files?.[0] ?? text.value
    if (typeof key === 'string' && key.trim() === '') return refuse('no-key')
    showBusy(true)
    await onKey(key, passphrase.value)
    showBusy(false)
  })
  show(form)

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
    case 'not-a-challenge':
    case 'sign-in-refused':
    case 'unreachable':
    case 'unexpected':
    case 'broken':
      return null
  }
}
