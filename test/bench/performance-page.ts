// Writes what the bench measured as docs/performance.md. No figure of that page is typed by hand.

export interface InboxFigures {
  bench: 'inbox'
  day: string
  processor: string
  browser: string
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

const line = (what: string, figure: string): string => `| ${what} | ${figure} |`

/** The whole page, in Markdown. */
export function performancePage(of: InboxFigures): string {
  const lines = [
    line('first row there, from unlocking', `${of.firstRowMs} ms`),
    line(
      'the same, from giving the key: its passphrase and signing in included',
      `${of.firstRowFromKeyMs} ms`,
    ),
    line(`all ${of.referrals} opened, listed and searchable`, `${of.allSeconds} s`),
    line('envelopes a second', `${of.perSecond}`),
    line(`each of ${of.workers} Workers that open`, `${of.perSecondEachWorker}`),
    line('a search in all of them', `${of.searchMs} ms`),
    line('most memory of the page and its Workers, its own alone', `${of.privateMegabytes} MB`),
    line('the same with the browser’s own program, which all its pages share', `${of.residentMegabytes} MB`),
    line(
      `\`gpg --decrypt\`, a process an envelope (${of.gpgSample} of them)`,
      `${of.gpgEachPerSecond} a second`,
    ),
    line('`gpg --multifile --decrypt`, one process for all', `${of.gpgTogetherPerSecond} a second`),
  ]
  return `# How fast an inbox opens

Written by \`node test/bench/inbox.ts --write\`, which measures and judges nothing. Figures are of one run, on one machine, and hold for
no other: the server, the browser and GnuPG had the same processors, and so had whatever else ran there.

${of.day}, ${of.processor}, ${of.browser}. The envelopes are ${of.referrals} referrals of one association, over three months, half of
them by people who took a code, one in twelve of the middle size. GnuPG opened the same envelopes with the same key, which had no
passphrase there.

|     |     |
| --- | --- |
${lines.join('\n')}

Memory is that of the browser's process that holds the page and all its Workers, looked at ten times a second from before the key was
given.
`
}
