// The walls of the house bite: every forbidden import is written into a throw-away copy of the tree and must be reported.
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** Who may import whom, as the architecture says it: folder or entry → what it may import besides its own folder. */
const MAY_IMPORT: Readonly<Record<string, string>> = {
  protocol: '',
  i18n: 'protocol',
  help: 'protocol',
  crypto: 'protocol',
  directory: 'protocol crypto',
  sealing: 'crypto protocol',
  domain: 'protocol directory help',
  db: 'protocol',
  observatory: 'db domain directory crypto protocol',
  server: 'db domain directory crypto protocol',
  pages: 'i18n protocol directory help',
  client: 'sealing crypto domain directory help i18n protocol',
  build: 'pages client i18n directory help protocol crypto',
  cli: 'protocol i18n help crypto directory sealing domain db observatory server build worker.ts node.ts observatory.ts',
  'worker.ts': 'server db',
  'node.ts': 'server db',
  'observatory.ts': 'observatory db',
}
const ZONES = Object.keys(MAY_IMPORT)
const FOLDERS = ZONES.filter((zone) => !zone.endsWith('.ts'))

/** Folders where the code must run in a browser or a worker as well as in Node. */
const WITHOUT_NODE =
  'protocol crypto sealing domain directory observatory client pages i18n help server worker.ts observatory.ts'.split(
    ' ',
  )

const PACKAGES: Readonly<Record<string, { allowed: readonly string[]; forbidden: readonly string[] }>> = {
  protocol: { allowed: ['valibot'], forbidden: ['hono', 'openpgp', '@noble/hashes/sha2.js', 'drizzle-orm'] },
  i18n: { allowed: [], forbidden: ['valibot', 'hono'] },
  help: { allowed: [], forbidden: ['valibot'] },
  crypto: {
    allowed: ['@noble/hashes/sha2.js', 'hash-wasm'],
    forbidden: ['openpgp', 'valibot', '@noble/ciphers', '@noble/ed25519', '@scure/bip39'],
  },
  directory: { allowed: ['valibot'], forbidden: ['openpgp', 'hono'] },
  sealing: { allowed: ['valibot'], forbidden: ['openpgp', 'hono'] },
  domain: { allowed: [], forbidden: ['valibot', 'hono', 'drizzle-orm'] },
  db: { allowed: ['drizzle-orm/libsql', '@libsql/client'], forbidden: ['hono', 'openpgp'] },
  observatory: { allowed: ['valibot'], forbidden: ['hono', 'openpgp'] },
  server: {
    allowed: ['hono/cookie', 'valibot'],
    forbidden: ['drizzle-orm', '@libsql/client', 'openpgp', 'nodemailer'],
  },
  pages: { allowed: ['hono/jsx', 'balise:outlines'], forbidden: ['openpgp', 'esbuild'] },
  client: {
    allowed: ['hono/jsx/dom', 'balise:directory'],
    forbidden: ['openpgp', '@libsql/client', 'esbuild'],
  },
  build: { allowed: ['esbuild', 'topojson-server'], forbidden: ['openpgp', '@libsql/client', 'vitest'] },
  cli: { allowed: ['valibot'], forbidden: ['openpgp', 'vitest'] },
  'worker.ts': { allowed: [], forbidden: ['@libsql/client', 'openpgp'] },
  'node.ts': { allowed: ['@hono/node-server'], forbidden: ['@libsql/client', 'openpgp'] },
  'observatory.ts': { allowed: [], forbidden: ['hono', 'openpgp'] },
}

const probeOf = (zone: string): string => (zone.endsWith('.ts') ? `src/${zone}` : `src/${zone}/probe.ts`)
const roomOf = (zone: string): string => (zone.endsWith('.ts') ? zone : `${zone}/thing.ts`)
const pathTo = (zone: string, target: string): string =>
  zone.endsWith('.ts') ? `./${target}` : `../${target}`

interface Finding {
  code: string
  file: string
  line: number
}

let house = ''
const findings: Finding[] = []
/** What each probe holds, one statement a line. */
const probes = new Map<string, string[]>()

const write = async (file: string, ...lines: string[]): Promise<void> => {
  await mkdir(dirname(join(house, file)), { recursive: true })
  await writeFile(join(house, file), `${lines.join('\n')}\n`)
}

const add = (file: string, statement: string): void => {
  probes.set(file, [...(probes.get(file) ?? []), statement])
}

/** Which rules complained about the line that holds exactly this statement. */
function complaintsAbout(file: string, statement: string): string[] {
  const line = (probes.get(file) ?? []).indexOf(statement) + 1
  if (line === 0) throw new Error(`no such probe: ${statement}`)
  return findings.filter((each) => each.file === file && each.line === line).map((each) => each.code)
}

