// A team opened again with a sheet: a new key for whoever holds it, who comes in as an officer. There is no report here: the
// server gives a sheet's key none.
import { copyTemplate, find } from '../dom.ts'
import type { KeyHolder } from '../inbox/key-holder.ts'
import type { Member } from '../inbox/key-source.ts'
import { goIn, type Entered, type OpenedWith } from '../inbox/sign-in.ts'
import type { Words } from '../inbox/words.ts'
import { makeNewcomerForm } from './newcomer-form.ts'
import { changeTeam } from './team-desk.ts'

interface RecoveryEvents {
  onSignOut: () => void
  onRenewed: (entered: Entered, word: string, openedWith: OpenedWith) => void
}

/** Fills `place`. Returns how to end it. */
export function openRecovery(
  place: HTMLElement,
  holder: KeyHolder,
  member: Member,
  words: Words,
  { onSignOut, onRenewed }: RecoveryEvents,
): () => void {
  const root = copyTemplate('recovery')
  const formPlace = find('[data-part="recovery-place"]', root)
  let end = (): void => undefined

  const begin = async (): Promise<void> => {
    const made = await holder.ask({ ask: 'new-member' })
    if (!made.ok) return onSignOut()
    const { certificate } = made.value
    const form = makeNewcomerForm(
      holder,
      words,
      { ownTools: false, next: words('team.reopening') },
      async (newcomer) => {
        if (newcomer.armored !== null) return
        const { name, ways, opener } = newcomer
        const changed = await changeTeam(holder, { what: 'add', name, role: 'officer', certificate }, ways)
        if (!changed.ok) return form.refuse(words(`team-fault.${changed.reason}`))
        const taken = await holder.ask({ ask: 'take-up', opener })
        const entered = taken.ok ? await goIn(holder, { ...member, fingerprint: taken.value }) : taken
        if (!entered.ok) return form.refuse(words('team-fault.broken'))
        onRenewed(entered.value, 'reopened', opener.way)
      },
    )
    end = form.end
    formPlace.replaceChildren(form.root)
  }

  find('[data-part="sign-out"]', root).addEventListener('click', onSignOut)
  place.replaceChildren(root)
  find('#recovery-title', root).focus()
  void begin()
  return () => {
    end()
    place.replaceChildren()
  }
}
