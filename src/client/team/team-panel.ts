// The team on screen: its people, invitations, one's own ways of opening, the sheets on paper. It asks; officers' changes are made and
// signed in the key Worker. What it shows goes when it is left.
import { utf8 } from '../../crypto/encoding.ts'
import type { RecordDesk } from '../../domain/record-desk.ts'
import { decline } from '../../protocol/result.ts'
import { copyTemplate, find, setText, show } from '../dom.ts'
import type { LeavingMeans } from '../export/leaving.ts'
import type { KeyHolder } from '../inbox/key-holder.ts'
import type { Member } from '../inbox/key-source.ts'
import { inGroups } from '../inbox/fingerprint.ts'
import { saveFile } from '../inbox/save-file.ts'
import type { Entered, OpenedWith } from '../inbox/sign-in.ts'
import type { Words } from '../inbox/words.ts'
import { confirmed } from './confirm-form.ts'
import { beginFounding, type Founding } from './founding.ts'
import { makeInvitations } from './invitations-list.ts'
import { wireJournal } from './journal.ts'
import { wireNotices } from './notices-form.ts'
import { makeOwnWays } from './own-ways.ts'
import { peopleRows } from './people-list.ts'
import { makeSheetsForm } from './sheets-form.ts'
import { changeTeam, type TeamFault } from './team-desk.ts'
import type { TeamEdit, TeamView } from './team-messages.ts'

export interface TeamPanel {
  /** `said` is a word to begin with: what has just been done. */
  open: (said?: string) => void
  /** Leaves nothing on the page. */
  end: () => void
}

export interface TeamMeans {
  holder: KeyHolder
  member: Member
  team: TeamView | null
  /** The team has changed: this is how it is now. */
  onTeam: (team: TeamView) => void
  openedWith: OpenedWith
  words: Words
  announce: (text: string) => void
  records: RecordDesk
  /** How the record may be taken away. */
  leaving: LeavingMeans
  /** Wants the list of reports again; null where there is none to go back to. */
  onBack: (() => void) | null
  /** The association's key gave its place to an officer's own. */
  onFounded: (entered: Entered, openedWith: OpenedWith) => void
}

export function makeTeamPanel(place: HTMLElement, means: TeamMeans): TeamPanel {
  const { holder, member, openedWith, words, announce, onBack, onFounded } = means
  const root = copyTemplate('team')
  const said = find('[data-part="said"]', root)
  const fault = find('[data-part="fault"]', root)
  const confirmPlace = find('[data-part="confirm-place"]', root)
  const section = (name: string): HTMLElement => find(`[data-part="${name}"]`, root)
  let team = means.team
  let busy = false
  let founding: Founding | null = null
  let endSheets: (() => void) | null = null

  const refuse = (reason: TeamFault): void => {
    fault.textContent = words(`team-fault.${reason}`)
    fault.scrollIntoView({ block: 'nearest' })
  }
  const say = (word: string): void => {
    fault.textContent = ''
    said.textContent = words(`team.${word}`)
    show(said)
    said.focus()
  }
  const confirm = (): Promise<boolean> => confirmed(confirmPlace, holder, openedWith, words)
  /** One at a time: a second click asks for nothing more. */
  const edit = async (asked: TeamEdit, word: string): Promise<boolean> => {
    if (busy) return false
    busy = true
    try {
      return await editOnce(asked, word)
    } finally {
      busy = false
    }
  }
  /** True once it is done. */
  const editOnce = async (asked: TeamEdit, word: string): Promise<boolean> => {
    fault.textContent = ''
    show(said, false)
    const changed = (await confirm()) ? await changeTeam(holder, asked) : decline('not-confirmed')
    if (!root.isConnected) return false
    if (!changed.ok) {
      refuse(changed.reason)
      return false
    }
    team = changed.value
    means.onTeam(team)
    update()
    say(word)
    return true
  }

  const invitations = makeInvitations(section('invitations'), holder, {
    onWelcome: ({ name, certificate }) =>
      void edit({ what: 'add', name, certificate, role: 'member' }, 'welcomed'),
    onRemoved: () => say('removedInvitation'),
    onFault: refuse,
  })
  const ownWays = makeOwnWays(section('own-ways'), holder, words, {
    inBrowser: openedWith !== 'file',
    confirm,
    onSaid: say,
    onFault: refuse,
  })
  const notices = wireNotices(section('notices'), words, {
    confirm,
    onKept: async (word) => {
      await means.records.note('notices-changed', null)
      say(word)
    },
    onFault: refuse,
  })
  const endJournal = wireJournal(section('journal'), {
    holder,
    association: member.association,
    words,
    teammates: () => team?.teammates ?? [],
    confirm,
    leaving: means.leaving,
    onFault: refuse,
  })
  const update = (): void => {
    const officer = team?.role === 'officer'
    show(section('founding'), team === null)
    show(section('members'), team !== null)
    show(section('invitations'), officer)
    show(section('notices'), officer)
    show(section('own-ways'), team !== null)
    show(section('own-sheets'), officer)
    show(section('request'), team !== null && !team.inDirectory)
    show(section('request-lead'), officer)
    show(section('request-waiting'), !officer)
    show(section('request-save'), officer)
    if (!team) return
    setText(section('request'), 'newest', inGroups(team.newestKey))
    const rows = peopleRows(team, words, (asked) => {
      void edit(asked, asked.what === 'remove' ? 'removed' : 'changed')
    })
    section('people').replaceChildren(...rows)
    if (officer) void invitations.update()
    if (officer) void notices.update()
    void ownWays.update()
  }

  find('[data-part="back"]', root).addEventListener('click', () => onBack?.())
  show(find('[data-part="back"]', root), onBack !== null)
  section('request-save').addEventListener('click', async () => {
    const request = await holder.ask({ ask: 'key-request' })
    if (!request.ok) return refuse('broken')
    const file = utf8(`${JSON.stringify(request.value, null, 2)}\n`)
    saveFile(`balise-${request.value.association}-key.json`, file)
  })
  section('found').addEventListener('click', async () => {
    fault.textContent = ''
    if (!(await confirm())) return refuse('not-confirmed')
    show(section('found'), false)
    const begun = { onFounded, onFault: refuse }
    founding = await beginFounding(section('founding-place'), holder, member, words, begun)
  })
  section('renew-sheets').addEventListener('click', async () => {
    if (!(await confirm())) return refuse('not-confirmed')
    const sheetsPlace = section('renew-place')
    const sheets = makeSheetsForm(
      holder,
      member.name,
      async (certificates) => {
        // Papers that were written out by hand are tried again, not written again.
        if (await edit({ what: 'sheets', sheets: certificates }, 'renewed')) sheetsPlace.replaceChildren()
      },
      () => refuse('broken'),
    )
    endSheets = sheets.end
    sheetsPlace.replaceChildren(sheets.root)
    await sheets.begin()
  })

  return {
    open: (word) => {
      update()
      place.replaceChildren(root)
      find('#team-title', root).focus()
      if (word) {
        say(word)
        announce(words(`team.${word}`))
      }
    },
    end: () => {
      founding?.end()
      endSheets?.()
      invitations.end()
      notices.end()
      ownWays.end()
      endJournal()
      place.replaceChildren()
    },
  }
}
