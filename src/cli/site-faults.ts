// Asks a site for everything its manifest lists, for addresses that must lead nowhere, and for answers of its API; says how they differ,
// one thing a line. It believes the manifest it is given: whether that may be believed was decided before.
import { randomHex } from '../crypto/random.ts'
import type { Manifest } from '../directory/manifest.ts'
import { API, HEADER_SETS, OPEN_DATA } from '../server/headers.ts'
import { isHeaderSet } from '../server/node/site-folder.ts'
import { answerFaults, type Expected } from './answer-faults.ts'
import { ENCODINGS, type Encoding } from './asked-as.ts'
import type { SiteReader } from './site-reader.ts'

/**
 * What could be served beside the site's own files and would act on it: a worker that stays on the phone, what lets an application or
 * another site take its place, what has a browser fetch ahead, what the build hides.
 */
const DANGEROUS = [
  '/sw.js',
  '/service-worker.js',
  '/serviceworker.js',
  '/worker.js',
  '/w/sw.js',
  '/robots.txt',
  '/favicon.ico',
  '/manifest.webmanifest',
  '/site.webmanifest',
  '/apple-app-site-association',
  '/.well-known/apple-app-site-association',
  '/.well-known/assetlinks.json',
  '/.well-known/webauthn',
  '/.well-known/traffic-advice',
  '/_headers',
  '/.assetsignore',
]

/** Two at a time for each way of asking: a verifier must not be a burden. */
const AT_ONCE = 4

const ONE_WAY: readonly Encoding[] = ['gzip, deflate, br']

export interface Looked {
  addresses: number
  faults: string[]
}

interface Question {
  path: string
  /** How the path is named when it is at fault. */
  name: string
  expected: Expected
  encodings: readonly Encoding[]
}

/** What is served without being listed, with its SHA-256. */
export type Unlisted = readonly { path: string; sha256: string }[]

export async function siteFaults(
  reader: SiteReader,
  manifest: Manifest,
  unlisted: Unlisted,
): Promise<Looked> {
  const questions = questionsOf(manifest, unlisted)
  const faults = new Map<Question, string[]>()
  const waiting = [...questions]
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      faults.set(next, await faultsOf(reader, next))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return {
    addresses: questions.length,
    faults: questions.flatMap((question) =>
      (faults.get(question) ?? []).map((fault) => `${question.name}: ${fault}`),
    ),
  }
}

/** Asked in each way; a difference that only some of them show says which. */
async function faultsOf(reader: SiteReader, { path, expected, encodings }: Question): Promise<string[]> {
  const found = new Map<string, Encoding[]>()
  for (const encoding of encodings) {
    for (const fault of answerFaults(await reader.read(path, encoding), expected)) {
      found.set(fault, [...(found.get(fault) ?? []), encoding])
    }
  }
  return [...found].map(([fault, asked]) =>
    asked.length === encodings.length ? fault : `${fault} (where ${asked.join('; or ')} is accepted)`,
  )
}

/**
 * A link that was shared has a query behind it, and an address that was typed a slash or an ending: what answers there is chosen by the server.
 * A query changes nothing, and another spelling leads to the page itself.
 */
function otherSpellings({ files }: Manifest): Question[] {
  const clicked = `fbclid=${randomHex(16)}`
  const pages = Object.entries(files).filter(([, { type }]) => type.startsWith('text/html'))
  return pages.flatMap(([path, { headers, type, sha256 }]) => {
    const set = isHeaderSet(headers) ? HEADER_SETS[headers] : HEADER_SETS.page
    const asked: Question = {
      path: `${path}?${clicked}`,
      name: `${path}?${clicked.replace(/=.*/, '=(anything)')}`,
      expected: { status: 200, headers: set, type, sha256 },
      encodings: ONE_WAY,
    }
    // The edge has a rule for each set at its own addresses; elsewhere every answer has the headers of a page.
    if (path === '/' || headers !== 'page') return [asked]
    return [
      asked,
      ...['/', '.html'].map((end) => ({
        path: `${path}${end}`,
        name: `${path}${end}`,
        expected: { status: 307, headers: set, type: null, sha256: null, location: path },
        encodings: ONE_WAY,
      })),
    ]
  })
}

function questionsOf(manifest: Manifest, unlisted: Unlisted): Question[] {
  const { files, default_fallback: fallback } = manifest
  const listed = Object.entries(files)
  const lost = listed.find(([, { file }]) => file === fallback)?.[1]
  const nowhere = randomHex(8)
  const page = HEADER_SETS.page
  const all = ENCODINGS
  return [
    ...listed.map(([path, { headers, type, sha256 }]) => ({
      path,
      name: path,
      expected: { status: 200, headers: isHeaderSet(headers) ? HEADER_SETS[headers] : page, type, sha256 },
      encodings: all,
    })),
    ...unlisted.map(({ path, sha256 }) => ({
      path,
      name: path,
      expected: { status: 200, headers: page, type: 'application/json', sha256 },
      encodings: all,
    })),
    ...otherSpellings(manifest),
    ...[
      ...[`/${nowhere}`, `/fr/${nowhere}`, `/w/${nowhere}.js`].map((path) => ({
        path,
        name: path.replace(nowhere, '(leads nowhere)'),
      })),
      ...DANGEROUS.filter((path) => !(path in files)).map((path) => ({ path, name: path })),
    ].map((address) => ({
      ...address,
      expected: { status: 404, headers: page, type: lost?.type ?? null, sha256: lost?.sha256 ?? null },
      encodings: ONE_WAY,
    })),
    ...[
      { path: '/api/health', status: 200, headers: API },
      { path: '/api/challenge', status: 200, headers: API },
      { path: `/api/${nowhere}`, status: 404, headers: API },
      { path: '/api/releases', status: 200, headers: OPEN_DATA },
    ].map(({ path, status, headers }) => ({
      path,
      name: path.replace(nowhere, '(leads nowhere)'),
      expected: { status, headers, type: 'application/json', sha256: null },
      encodings: ONE_WAY,
    })),
  ]
}
