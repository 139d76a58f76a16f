// Writes what the bench measured as docs/performance.md. No figure of that page is typed by hand.
import { tableOf } from './table.ts'

export interface InboxFigures {
  bench: 'inbox'
  day: string
  processor: string
  browser: string
  /** Processes that wanted a processor before the browser was started: with more of them than processors, all below is slower. */
  loadBefore: number
  referrals: number
  /** That opened envelopes. */
  workers: number
  /** From the inbox being unlocked; then from the key being brought: unlocking it and signing in come first. */
  firstRowMs: number
  firstRowFromKeyMs: number
  allSeconds: number
  perSecond: number
  perSecondEachWorker: number
  searchMs: number
  residentMegabytes: number
  privateMegabytes: number
  gpgSample: number
  gpgEachPerSecond: number
  gpgTogetherPerSecond: number
}

/** The whole page, in Markdown. */
export function performancePage(of: InboxFigures): string {
  const rows: [what: string, figure: string][] = [
    ['first row there, from unlocking', `${of.firstRowMs} ms`],
    ['the same, from giving the key: its passphrase and signing in included', `${of.firstRowFromKeyMs} ms`],
    [`all ${of.referrals} opened, listed and searchable`, `${of.allSeconds} s`],
    ['envelopes a second', `${of.perSecond}`],
    [`each of ${of.workers} Workers that open`, `${of.perSecondEachWorker}`],
    ['a search in all of them', `${of.searchMs} ms`],
    ['most memory of the page and its Workers, its own alone', `${of.privateMegabytes} MB`],
    ['the same with the browser’s own program, which all its pages share', `${of.residentMegabytes} MB`],
    [`\`gpg --decrypt\`, a process an envelope (${of.gpgSample} of them)`, `${of.gpgEachPerSecond} a second`],
    ['`gpg --multifile --decrypt`, one process for all', `${of.gpgTogetherPerSecond} a second`],
  ]
  return `# How fast an inbox opens

Written by \`node test/bench/inbox.ts --write\`, which measures and judges nothing. Figures are of one run, on one machine, and hold for
no other: the server, the browser and GnuPG had the same processors, and so had whatever else ran there.

${of.day}, ${of.processor}, ${of.browser}.
One-minute load when the browser was started, sealing the envelopes included: ${of.loadBefore}.

The envelopes are referrals of one association, over three months, half of them by people who took a code, one in twelve of the middle
size. GnuPG opened some of the same envelopes with the same key, which had no passphrase there.

${tableOf(['what', 'measured'], rows)}

Memory is that of the browser's process that holds the page and all its Workers, looked at ten times a second from before the key was
given.
`
}
