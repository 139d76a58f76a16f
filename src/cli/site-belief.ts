// Whether what a site says of itself may be believed: its directory by two of three roots, its manifest by the same or by a build of one's
// own. What is not believed is named; what a site serves is compared with it in any case, so that every difference is seen.
import { sha256Hex } from '../crypto/sha256.ts'
import type { Bytes } from '../crypto/encoding.ts'
import { equalBytes } from '../crypto/hmac.ts'
import type { Directory } from '../directory/directory.ts'
import { explainFault } from '../directory/faults.ts'
import { believeManifest, parseManifest, type Manifest } from '../directory/manifest.ts'
import { parseDirectory, verifySignedDirectory, type DirectoryFault } from '../directory/verify-directory.ts'
import { addDays, dayOf } from '../protocol/day.ts'
import type { BuiltSite } from './built-site.ts'
import { changedPaths, MANIFEST_FAULTS, stampOf } from './manifest-lines.ts'
import { isThisMachine } from './server-connection.ts'
import type { SiteAnswer, SiteReader } from './site-reader.ts'
import type { Unlisted } from './site-faults.ts'
import { rollbackFaults, type Believed } from './verified-before.ts'

export interface Belief {
  /** What the site is to be compared with. */
  manifest: Manifest
  /** Of that manifest's exact bytes. */
  sha256: string
  unlisted: Unlisted
  /** Null where the directory cannot even be read. */
  directory: Directory | null
  faults: string[]
  /** What may be kept for the next time; null where it may not be believed. */
  believed: Believed | null
}

export interface Trusted {
  origin: string
  /** As whoever verifies holds them, or as they were believed before. */
  roots: readonly string[] | undefined
  built: BuiltSite | undefined
  before: Believed | undefined
  /** Milliseconds. */
  at: number
}

const MANIFEST_PATH = '/manifest.json'
const DIRECTORY_PATH = '/directory.json'

/** For whoever looks from outside, where the words for operators say what to run. */
const DIRECTORY_FAULTS: Partial<Record<DirectoryFault, string>> = {
  'not-a-directory': 'There is none that can be read.',
  'not-signatures': 'Its signatures are not readable.',
  'too-few-signatures': 'Two of the three roots must sign exactly these bytes, and did not.',
  'unknown-roots': 'Two of the roots you trust must sign it, and did not.',
}

export type NoBelief = 'no-answer' | 'no-manifest'

export async function believeSite(
  reader: SiteReader,
  trusted: Trusted,
): Promise<{ ok: true; value: Belief } | { ok: false; reason: NoBelief }> {
  const { origin, built, before } = trusted
  const ask = (path: string): Promise<SiteAnswer> => reader.read(path, 'identity')
  const served = await ask(MANIFEST_PATH)
  if (!served.ok) return { ok: false, reason: 'no-answer' }
  const own = parseManifest(served.body)
  const manifest = built?.manifest ?? own
  if (!own || !manifest) return { ok: false, reason: 'no-manifest' }
  const directory = await judgeDirectory(
    await ask(DIRECTORY_PATH),
    await ask(`${DIRECTORY_PATH}.signatures`),
    trusted,
  )
  const signatures = await ask(`${MANIFEST_PATH}.signatures`)
  const manifestFaults = built
    ? differencesFrom(built, own, served.body)
    : await signatureFaults(
        served.body,
        signatures,
        directory.isBelieved ? directory.value?.roots : trusted.roots,
      )
  const versions =
    directory.value && directory.value.version !== own.directoryVersion
      ? [
          `manifest: it names directory version ${own.directoryVersion}, and ${directory.value.version} is served`,
        ]
      : []
  const stamp = { ...stampOf(own, sha256Hex(served.body)), directory: directory.sha256 }
  const isBelieved = manifestFaults.length === 0 && directory.isBelieved && versions.length === 0
  const rollback = rollbackFaults(before, stamp)
  const sha256 = sha256Hex(built?.manifestBytes ?? served.body)
  return {
    ok: true,
    value: {
      manifest,
      sha256,
      unlisted: [
        { path: MANIFEST_PATH, sha256 },
        ...(signatures.ok && signatures.status === 200
          ? [{ path: `${MANIFEST_PATH}.signatures`, sha256: sha256Hex(signatures.body) }]
          : []),
      ],
      directory: directory.value,
      faults: [
        ...manifestFaults,
        ...versions,
        ...directory.faults,
        ...rollback,
        ...addressFaults(origin, directory.value),
      ],
      believed:
        isBelieved && rollback.length === 0 && directory.pinned
          ? { ...stamp, roots: [...directory.pinned] }
          : null,
    },
  }
}

