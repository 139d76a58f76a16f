// What the island says of a team: its people, its ways of opening, its notices, its record.
import type { Messages } from '../../i18n/messages.ts'
import { pick, type Group, type Words } from './word-group.ts'

const panelWords = ({
  founding,
  newcomer,
  ways,
  sheets,
  members,
  invitations,
  invited,
  lost,
  notices,
  confirm,
}: Messages['team']): Words => ({
  founded: `${founding.done} ${founding.aside}`,
  unnoticed: `${founding.done} ${founding.aside} ${founding.unnoticed}`,
  next: newcomer.next,
  noName: newcomer.noName,
  notCertificate: newcomer.notCertificate,
  made: ways.made,
  added: ways.added,
  removedWay: ways.removed,
  few: ways.few,
  renewed: sheets.renewed,
  removed: members.removed,
  changed: members.changed,
  removedInvitation: invitations.removed,
  welcomed: invitations.welcomed,
  unknownInvitation: invited.unknown,
  taken: invited.taken,
  finish: invited.finish,
  reopening: lost.heading,
  reopened: lost.done,
  noticesKept: notices.kept,
  noticesRefused: notices.refused,
  wrong: confirm.wrong,
})

const NOTICES_WORDS = ['on', 'off', 'never', 'wrong'] as const
const JOURNAL_WORDS = ['whole', 'broken', 'empty', 'unread', 'case'] as const

export const teamWords = ({ team }: Messages): Group[] => [
  ['team-role', team.members.roles],
  ['team-way', team.ways.kinds],
  ['team-way-fault', team.ways.faults],
  ['team-fault', team.faults],
  ['notices', pick(team.notices, NOTICES_WORDS)],
  ['action', team.journal.actions],
  ['journal-fault', team.journal.faults],
  ['journal', pick(team.journal, JOURNAL_WORDS)],
  ['team', panelWords(team)],
]
