// Someone with an invitation's words, and no key yet: whose invitation it is, a key for them or their own certificate, and the answer. An
// officer still has to say yes.
import { armTyping } from '../code/code-typing.ts'
import type { Code } from '../../crypto/return-code.ts'
import { find, setText, show } from '../dom.ts'
import type { KeyHolder } from '../inbox/key-holder.ts'
import { inGroups } from '../inbox/fingerprint.ts'
import type { Words } from '../inbox/words.ts'
import { makeNewcomerForm, type NewcomerForm, type ReadyNewcomer } from './newcomer-form.ts'
import { answerInvitation, findInvitation } from './team-line.ts'
import { wordReader } from './word-reader.ts'

/** `holder` is asked anew each time: its Worker may have been replaced. `onAnswered`: it must be, for the next. Answers how to empty it. */
export function armInvited(holder: () => KeyHolder, words: Words, onAnswered: () => void): () => void {
  const root = find<HTMLDetailsElement>('[data-part="invited"]')
  const typedPart = find('[data-part="invited-words"]', root)
  const to = find('[data-part="invited-to"]', root)
  const place = find('[data-part="invited-place"]', root)
  const fault = find('[data-part="invited-fault"]', root)
  const done = find('[data-part="invited-done"]', root)
  let form: NewcomerForm | null = null
  let busy = false

  const refuse = (key: string): void => {
    fault.textContent = words(key)
  }
  const begin = async (code: Code): Promise<void> => {
    fault.textContent = ''
    const locator = await holder().ask({ ask: 'invitation-locator', code })
    const found = locator.ok ? await findInvitation(locator.value) : locator
    if (!found.ok) {
      if (found.reason === 'not-found') return refuse('team.unknownInvitation')
      return refuse(`team-fault.${found.reason === 'unreachable' ? 'unreachable' : 'unexpected'}`)
    }
    if (found.value.answered) return refuse('team.taken')
    const made = await holder().ask({ ask: 'new-member' })
    if (!made.ok) return refuse('team-fault.broken')
    setText(to, 'invited-association', words(`association.${found.value.association}`))
    form = makeNewcomerForm(holder(), words, { ownTools: true, next: words('team.finish') }, (newcomer) =>
      answer(code, newcomer),
    )
    place.replaceChildren(form.root)
    typing.wipe()
    show(typedPart, false)
    show(to)
    find('[data-part="invited-name"]', to).focus()
  }
  const answer = async (code: Code, { name, ways, armored }: ReadyNewcomer): Promise<void> => {
    const made = await holder().ask({ ask: 'answer-invitation', code, name, ways, certificate: armored })
    if (!made.ok) return form?.refuse(words('team-fault.broken'))
    if (!made.value.ok) return form?.refuse(words('team.notCertificate'))
    const sent = await answerInvitation(made.value.value)
    if (!sent.ok) {
      const key =
        sent.reason === 'token-taken'
          ? 'team.taken'
          : sent.reason === 'not-found'
            ? 'team.unknownInvitation'
            : `team-fault.${sent.reason === 'unreachable' ? 'unreachable' : 'unexpected'}`
      return form?.refuse(words(key))
    }
    form?.end()
    place.replaceChildren()
    show(to, false)
    setText(done, 'invited-fingerprint', inGroups(made.value.value.member))
    show(done)
    done.focus()
    onAnswered()
  }
  const typing = armTyping(
    typedPart,
    { read: (text, locale) => wordReader(holder()).read(text, locale) },
    (code) => {
      if (busy) return
      busy = true
      void begin(code).finally(() => {
        busy = false
      })
    },
  )
  show(root)
  return () => {
    typing.wipe()
    form?.end()
    form = null
    place.replaceChildren()
    fault.textContent = ''
    root.open = false
    show(typedPart)
    show(to, false)
    show(done, false)
  }
}
