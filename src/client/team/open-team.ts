// The team within the workspace: its button, one step forward in the browser's history, and back to the reports.
import { find } from '../dom.ts'
import type { RecordDesk } from '../inbox/record-desk.ts'
import type { Entered, OpenedWith, Visit } from '../inbox/sign-in.ts'
import { makeTeamPanel, type TeamMeans, type TeamPanel } from './team-panel.ts'

type Means = Pick<TeamMeans, 'holder' | 'words' | 'announce' | 'leaving'> & { records: RecordDesk } & Visit

interface TeamEvents {
  /** The team takes the place of the list, or gives it back. */
  onShown: (shown: boolean) => void
  onRenewed: (entered: Entered, word: string, openedWith: OpenedWith) => void
}

/** Over the workspace's root. */
export function openTeam(root: HTMLElement, means: Means, { onShown, onRenewed }: TeamEvents): TeamPanel {
  const stopping = new AbortController()
  const { signal } = stopping
  const place = find('[data-part="team-place"]', root)
  let panel: TeamPanel | null = null
  let { team } = means

  const close = (): void => {
    if (!panel) return
    panel.end()
    panel = null
    onShown(false)
  }
  const open = (said?: string): void => {
    if (panel) return
    history.pushState(null, '')
    panel = makeTeamPanel(place, {
      ...means,
      team,
      onTeam: (now) => {
        team = now
        void means.records.note('team-changed', null)
      },
      onBack: () => history.back(),
      onFounded: (entered, openedWith) => onRenewed(entered, 'founded', openedWith),
    })
    onShown(true)
    panel.open(said)
  }
  find('[data-part="open-team"]', root).addEventListener('click', () => open())
  addEventListener('popstate', close, { signal })
  return {
    open,
    end: () => {
      stopping.abort()
      panel?.end()
      panel = null
    },
  }
}