const ZONE_RULE = 'balise(import-zones)'

const importOf = (zone: string, target: string): string =>
  `${zone === 'i18n' ? 'import type' : 'import'} { a${ZONES.indexOf(target)} } from '${pathTo(zone, roomOf(target))}'`

const EXTRA = {
  reExport: "export { a0 } from '../db/thing.ts'",
  reExportAll: "export * from '../db/thing.ts'",
  lazy: "void import('../db/thing.ts')",
  computed: "void import('../db/' + String(1))",
  typeOnly: "import type { a7 } from '../db/thing.ts'",
  inType: "export type Sneaky = import('../db/thing.ts').a7",
  outside: "import { x } from '../../test/support/thing.ts'",
}
const DEEP = 'src/server/routes/victim/post-thing.ts'
const CLIENT_HEADERS = "import { PAGE } from '../server/headers.ts'"
const PLATFORM_LIST = "import { PLATFORMS } from '../help/platforms.ts'"
const VERSION = "import about from '../../package.json' with { type: 'json' }"
const I18N_VALUE = "import { LOCALES } from '../protocol/thing.ts'"
const NODE_IMPORT = "import { join } from 'node:path'"

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'balise-house-'))
  await cp('.oxlintrc.json', join(house, '.oxlintrc.json'))
  await cp('test/support/import-zones.ts', join(house, 'test/support/import-zones.ts'))
  await write('package.json', '{"type":"module"}')
  for (const zone of FOLDERS) await write(`src/${roomOf(zone)}`, 'export const here = 1')
  for (const zone of ZONES) {
    const probe = probeOf(zone)
    for (const target of ZONES.filter((each) => each !== zone)) add(probe, importOf(zone, target))
    for (const name of Object.values(PACKAGES[zone] ?? {}).flat()) add(probe, `import '${name}'`)
    add(probe, NODE_IMPORT)
    if (FOLDERS.includes(zone)) add(probe, "import { here } from './thing.ts'")
  }
  for (const statement of Object.values(EXTRA)) add('src/domain/extra.ts', statement)
  add('src/build/headers-reader.ts', CLIENT_HEADERS)
  add('src/client/headers-reader.ts', CLIENT_HEADERS)
  for (const zone of ['server', 'cli', 'client']) add(`src/${zone}/version.ts`, VERSION)
  add('src/i18n/extra.ts', I18N_VALUE)
  add('src/server/labels.ts', PLATFORM_LIST)
  add('src/crypto/openpgp.ts', "import 'openpgp'")
  add('src/server/site-files.ts', NODE_IMPORT)
  add(DEEP, "import { a } from '../../../sealing/thing.ts'")
  add(DEEP, "import { b } from '../../../domain/thing.ts'")
  add('src/attic/thing.ts', "import { c } from './other.ts'")
  add('src/domain/chicken.ts', "import { egg } from './egg.ts'")
  add('src/domain/chicken.ts', 'export const chicken = () => egg')
  add('src/domain/egg.ts', "import { chicken } from './chicken.ts'")
  add('src/domain/egg.ts', 'export const egg = () => chicken')
  add('src/protocol/hen.ts', "import type { Nest } from './nest.ts'")
  add('src/protocol/hen.ts', 'export type Hen = Nest[]')
  add('src/protocol/nest.ts', "import type { Hen } from './hen.ts'")
  add('src/protocol/nest.ts', 'export type Nest = Hen[]')
  add('src/domain/chance.ts', 'export const chance = Math.random()')
  for (const zone of ['server', 'client', 'crypto', 'observatory']) {
    add(`src/${zone}/talker.ts`, "console.log('a word')")
  }
  add('src/protocol/anything.ts', 'export const anything = (x: any): unknown => x')
  for (const [file, lines] of probes) await write(file, ...lines)

  const answer = await new Promise<string>((resolve) => {
    const oxlint = join(process.cwd(), 'node_modules/oxlint/bin/oxlint')
    execFile(process.execPath, [oxlint, '-f', 'json'], { cwd: house, maxBuffer: 1e8 }, (_, stdout) =>
      resolve(stdout),
    )
  })
  const { diagnostics } = JSON.parse(answer) as {
    diagnostics: { code: string; filename: string; labels: { span: { line: number } }[] }[]
  }
  for (const { code, filename, labels } of diagnostics) {
    findings.push({ code, file: filename, line: labels[0]?.span.line ?? 0 })
  }
})

afterAll(() => rm(house, { recursive: true, force: true }))

