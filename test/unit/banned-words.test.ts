// Words that the source may not hold, but where it must: each place is named here, with why. What a rule of the linter can say, it says
// (`.oxlintrc.json`); that it does is tried here too. A place that no longer needs its leave has it no longer.
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

interface Banned {
  /** What it would do. */
  what: string
  words: RegExp
  /** The files it is looked for in; all of the source, if not said. */
  where?: RegExp
  /** File → why. */
  leave: Readonly<Record<string, string>>
  /** Lines that it must catch. */
  planted: readonly string[]
}

/** What the app needs of a request to answer it. None says who asks, from where, or with what. */
const HEADERS_READ = [
  'Proof',
  'Permit',
  'Content-Type',
  'Content-Length',
  'Accept-Encoding',
  'If-None-Match',
  'Origin',
  'Sec-Fetch-Site',
]

const BANNED: readonly Banned[] = [
  {
    what: 'ask who is asking, from where, or with what',
    words:
      /remoteAddress|remotePort|getConnInfo|conninfo|request\.cf\b|cf-(?:connecting|ip|ray)|x-forwarded|x-real-ip|x-client-ip|true-client|\bforwarded\b|user-?agent|accept-language|\breferer\b|document\.referrer|sec-ch-|x-request-id|traceparent/i,
    leave: { 'src/cli/asked-as.ts': 'whoever verifies a site asks it as an ordinary phone does' },
    planted: [
      "c.req.header('CF-Connecting-IP')",
      "headers.get('x-forwarded-for')",
      'incoming.socket.remoteAddress',
      'getConnInfo(c)',
      'const { country } = request.cf',
      "c.req.header('User-Agent')",
      'document.referrer',
    ],
  },
  {
    what: 'read a header of a request that is not one of those the app needs',
    words: new RegExp(
      String.raw`\.header\((?!'Allow', |'(?:${HEADERS_READ.join('|')})'\))|headers\.get\((?!'(?:${HEADERS_READ.join('|')})'\))|req\.raw\.headers|rawHeaders`,
    ),
    where: /^src\/(?:server|worker|node)/,
    leave: {},
    planted: ["c.req.header('Via')", 'c.req.header()', "request.headers.get('Cookie')", 'c.req.raw.headers'],
  },
  {
    what: 'look at the device',
    words:
      /\bnavigator\b(?!\.(?:languages|onLine|credentials|hardwareConcurrency)\b)|\bscreen\.(?:width|height)/,
    leave: {},
    planted: [
      'navigator.userAgent',
      'const { platform } = navigator',
      'navigator.geolocation.getCurrentPosition()',
    ],
  },
  {
    what: 'look at the device for what only one page needs',
    words: /navigator\.(?:languages|onLine|credentials|hardwareConcurrency)/,
    leave: {
      'src/client/choose-language.ts': 'leads from the bare address to a language, once, and sends nothing',
      'src/client/files/sending-files-view.ts': 'says that there is no line',
      'src/client/inbox/open.worker.ts': 'how many Workers open an association’s inbox',
      'src/client/team/passkey.ts': 'passkeys of an association’s members',
    },
    planted: ['navigator.languages'],
  },
  {
    what: 'call the network',
    words: /\bfetch\(|\bXMLHttpRequest\b|\bimportScripts\(|new Request\(/,
    leave: {
      'src/client/api.ts': 'every call of the pages',
      'src/client/bring-in.ts': 'other pages of this build, as documents',
      'src/server/mail/http-mailer.ts': 'the mail endpoint that the operator named',
      'src/server/edge/edge-house.ts': 'the site’s own files, by their binding',
      'src/worker.ts': 'hands requests to the app',
      'src/node.ts': 'hands requests to the app',
      'src/cli/server-connection.ts': 'the server that a member named',
      'src/db/hrana-store.ts': 'the stores that the operator named, with a bound on the wait',
      'src/cli/edge-processes.ts': 'whether a process of this machine answers',
      'src/domain/case-desk.ts': 'a parameter that is so called',
      'src/domain/template-desk.ts': 'a parameter that is so called',
    },
    planted: [
      "await fetch('/api/health')",
      'globalThis.fetch(url)',
      'new XMLHttpRequest()',
      "importScripts('/x.js')",
    ],
  },
  {
    what: 'open a socket',
    words:
      /from 'node:(?:net|tls|http|https|http2|dgram|dns)[/']|import\('node:(?:net|tls|http|https|http2|dgram|dns)/,
    leave: {
      'src/node.ts': 'the types of what listens',
      'src/server/node/stop.ts': 'the type of what listens',
      'src/server/node/http-server.ts': 'what listens',
      'src/cli/site-reader.ts': 'the site that someone verifies',
      'src/cli/free-port.ts': 'a port of this machine',
      'src/cli/doors.ts': 'how an address is written',
    },
    planted: [
      "import { connect } from 'node:net'",
      "await import('node:https')",
      "import { lookup } from 'node:dns/promises'",
    ],
  },
  {
    what: 'write a line where victims are heard, or on their phone',
    words: /\blog\(|\bconsole\b|process\.std(?:out|err)/,
    where:
      /^src\/(?:client|pages|sealing|crypto|domain|protocol|db|server\/(?:routes\/victim|middleware|parts))\//,
    leave: { 'src/db/late-store.ts': 'a code, at start, of a disk that has no room' },
    planted: ['c.env.log(c.var.body.tokens[0])', 'console.log(report)', 'process.stderr.write(text)'],
  },
  {
    what: 'write to the console',
    words: /\bconsole\b/,
    leave: {
      'src/worker.ts': 'the edge’s log is its console: codes and counts',
      'src/observatory.ts': 'the edge’s log is its console: codes and counts',
    },
    planted: ["console.warn('here')"],
  },
  {
    what: 'turn text into markup or code',
    words:
      /dangerouslySetInnerHTML|\braw\(|DOMParser|createContextualFragment|srcdoc|setHTML|document\.write|\beval\(|new Function\b|javascript:/,
    leave: {},
    planted: [
      '<p dangerouslySetInnerHTML={{ __html: text }} />',
      'new DOMParser()',
      'document.write(text)',
      'eval(text)',
    ],
  },
  {
    what: 'name another site',
    words: /https?:\/\//,
    where: /^src\/(?!cli\/|build\/|i18n\/[a-z]+\/common\.ts|help\/)/,
    leave: {
      'src/server/edge/edge-house.ts': 'a name that leads nowhere, for the binding of the site’s files',
      'src/server/open-data/data-package.ts':
        'licence, schema and source of the open data, as a data package has them',
      'src/node.ts': 'the address it listens on',
      'src/domain/identifiers/link.ts': 'brings what someone typed to one form',
      'src/directory/directory.ts': 'the form of the site’s own address',
      'src/i18n/fr/verify.ts': 'stands for the site’s own address, in a command',
      'src/i18n/en/verify.ts': 'stands for the site’s own address, in a command',
      'src/client/trends/svg.ts': 'the namespace of pictures',
      'src/pages/static/icon.svg': 'the namespace of pictures',
      'src/pages/association/tools.tsx': 'stands for the site’s own address until that is filled in',
      'src/pages/report/choose-step.tsx': 'links to services that the editor checked',
      'src/pages/help.tsx': 'links to services that the editor checked',
      'src/pages/help-lines.tsx': 'links to services that the editor checked',
      'src/pages/rights.tsx': 'links to services that the editor checked',
    },
    planted: ["const COUNTER = 'https://counter.example/hit'", '@import url(http://fonts.example/a.css);'],
  },
  {
    what: 'keep anything on the device',
    words:
      /document\.cookie|cookieStore|localStorage|sessionStorage|indexedDB|\bcaches\b|serviceWorker|requestStorageAccess|createWritable|showSaveFilePicker|window\.name\b/,
    leave: {},
    planted: ["document.cookie = 'a=b'", "caches.open('x')", 'navigator.serviceWorker.register(url)'],
  },
  {
    what: 'draw chance that others can guess',
    words: /Math\.random/,
    leave: {},
    planted: ['Math.random()'],
  },
]

/** What the linter alone is trusted with elsewhere: each line in a file of the client. */
const FOR_THE_LINTER = [
  'export const a = Math.random()',
  "document.cookie = 'a=b'",
  'export const b = localStorage.length',
  'export const c = window.sessionStorage',
  'export const { indexedDB: d } = globalThis',
  'export const e = caches.keys()',
  'export const f = globalThis.caches',
  'export const g = navigator.serviceWorker',
  'export const h = cookieStore.getAll()',
  "navigator.sendBeacon('/a', 'b')",
  "export const i = new WebSocket('/a')",
  "export const j = new EventSource('/a')",
  'export const k = navigator.userAgent',
  "document.body.innerHTML = '<p>'",
  "document.body['outerHTML'] = '<p>'",
  "document.body.insertAdjacentHTML('beforeend', '<p>')",
  "eval('1')",
  "export const l = new Function('return 1')",
  "console.log('here')",
]

const sources = new Map<string, string>()

beforeAll(async () => {
  const entries = await readdir('src', { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((each) => /\.(?:tsx?|js|css|svg)$/.test(each.name))) {
    const file = join(entry.parentPath, entry.name)
    sources.set(file, await readFile(file, 'utf8'))
  }
})

describe.each(BANNED)('nothing in the source may $what', ({ words, where = /^src\//, leave, planted }) => {
  it('but where it must, and why is said', () => {
    const places = [...sources].filter(([file, text]) => where.test(file) && words.test(text))
    expect(places.map(([file]) => file).toSorted()).toEqual(Object.keys(leave).toSorted())
  })

  it.each(planted)('and it would be found: %s', (line) => {
    expect(line).toMatch(words)
  })
})

describe('the linter', () => {
  it('stops each of these in a file of the client', async () => {
    const house = await mkdtemp(join(tmpdir(), 'balise-planted-'))
    for (const file of ['.oxlintrc.json', 'test/support/import-zones.ts']) await cp(file, join(house, file))
    await mkdir(join(house, 'src/client'), { recursive: true })
    await writeFile(join(house, 'src/client/planted.ts'), FOR_THE_LINTER.join('\n'))
    await writeFile(join(house, 'package.json'), '{"type":"module"}')
    const oxlint = join(process.cwd(), 'node_modules/oxlint/bin/oxlint')
    const answer = await new Promise<string>((resolve) => {
      execFile(process.execPath, [oxlint, '-f', 'json'], { cwd: house }, (_, stdout) => resolve(stdout))
    })
    await rm(house, { recursive: true })
    const { diagnostics } = JSON.parse(answer) as {
      diagnostics: { code: string; labels: { span: { line: number } }[] }[]
    }
    const stopping = /no-restricted|no-eval|no-new-func|no-console|no-implied-eval/
    const stopped = diagnostics
      .filter(({ code }) => stopping.test(code))
      .map(({ labels }) => labels[0]?.span.line)
    expect(FOR_THE_LINTER.filter((_, line) => !stopped.includes(line + 1))).toEqual([])
  })
})
