// The team within the workspace: its button, beside the reports, and what changes of it.
import { find } from '../dom.ts'
import type { Beside } from '../inbox/beside.ts'
import type { Entered, OpenedWith, Visit } from '../inbox/sign-in.ts'
import { makeTeamPanel, type TeamMeans, type TeamPanel } from './team-panel.ts'

type Means = Pick<TeamMeans, 'holder' | 'words' | 'announce' | 'leaving' | 'records'> & Visit

interface TeamEvents {
  onRenewed: (entered: Entered, word: string, openedWith: OpenedWith) => void
}

/** Over the workspace's root. */
export function openTeam(
  root: HTMLElement,
  beside: Beside,
  means: Means,
  { onRenewed }: TeamEvents,
): TeamPanel {
  const place = find('[data-part="team-place"]', root)
  let panel: TeamPanel | null = null
  let { team } = means

  const close = (): void => {
    panel?.end()
    panel = null
  }
  const open = (said?: string): void => {
    if (beside.isShown()) return
    beside.enter(close)
    panel = makeTeamPanel(place, {
      ...means,
      team,
      onTeam: (now) => {
        team = now
        void means.records.note('team-changed', null)
      },
      onBack: beside.leave,
      onFounded: (entered, openedWith) => onRenewed(entered, 'founded', openedWith),
    })
    panel.open(said)
  }
  find('[data-part="open-team"]', root).addEventListener('click', () => open())
  return { open, end: close }
}
