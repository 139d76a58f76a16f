// Someone who comes into a team: their name in it, and two ways of opening the key that was just made for them; or, where they are
// invited, the public certificate of a key they have already. It sends nothing.
import { copyTemplate, find, setText, show } from '../dom.ts'
import type { KeyHolder } from '../inbox/key-holder.ts'
import type { Words } from '../inbox/words.ts'
import type { Opener } from './team-messages.ts'
import { FEWEST_KEY_WAYS } from '../../protocol/limits.ts'
import type { KeyBlob } from '../../protocol/team.ts'
import { makeWaysForm } from './ways-form.ts'

/** `opener` and `ways` are of a new key; `armored` is a certificate of one's own instead. */
export type ReadyNewcomer =
  | { name: string; opener: Opener; ways: readonly KeyBlob[]; armored: null }
  | { name: string; opener: null; ways: readonly []; armored: string }

export interface NewcomerForm {
  root: HTMLElement
  /** Says what went wrong; nothing typed is lost. */
  refuse: (text: string) => void
  end: () => void
}

/** `ownTools`: whether a certificate may be brought. `next` is what the button says. `onReady` is awaited. */
export function makeNewcomerForm(
  holder: KeyHolder,
  words: Words,
  { ownTools, next }: { ownTools: boolean; next: string },
  onReady: (newcomer: ReadyNewcomer) => Promise<void>,
): NewcomerForm {
  const root = copyTemplate<HTMLFormElement>('newcomer')
  const name = find<HTMLInputElement>('#newcomer-name', root)
  const certificate = find<HTMLTextAreaElement>('#newcomer-certificate', root)
  const fault = find('[data-part="newcomer-fault"]', root)
  const submit = find<HTMLButtonElement>('button[type="submit"]', root)
  const ways = makeWaysForm(holder, words, 'new')
  let busy = false

  const refuse = (text: string): void => {
    fault.textContent = text
  }
  const ready = (): ReadyNewcomer | string => {
    const said = name.value.trim()
    if (said === '') return words('team.noName')
    const armored = certificate.value.trim()
    if (armored !== '') return { name: said, opener: null, ways: [], armored }
    const opener = ways.opener()
    if (!opener || ways.ways().length < FEWEST_KEY_WAYS) return words('team.few')
    return { name: said, opener, ways: ways.ways(), armored: null }
  }

  find('[data-part="ways-place"]', root).append(ways.root)
  show(find('[data-part="own-tools"]', root), ownTools)
  setText(root, 'newcomer-next', next)
  root.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (busy) return
    fault.textContent = ''
    const newcomer = ready()
    if (typeof newcomer === 'string') {
      refuse(newcomer)
      if (name.value.trim() === '') name.focus()
      return
    }
    busy = true
    submit.setAttribute('aria-disabled', 'true')
    try {
      await onReady(newcomer)
    } finally {
      submit.setAttribute('aria-disabled', 'false')
      busy = false
    }
  })
  return { root, refuse, end: ways.end }
}