describe.each(ZONES)('someone working in src/%s', (zone) => {
  const allowed = (MAY_IMPORT[zone] ?? '').split(' ')
  const others = ZONES.filter((target) => target !== zone)

  it('is stopped at every other door', () => {
    const open = others.filter(
      (target) =>
        !allowed.includes(target) &&
        !complaintsAbout(probeOf(zone), importOf(zone, target)).includes(ZONE_RULE),
    )
    expect(open).toEqual([])
  })

  it('walks freely where the architecture lets them', () => {
    const probe = probeOf(zone)
    const free = others.filter((target) => allowed.includes(target)).map((target) => importOf(zone, target))
    if (FOLDERS.includes(zone)) free.push("import { here } from './thing.ts'")
    free.push(...(PACKAGES[zone]?.allowed ?? []).map((name) => `import '${name}'`))
    expect(free.filter((statement) => complaintsAbout(probe, statement).includes(ZONE_RULE))).toEqual([])
  })

  it('brings in no package that belongs elsewhere', () => {
    const letIn = (PACKAGES[zone]?.forbidden ?? []).filter(
      (name) => !complaintsAbout(probeOf(zone), `import '${name}'`).includes(ZONE_RULE),
    )
    expect(letIn).toEqual([])
  })

  it(WITHOUT_NODE.includes(zone) ? 'does without Node' : 'may use Node', () => {
    expect(complaintsAbout(probeOf(zone), NODE_IMPORT).includes(ZONE_RULE)).toBe(WITHOUT_NODE.includes(zone))
  })
})

describe('someone who looks for a way round', () => {
  it.each(Object.entries(EXTRA))('finds none by %s', (_, statement) => {
    expect(complaintsAbout('src/domain/extra.ts', statement)).toContain(ZONE_RULE)
  })

  it('finds none from a deep folder, whose honest imports still pass', () => {
    const [forbidden = '', honest = ''] = probes.get(DEEP) ?? []
    expect(complaintsAbout(DEEP, forbidden)).toContain(ZONE_RULE)
    expect(complaintsAbout(DEEP, honest)).toEqual(expect.not.arrayContaining([ZONE_RULE]))
  })

  it('finds none in a folder the architecture does not know', () => {
    expect(complaintsAbout('src/attic/thing.ts', "import { c } from './other.ts'")).toContain(ZONE_RULE)
  })
})

describe('the exceptions', () => {
  it('let the build, and nobody in a browser, read the headers of the server', () => {
    expect(complaintsAbout('src/build/headers-reader.ts', CLIENT_HEADERS)).not.toContain(ZONE_RULE)
    expect(complaintsAbout('src/client/headers-reader.ts', CLIENT_HEADERS)).toContain(ZONE_RULE)
  })

  it('let the server and the tools say their version, and a page not', () => {
    expect(complaintsAbout('src/server/version.ts', VERSION)).not.toContain(ZONE_RULE)
    expect(complaintsAbout('src/cli/version.ts', VERSION)).not.toContain(ZONE_RULE)
    expect(complaintsAbout('src/client/version.ts', VERSION)).toContain(ZONE_RULE)
  })

  it('let the server name platforms through the rules alone', () => {
    expect(complaintsAbout('src/server/labels.ts', PLATFORM_LIST)).toContain(ZONE_RULE)
  })

  it('let the languages name the types of the protocol, not its values', () => {
    expect(complaintsAbout('src/i18n/extra.ts', I18N_VALUE)).toContain(ZONE_RULE)
  })

  it('let one file, and only that one, speak to OpenPGP.js', () => {
    expect(complaintsAbout('src/crypto/openpgp.ts', "import 'openpgp'")).not.toContain(ZONE_RULE)
    expect(complaintsAbout('src/crypto/probe.ts', "import 'openpgp'")).toContain(ZONE_RULE)
  })

  it('let the files of the server that are named for Node use it', () => {
    expect(complaintsAbout('src/server/site-files.ts', NODE_IMPORT)).not.toContain(ZONE_RULE)
  })
})

describe('someone who is careless', () => {
  it('is told that they walk in a circle, whether of values or only of types', () => {
    for (const file of ['src/domain/chicken.ts', 'src/domain/egg.ts', 'src/protocol/hen.ts']) {
      expect(findings).toContainEqual({ code: 'import(no-cycle)', file, line: 1 })
    }
  })

  it('does not get by with a weak dice roll', () => {
    expect(complaintsAbout('src/domain/chance.ts', 'export const chance = Math.random()')).toContain(
      'eslint(no-restricted-properties)',
    )
  })

  it.each(['server', 'client', 'crypto', 'observatory'])('does not print from src/%s', (zone) => {
    expect(complaintsAbout(`src/${zone}/talker.ts`, "console.log('a word')")).toContain('eslint(no-console)')
  })

  it('does not silence the type checker with any', () => {
    const statement = 'export const anything = (x: any): unknown => x'
    expect(complaintsAbout('src/protocol/anything.ts', statement)).toContain('typescript(no-explicit-any)')
  })
})