interface JudgedDirectory {
  /** Null where it cannot be read. */
  value: Directory | null
  isBelieved: boolean
  sha256: string
  /** The roots to believe the next one by. */
  pinned: readonly string[] | null
  faults: string[]
}

async function judgeDirectory(
  served: SiteAnswer,
  signatures: SiteAnswer,
  { roots, before, at }: Trusted,
): Promise<JudgedDirectory> {
  const none: Bytes = new Uint8Array()
  const body = served.ok ? served.body : none
  const signed = signatures.ok ? signatures.body : none
  const judge = (by: readonly string[] | undefined) =>
    verifySignedDirectory(body, signed, at, { roots: by, evenExpired: true })
  const verdict = await judge(roots)
  const read = parseDirectory(body)
  const value = read.ok ? read.value : null
  const mayFollow = before === undefined || (await judge(before.roots)).ok
  return {
    value,
    isBelieved: verdict.ok,
    sha256: sha256Hex(body),
    pinned: mayFollow ? (value?.roots ?? null) : before.roots,
    faults: [
      ...(verdict.ok
        ? []
        : [`directory: ${DIRECTORY_FAULTS[verdict.reason] ?? explainFault(verdict.reason, verdict.about)}`]),
      ...(value ? dayFaults(value, at) : []),
    ],
  }
}

function dayFaults({ issuedOn, expiresOn }: Directory, at: number): string[] {
  const today = dayOf(at)
  return [
    ...(today > expiresOn ? [`directory: it EXPIRED, it was good until ${expiresOn}`] : []),
    ...(issuedOn > addDays(today, 1) ? [`directory: it is dated later than today, ${issuedOn}`] : []),
  ]
}

async function signatureFaults(
  bytes: Bytes,
  signatures: SiteAnswer,
  roots: readonly string[] | undefined,
): Promise<string[]> {
  if (!signatures.ok || signatures.status !== 200)
    return ['manifest: nobody signed it, /manifest.json.signatures is not there']
  if (!roots) return ['manifest: nothing tells which roots may sign it, for the directory is not believed']
  const believed = await believeManifest(bytes, signatures.body, roots)
  return believed.ok ? [] : [`manifest: ${MANIFEST_FAULTS[believed.reason]}`]
}

/** What the site says it serves, against what was built. */
function differencesFrom(built: BuiltSite, served: Manifest, bytes: Bytes): string[] {
  if (equalBytes(bytes, built.manifestBytes)) return []
  const paths = changedPaths(built.manifest, served)
  const hows = {
    new: 'the site lists it and your build has none',
    gone: 'your build has it and the site does not list it',
    changed: 'the site lists another file than your build has',
  }
  const about = (manifest: Manifest): string =>
    `${manifest.version}, directory version ${manifest.directoryVersion}`
  return [
    `manifest: it is not that of your build (yours: version ${about(built.manifest)}; the site's: version ${about(served)})`,
    ...paths.map(({ how, path }) => `${path}: ${hows[how]}`),
  ]
}

/** A perfect copy at another address is how a person is led to a server that may change what it copies, for them alone. */
export function addressFaults(origin: string, directory: Directory | null): string[] {
  const named = [directory?.site, directory?.onion].filter((each) => each !== undefined)
  if (named.length === 0 || named.includes(origin) || isThisMachine(origin)) return []
  return [`address: the directory names ${named.join(' and ')}, and this is ${origin}`]
}
