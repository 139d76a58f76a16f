// Where the association is told that something waits, for officers: what the server has, and what takes its place. What is typed stays
// until it is kept.
import { isMailAddress, type Notice } from '../../protocol/notices.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import { find, setText, show } from '../dom.ts'
import type { Words } from '../inbox/words.ts'
import { teamFault, type TeamFault } from './team-desk.ts'
import { fetchNotices, postNotices } from './team-line.ts'

interface NoticesEvents {
  confirm: () => Promise<boolean>
  /** `word` says what is so from now on. */
  onKept: (word: string) => Promise<void>
  onFault: (fault: TeamFault) => void
}

export interface NoticesForm {
  /** Reads what the server has, once: after that the form is its officer's. */
  update: () => Promise<void>
  end: () => void
}

export function wireNotices(
  section: HTMLElement,
  words: Words,
  { confirm, onKept, onFault }: NoticesEvents,
): NoticesForm {
  const form = find<HTMLFormElement>('[data-part="notices-form"]', section)
  const address = find<HTMLInputElement>('#notice-address', form)
  const refused = find<HTMLInputElement>('input[name="no-notice"]', form)
  const locale = find<HTMLSelectElement>('#notice-locale', form)
  const fault = find('[data-part="notices-fault"]', form)
  let isRead = false
  let isSent = false
  let busy = false

  const fill = (notice: Notice | null): void => {
    address.value = notice?.address ?? ''
    refused.checked = notice !== null && notice.address === null
    locale.value = notice?.locale ?? document.documentElement.lang
    const state = stateOf(notice)
    setText(form, 'notices-state', words(`notices.${state}`))
    show(find('[data-text="notices-state"]', form), isSent || state !== 'on')
  }
  const typed = (): Notice | null => {
    const chosen = locale.value as Locale
    if (refused.checked) return { address: null, locale: chosen }
    const text = address.value.trim()
    return isMailAddress(text) ? { address: text, locale: chosen } : null
  }
  const keep = async (notice: Notice): Promise<void> => {
    if (!(await confirm())) return onFault('not-confirmed')
    const kept = await postNotices(notice)
    if (!section.isConnected) return
    if (!kept.ok) return onFault(teamFault(kept.reason))
    fill(notice)
    await onKept(notice.address === null ? 'noticesRefused' : 'noticesKept')
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const notice = typed()
    fault.textContent = notice ? '' : words('notices.wrong')
    address.removeAttribute('aria-invalid')
    if (!notice) {
      address.setAttribute('aria-invalid', 'true')
      return address.focus()
    }
    if (busy) return
    busy = true
    await keep(notice).finally(() => {
      busy = false
    })
  })
  return {
    update: async () => {
      if (isRead) return
      isRead = true
      const state = await fetchNotices()
      if (!section.isConnected) return
      if (!state.ok) {
        isRead = false
        return onFault(teamFault(state.reason))
      }
      isSent = state.value.sent
      fill(state.value.notice)
      show(find('[data-part="notices-unsent"]', section), !isSent)
      show(form)
    },
    end: () => {
      address.value = ''
    },
  }
}

function stateOf(notice: Notice | null): 'never' | 'off' | 'on' {
  if (!notice) return 'never'
  return notice.address === null ? 'off' : 'on'
}
