// Invitations, for officers: making one, seeing its words again, welcoming whoever answered, taking one back. Words stand on screen only
// while they are asked for.
import type { Code } from '../../crypto/return-code.ts'
import type { OpenInvitations } from '../../protocol/team.ts'
import { showCode } from '../code/code-view.ts'
import { copyTemplate, find, setText, show } from '../dom.ts'
import { inGroups } from '../inbox/fingerprint.ts'
import { showStrangerText } from '../inbox/stranger-text.ts'
import { dayInWords } from '../inbox/words.ts'
import type { KeyHolder } from '../inbox/key-holder.ts'
import { fetchInvitations, postInvitation, removeInvitation } from './team-line.ts'
import type { Newcomer } from './team-messages.ts'
import { teamFault, type TeamFault } from './team-desk.ts'

interface InvitationEvents {
  onWelcome: (newcomer: Newcomer) => void
  onRemoved: () => void
  onFault: (fault: TeamFault) => void
}

export interface InvitationsList {
  /** Reads them anew. */
  update: () => Promise<void>
  end: () => void
}

export function makeInvitations(
  section: HTMLElement,
  holder: KeyHolder,
  { onWelcome, onRemoved, onFault }: InvitationEvents,
): InvitationsList {
  const list = find('[data-part="invited"]', section)
  const none = find('[data-part="no-invitations"]', section)
  let rows: HTMLElement[] = []
  let turn = 0

  const clear = (): void => {
    for (const row of rows) showCode(row, null)
    rows = []
    list.replaceChildren()
  }
  const update = async (wordsOf: string | null = null): Promise<void> => {
    const mine = ++turn
    const open = await fetchInvitations()
    if (!section.isConnected || mine !== turn) return
    if (!open.ok) return onFault(teamFault(open.reason))
    clear()
    for (const invitation of open.value.invitations) {
      const row = await rowOf(invitation, invitation.locatorHash === wordsOf)
      if (mine !== turn) return
      rows.push(row)
      list.append(row)
    }
    show(none, rows.length === 0)
  }
  const rowOf = async (
    { locatorHash, until, note, answer, member }: OpenInvitations['invitations'][number],
    withWords: boolean,
  ): Promise<HTMLElement> => {
    const row = copyTemplate('invitation')
    const opened = await holder.ask({ ask: 'open-answer', note, answer, locatorHash })
    const said = opened.ok ? opened.value : null
    const newcomer = said?.newcomer?.fingerprint === member ? (said?.newcomer ?? null) : null
    setText(row, 'until', dayInWords(until, { dateStyle: 'long' }))
    show(find('[data-part="waits"]', row), answer === null)
    show(find('[data-part="answered"]', row), newcomer !== null)
    show(find('[data-part="check"]', row), newcomer !== null)
    show(find('[data-part="foreign"]', row), !said || (answer !== null && newcomer === null))
    const accept = find('[data-part="accept"]', row)
    show(accept, newcomer !== null)
    if (newcomer) {
      showStrangerText(find('[data-text="name"]', row), newcomer.name)
      setText(row, 'fingerprint', inGroups(newcomer.fingerprint))
      accept.addEventListener('click', () => onWelcome(newcomer))
    }
    const again = find('[data-part="show-words"]', row)
    show(again, said !== null && answer === null)
    again.addEventListener('click', () => said && showWords(row, said.code))
    if (withWords && said) showWords(row, said.code)
    find('[data-part="remove-invitation"]', row).addEventListener('click', async () => {
      const removed = await removeInvitation(locatorHash)
      if (!removed.ok) return onFault(teamFault(removed.reason))
      await update()
      onRemoved()
    })
    return row
  }
  const showWords = (row: HTMLElement, code: Code): void => {
    show(find('[data-part="invitation-words"]', row))
    show(find('[data-part="show-words"]', row), false)
    showCode(row, code)
    requestAnimationFrame(() => find('[data-code-words]', row).focus())
  }

  find('[data-part="invite"]', section).addEventListener('click', async () => {
    const made = await holder.ask({ ask: 'invite' })
    if (!made.ok) return onFault('broken')
    const { invitation } = made.value
    const kept = await postInvitation(invitation)
    if (!kept.ok) return onFault(teamFault(kept.reason))
    await update(invitation.locatorHash)
  })
  return { update: () => update(), end: clear }
}
