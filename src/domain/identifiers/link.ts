// Links to profiles and e-mail addresses in one form. Nothing is ever fetched, looked up or opened.

/** Parameters that say who shared a link, often the victim, and never which profile it leads to. */
const TRACKERS =
  /^(?:utm_\w*|fbclid|gclid|dclid|msclkid|ttclid|twclid|yclid|igshid|igsh|mibextid|share_id|ref_src|mc_cid|mc_eid|_t|_r|si)$/i

const WEB = /^https?:\/\//i
const ANY_SCHEME = /^[a-z][a-z\d+.-]*:(?!\d)/i
const PUBLIC_NAME = /\.[a-z][a-z\d-]*[a-z\d]$/

/** `https` where no scheme was written, lower-case host, no tracking parameter; null when it is no web address. */
export function readLink(text: string): string | null {
  if (/\s/.test(text) || (ANY_SCHEME.test(text) && !WEB.test(text))) return null
  try {
    const link = new URL(WEB.test(text) ? text : `https://${text}`)
    if (link.username || link.password || !PUBLIC_NAME.test(link.hostname)) return null
    const kept = link.search
      .slice(1)
      .split('&')
      .filter((pair) => !TRACKERS.test(pair.split('=')[0] ?? ''))
    link.search = kept.join('&')
    return link.href
  } catch {
    return null
  }
}

const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?`
const EMAIL = new RegExp(`^[^\\s@<>()",;:]{1,64}@(?:${LABEL}\\.)+${LABEL}$`, 'u')

/** The part after the @ in lower case; the part before it is the mailbox's own affair. */
export function readEmail(text: string): string | null {
  const bare = text.replace(/^mailto:/i, '').replace(/^<(.*)>$/, '$1')
  if (!EMAIL.test(bare)) return null
  const at = bare.lastIndexOf('@')
  return bare.slice(0, at) + bare.slice(at).toLowerCase().normalize('NFKC')
}
