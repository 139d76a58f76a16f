// The door for whoever signs with tools of their own: shows the exact command, takes the signature that it prints, and opens a session with
// it. No key comes into the page; the fingerprint that is typed goes into the command alone.
import { readLoneSignature } from '../../crypto/signature-packet.ts'
import { signInStatement } from '../../protocol/inbox.ts'
import { SIGN_IN_SECONDS } from '../../protocol/limits.ts'
import { find, setText, show } from '../dom.ts'
import { askChallenge, sendSignature } from './sign-in.ts'
import type { Words } from './words.ts'

type Fault =
  | 'no-association'
  | 'no-signature'
  | 'expired'
  | 'sign-in-refused'
  | 'not-a-challenge'
  | 'unreachable'
  | 'unexpected'

const BLOCK = /-----BEGIN PGP SIGNATURE-----[^]*?-----END PGP SIGNATURE-----/

interface Offer {
  association: string
  challenge: string
  /** On the clock of this page, in milliseconds. */
  until: number
}

/** `onEntered` hears for which association a session is open. Answers how to empty the form. */
export function armOwnTools(words: Words, onEntered: (association: string) => void): () => void {
  const form = find<HTMLFormElement>('[data-part="own-tools"]')
  const whose = find<HTMLSelectElement>('#tools-of', form)
  const key = find<HTMLInputElement>('#tools-key', form)
  const signing = find('[data-part="tools-signing"]', form)
  const command = find('[data-text="tools-command"]', signing)
  const signature = find<HTMLTextAreaElement>('#tools-signature', signing)
  const busyLine = find('[data-part="tools-busy"]', form)
  const fault = find('[data-part="tools-fault"]', form)
  let offer: Offer | null = null
  let busy = false

  const refuse = (reason: Fault, field: HTMLElement | null): void => {
    fault.textContent = words(`own-tools-fault.${reason}`)
    if (field !== command) field?.setAttribute('aria-invalid', 'true')
    field?.focus()
  }
  const showCommand = (): void => {
    if (!offer) return
    const fingerprint = key.value.replaceAll(/\s|^0x/g, '').toUpperCase()
    const signer = /^[0-9A-F]{40}$/.test(fingerprint) ? fingerprint : (command.dataset['placeholder'] ?? '')
    const statement = signInStatement(location.origin, offer.association, offer.challenge)
    setText(
      signing,
      'tools-command',
      `printf '${statement.replaceAll('\n', '\\n')}' | gpg --armor --detach-sign --local-user ${signer}!`,
    )
  }
  /** True once a new command is shown; what was signed before is of no more use. */
  const renew = async (association: string): Promise<boolean> => {
    const asked = await askChallenge()
    if (!asked.ok) {
      refuse(
        asked.reason === 'not-a-challenge' || asked.reason === 'unreachable' ? asked.reason : 'unexpected',
        null,
      )
      return false
    }
    offer = { association, challenge: asked.value, until: performance.now() + SIGN_IN_SECONDS * 1000 }
    signature.value = ''
    showCommand()
    show(signing)
    return true
  }
  const ask = async (): Promise<void> => {
    if (whose.value === '') return refuse('no-association', whose)
    if (await renew(whose.value)) command.focus()
  }
  const enter = async (): Promise<void> => {
    if (!offer) return ask()
    const { association, challenge, until } = offer
    const armored = BLOCK.exec(signature.value)?.[0]
    if (armored === undefined || !readLoneSignature(armored)) return refuse('no-signature', signature)
    const opened =
      performance.now() > until
        ? 'expired'
        : await sendSignature({ association, challenge, signature: `${armored}\n` })
    if (opened === null) return onEntered(association)
    if (opened !== 'expired' && opened !== 'sign-in-refused') return refuse(opened, signature)
    if (await renew(association)) refuse(opened, command)
  }
  /** One thing at a time, and what was said before is gone. */
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    if (busy) return
    busy = true
    fault.textContent = ''
    for (const field of [whose, signature]) field.removeAttribute('aria-invalid')
    busyLine.textContent = words('own-tools.busy')
    await work().finally(() => {
      busy = false
      busyLine.textContent = ''
    })
  }

  find('[data-part="tools-ask"]', form).addEventListener('click', () => void attempt(ask))
  key.addEventListener('input', showCommand)
  whose.addEventListener('change', () => {
    // A command for another association would open that one.
    offer = null
    show(signing, false)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void attempt(enter)
  })
  return () => {
    offer = null
    form.reset()
    setText(signing, 'tools-command', '')
    show(signing, false)
    fault.textContent = ''
  }
}
