// `balise verify`: whether a site serves exactly what two of three roots signed, or exactly what one built oneself. One line for the answer,
// then what differs. It tells nothing to the site but that somebody looked.
import { OnionAddress, type Directory } from '../directory/directory.ts'
import * as v from 'valibot'
import { dayOf, daysBetween } from '../protocol/day.ts'
import { VERSION } from '../server/version.ts'
import { readBuiltSite } from './built-site.ts'
import { command } from './command.ts'
import { readKnownRoots } from './known-roots.ts'
import { stampWords } from './manifest-lines.ts'
import { done, print, refused, type Outcome } from './outcome.ts'
import { isThisMachine, readServer } from './server-connection.ts'
import { believeSite, type Belief, type Trusted } from './site-belief.ts'
import { siteFaults } from './site-faults.ts'
import { openSite } from './site-reader.ts'
import { defaultSeenFile, keep, readKept } from './verified-before.ts'

/** A site that is wrong everywhere is not listed whole. */
const MOST_SHOWN = 200

export const verify = command({
  name: 'verify',
  summary: 'Verify that a site serves exactly the code that two of three roots signed, or that you built.',
  options: {
    origin: {
      value: 'ORIGIN',
      about: 'The address of the site: https://balise.example',
      required: true,
      bare: true,
    },
    roots: { value: 'FILE', about: "The federation's roots.txt: two of these keys must have signed." },
    site: {
      value: 'DIR',
      about: 'A site you built yourself from the source: it must be the same; no signature is needed.',
    },
    seen: { value: 'FILE', about: 'Where it keeps what it believed, instead of its own place.' },
  },
  notes: [
    'It compares every file the manifest lists, as browsers get it and as it is; the headers; addresses that must lead nowhere; answers of the API. Then it remembers the versions it believed: an older release is refused from then on.',
    'Have roots.txt from a root keeper, not from the site. Without --roots it believes the roots that the directory itself names the first time, and says so; then only those, or others that two of them signed.',
    'What it cannot see: a site that serves other code to one person than to you. Ask from another line too, and ask somebody else to.',
  ],
  async run({ origin, roots: rootsPath, site, seen = defaultSeenFile() }) {
    const server = readServer(origin, 'The address', (url) => v.is(OnionAddress, url.origin))
    if (!server.ok) return server
    const given = await readKnownRoots(rootsPath)
    if (!given.ok) return given
    const kept = await readKept(seen)
    if (!kept.ok) return kept
    const at = Date.now()
    const built = site === undefined ? done(undefined) : await readBuiltSite({ site, roots: rootsPath }, at)
    if (!built.ok) return built
    const before = kept.value.sites[server.value.origin]
    const trusted = {
      origin: server.value.origin,
      roots: given.value ?? before?.roots ?? built.value?.directory.roots,
      built: built.value,
      before,
      at,
    }
    const looked = await lookAt(trusted)
    if (!looked.ok) return looked
    const { belief, addresses, faults } = looked.value
    const remarks = remarksOn(belief, { ...trusted, given: given.value })
    if (belief.believed) {
      const remembered = await keep(seen, trusted.origin, belief.believed)
      if (!remembered.ok) return remembered
    }
    const what = `exactly ${stampWords(belief.manifest)}`
    if (faults.length > 0) return refused(refusal(trusted.origin, what, faults, remarks))
    print(`VERIFIED: ${trusted.origin} serves ${what}; addresses looked at: ${addresses}`)
    for (const line of remarks) print(line)
    return done(undefined)
  },
})

async function lookAt(
  trusted: Trusted,
): Promise<Outcome<{ belief: Belief; addresses: number; faults: string[] }>> {
  const reader = openSite(trusted.origin)
  try {
    const belief = await believeSite(reader, trusted)
    if (!belief.ok) {
      return belief.reason === 'no-answer'
        ? refused(
            `NOT VERIFIED: no answer from ${trusted.origin}. Check the address, and that the site is up.`,
          )
        : refused(`NOT VERIFIED: ${trusted.origin} serves no manifest that this version of balise can read.`)
    }
    const { manifest, unlisted, faults } = belief.value
    const answers = await siteFaults(reader, manifest, unlisted)
    return done({
      belief: belief.value,
      addresses: answers.addresses,
      faults: [...faults, ...answers.faults],
    })
  } finally {
    reader.close()
  }
}

function refusal(
  origin: string,
  what: string,
  faults: readonly string[],
  remarks: readonly string[],
): string {
  const shown = faults.slice(0, MOST_SHOWN)
  const rest = faults.length - shown.length
  return [
    `NOT VERIFIED: ${origin} does not serve ${what}. Differences: ${faults.length}`,
    ...shown.map((fault) => `- ${fault}`),
    ...(rest > 0 ? [`- and ${rest} more`] : []),
    ...remarks,
  ].join('\n')
}

/** What the answer rests on. */
function remarksOn(
  { manifest, sha256, directory, believed }: Belief,
  { origin, built, before, given, at }: Trusted & { given: readonly string[] | undefined },
): string[] {
  return [
    `manifest sha256 ${sha256}`,
    ...(built ? ['compared with the site you built'] : []),
    given
      ? 'roots: those of --roots'
      : before
        ? 'roots: those that this site named when you first verified it. Compare them with roots.txt, or give --roots:'
        : `roots: NOT COMPARED. They are those that ${built ? 'the directory you built with' : 'the site itself'} names: compare them with roots.txt, or give --roots:`,
    ...(given ? [] : (directory?.roots ?? []).map((root) => `  root ${root}`)),
    ...(believed && before && directory && given && believed.roots.join() !== directory.roots.join()
      ? [
          'roots: two of those believed before did not sign this directory. They stay remembered: without --roots it is refused',
        ]
      : []),
    ...(manifest.version === VERSION
      ? []
      : [
          `this balise is version ${VERSION}: what it knows of headers may be of another version than the site`,
        ]),
    ...(directory
      ? [
          addressLine(origin, directory),
          `directory good until ${directory.expiresOn} (${daysBetween(dayOf(at), directory.expiresOn)} days)`,
        ]
      : []),
  ]
}

function addressLine(origin: string, { site, onion }: Directory): string {
  if (site === undefined && onion === undefined)
    return 'address: the directory names none, so nothing tells whether this is the right one'
  const named = [site, onion].filter((each) => each !== undefined).join(' and ')
  if (origin === site || origin === onion) return `address: the one that the directory names, ${origin}`
  return isThisMachine(origin)
    ? `address: the directory names ${named}; you looked at this machine`
    : `address: NOT the one that the directory names, ${named}`
}
