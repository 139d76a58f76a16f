// Who is of the team, on screen: names as text, roles, and what an officer may do about each. It decides nothing.
import { copyTemplate, find, setText, show } from '../dom.ts'
import { inGroups } from '../inbox/fingerprint.ts'
import { showStrangerText } from '../inbox/stranger-text.ts'
import type { Words } from '../inbox/words.ts'
import type { TeamEdit, TeammateView, TeamView } from './team-messages.ts'

/** Rows for a team. `onEdit` hears what an officer asked for. */
export function peopleRows(team: TeamView, words: Words, onEdit: (edit: TeamEdit) => void): HTMLElement[] {
  const officer = team.role === 'officer'
  const officers = team.teammates.filter(({ role }) => role === 'officer').length
  return team.teammates
    .filter(({ role }) => role !== 'recovery')
    .map((mate) => rowOf(mate, words, officer, officers, onEdit))
}

function rowOf(
  { name, role, fingerprint, self }: TeammateView,
  words: Words,
  officer: boolean,
  officers: number,
  onEdit: (edit: TeamEdit) => void,
): HTMLElement {
  const row = copyTemplate('teammate')
  showStrangerText(find('[data-text="name"]', row), name)
  setText(row, 'role', words(`team-role.${role}`))
  setText(row, 'fingerprint', inGroups(fingerprint))
  show(find('[data-part="self"]', row), self)
  // Nobody removes themselves, and a team keeps an officer.
  const last = role === 'officer' && officers === 1
  show(find('[data-part="person-actions"]', row), officer && !(self && last))
  const make = {
    officer: find('[data-part="make-officer"]', row),
    member: find('[data-part="make-member"]', row),
  }
  show(make.officer, role === 'member')
  show(make.member, role === 'officer' && !last)
  for (const to of ['officer', 'member'] as const) {
    make[to].addEventListener('click', () => onEdit({ what: 'role', fingerprint, role: to }))
  }
  const remove = find('[data-part="remove"]', row)
  const sure = find('[data-part="remove-sure"]', row)
  show(remove, !self)
  remove.addEventListener('click', () => {
    show(sure)
    find('[data-part="remove-said"]', sure).focus()
  })
  find('[data-part="remove-cancel"]', sure).addEventListener('click', () => {
    show(sure, false)
    remove.focus()
  })
  find('[data-part="remove-confirm"]', sure).addEventListener('click', () => {
    onEdit({ what: 'remove', fingerprint })
  })
  return row
}
