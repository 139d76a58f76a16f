// Founds a team from the association's own key: a key for its first officer, two sheets on paper, then the first roster. The key that
// opened the session gives its place to the officer's own.
import type { KeyHolder } from '../inbox/key-holder.ts'
import type { Member } from '../inbox/key-source.ts'
import { goIn, type Entered, type OpenedWith } from '../inbox/sign-in.ts'
import type { Words } from '../inbox/words.ts'
import { makeNewcomerForm, type ReadyNewcomer } from './newcomer-form.ts'
import { makeSheetsForm } from './sheets-form.ts'
import { foundTeam, type TeamFault } from './team-desk.ts'

export interface Founding {
  /** Leaves nothing on the page. */
  end: () => void
}

interface FoundingEvents {
  onFounded: (entered: Entered, openedWith: OpenedWith) => void
  onFault: (fault: TeamFault) => void
}

/** Fills `place`, step after step. */
export async function beginFounding(
  place: HTMLElement,
  holder: KeyHolder,
  member: Member,
  words: Words,
  { onFounded, onFault }: FoundingEvents,
): Promise<Founding> {
  const made = await holder.ask({ ask: 'new-member' })
  if (!made.ok) onFault('broken')

  const sheets = (newcomer: Extract<ReadyNewcomer, { armored: null }>) =>
    makeSheetsForm(
      holder,
      member.name,
      async (certificates) => {
        const founded = await foundTeam(holder, newcomer.name, certificates, newcomer.ways)
        if (!founded.ok) return onFault(founded.reason)
        const taken = await holder.ask({ ask: 'take-up', opener: newcomer.opener })
        if (!taken.ok) return onFault('broken')
        const entered = await goIn(holder, { ...member, fingerprint: taken.value })
        if (entered.ok) onFounded(entered.value, newcomer.opener.way)
        else onFault(entered.reason === 'unreachable' ? 'unreachable' : 'broken')
      },
      () => onFault('broken'),
    )
  const form = makeNewcomerForm(
    holder,
    words,
    { ownTools: false, next: words('team.next') },
    async (newcomer) => {
      if (newcomer.armored !== null) return
      const papers = sheets(newcomer)
      form.end()
      place.replaceChildren(papers.root)
      ending = papers.end
      await papers.begin()
    },
  )
  let ending = form.end
  place.replaceChildren(form.root)
  form.root.querySelector('input')?.focus()
  return {
    end: () => {
      ending()
      place.replaceChildren()
    },
  }
}
