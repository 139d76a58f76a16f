// The ways in which whoever is signed in can open their own key: seeing them, adding one, removing one while two remain.
import { copyTemplate, find, setText, show } from '../dom.ts'
import type { KeyHolder } from '../inbox/key-holder.ts'
import { dayInWords, type Words } from '../inbox/words.ts'
import { FEWEST_KEY_WAYS } from '../../protocol/limits.ts'
import { fetchWays, postWay, removeWay } from './team-line.ts'
import { teamFault, type TeamFault } from './team-desk.ts'
import { makeWaysForm, type WaysForm } from './ways-form.ts'

interface OwnWaysMeans {
  /** Whether their key is in this browser, and not in tools of their own. */
  inBrowser: boolean
  confirm: () => Promise<boolean>
  onSaid: (word: string) => void
  onFault: (fault: TeamFault) => void
}

export interface OwnWays {
  update: () => Promise<void>
  end: () => void
}

export function makeOwnWays(
  section: HTMLElement,
  holder: KeyHolder,
  words: Words,
  { inBrowser, confirm, onSaid, onFault }: OwnWaysMeans,
): OwnWays {
  const list = find('[data-part="own-list"]', section)
  const place = find('[data-part="own-place"]', section)
  let form: WaysForm | null = null

  const update = async (): Promise<void> => {
    const kept = await fetchWays()
    if (!section.isConnected) return
    if (!kept.ok) return onFault(teamFault(kept.reason))
    const { ways } = kept.value
    const none = ways.length === 0 && !inBrowser
    show(find('[data-part="own-none"]', section), none)
    show(find('[data-part="own-lead"]', section), !none)
    list.replaceChildren(
      ...ways.map(({ way, since, locatorHash }) => {
        const row = copyTemplate('way')
        setText(row, 'way', words(`team-way.${way}`))
        setText(row, 'since', dayInWords(since, { dateStyle: 'long' }))
        show(find('[data-part="way-since"]', row))
        const remove = find('[data-part="remove-way"]', row)
        show(remove, ways.length > FEWEST_KEY_WAYS)
        remove.addEventListener('click', async () => {
          if (!(await confirm())) return
          const removed = await removeWay(locatorHash)
          if (!removed.ok) return onFault(teamFault(removed.reason))
          await update()
          onSaid('removedWay')
        })
        return row
      }),
    )
  }
  if (inBrowser) {
    form = makeWaysForm(holder, words, 'own', {
      mayAdd: confirm,
      onMade: async (way) => {
        const kept = await postWay(way)
        if (!kept.ok) {
          return kept.reason === 'too-many' || kept.reason === 'unreachable' ? kept.reason : 'broken'
        }
        await update()
        return null
      },
    })
    place.replaceChildren(form.root)
  }
  return {
    update,
    end: () => {
      form?.end()
      place.replaceChildren()
      list.replaceChildren()
    },
  }
}
