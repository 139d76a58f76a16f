// The directory of associations: its shape. What is signed is the exact bytes of the file, not this parsed form.
import * as v from 'valibot'
import { Day, daysBetween } from '../protocol/day.ts'
import { DEPARTEMENT_CODES } from '../protocol/departements.ts'
import { isMailAddress } from '../protocol/notices.ts'
import { AssociationId, Fingerprint } from '../protocol/shapes.ts'
import { DIRECTORY_LIFETIME_DAYS, DIRECTORY_MAX_ENTRIES, MAX_FORMER_KEYS } from '../protocol/limits.ts'
import { AUDIENCES, NEEDS } from '../protocol/vocabulary.ts'

const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most))
const inEachLocale = (most: number) => v.strictObject({ fr: text(most), en: text(most) })

/** Ed25519 public key of a federation root: 64 lower-case hexadecimal digits. */
export const RootKey = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

export const Roots = v.pipe(
  v.array(RootKey),
  v.length(3),
  v.check((roots) => new Set(roots).size === 3),
)

/** A site's own address, as a browser spells it: `https://balise.example`, nothing after it. */
export const SiteAddress = v.pipe(
  v.string(),
  v.maxLength(120),
  v.regex(/^https:\/\/[a-z0-9.-]+(?::\d{1,5})?$/),
  v.check((text) => URL.canParse(text) && new URL(text).origin === text),
)

/** The same site as an onion service (version 3). Its name is its key: it needs no certificate. */
export const OnionAddress = v.pipe(v.string(), v.regex(/^https?:\/\/[a-z2-7]{56}\.onion$/))

/** Whether an association takes new referrals. A paused one keeps its inbox and its sign-in. */
export const ENTRY_STATUSES = ['active', 'paused'] as const

const FormerKey = v.strictObject({
  certificate: v.pipe(v.string(), v.maxLength(2048), v.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
  until: Day,
})

/**
 * Where whoever found a flaw may write: `mailto:` and one plain address, or a page over https. Nothing in it ends a line, so that it can
 * stand in a text for machines.
 */
export const SecurityContact = v.pipe(
  v.string(),
  v.maxLength(300),
  v.regex(/^(?:mailto:|https:\/\/)[!-~]+$/),
  v.check((uri) => (uri.startsWith('mailto:') ? isMailAddress(uri.slice(7)) : URL.canParse(uri))),
)

export const DirectoryEntry = v.pipe(
  v.strictObject({
    association: AssociationId,
    name: text(80),
    about: inEachLocale(240),
    scope: v.pipe(v.array(v.picklist(NEEDS)), v.minLength(1)),
    /** Whom it is especially for; empty for everyone. */
    audiences: v.array(v.picklist(AUDIENCES)),
    /** Départements it serves; empty for the whole country. */
    territory: v.array(v.picklist(DEPARTEMENT_CODES)),
    /** BCP 47 primary tags. */
    languages: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/))), v.minLength(1)),
    answersWithinDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
    acceptsMinors: v.boolean(),
    acceptsUnder15: v.boolean(),
    /** On what ground it holds data about offences (LIL 46); required to accept anyone under 15. */
    offenceBasis: v.nullable(text(240)),
    /** Armored OpenPGP certificate, and its fingerprint as the association confirmed it out of band. */
    certificate: text(8192),
    fingerprint: Fingerprint,
    /** Certificates it had before (binary, base64), each with the day it was given up: what it signed until then is still its own. */
    formerKeys: v.optional(v.pipe(v.array(FormerKey), v.maxLength(MAX_FORMER_KEYS))),
    status: v.picklist(ENTRY_STATUSES),
    /** Armored detached signature by the certificate over `possessionStatement`. */
    proofOfPossession: text(4096),
  }),
  v.check((entry) => !entry.acceptsUnder15 || (entry.acceptsMinors && entry.offenceBasis !== null)),
)
export type DirectoryEntry = v.InferOutput<typeof DirectoryEntry>

export const Directory = v.pipe(
  v.strictObject({
    format: v.literal('balise-directory-1'),
    version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    issuedOn: Day,
    expiresOn: Day,
    /** True only for invented associations: every page says so. */
    demonstration: v.boolean(),
    /** The one address of the site this directory is for, and its onion service, where roots name them. */
    site: v.optional(SiteAddress),
    onion: v.optional(OnionAddress),
    /** The three roots that sign this directory; two suffice. */
    roots: Roots,
    /** Absent where its operator named none: then no `security.txt` is served. */
    securityContact: v.optional(SecurityContact),
    observatory: v.strictObject({ certificate: text(8192), fingerprint: Fingerprint }),
    associations: v.pipe(
      v.array(DirectoryEntry),
      v.maxLength(DIRECTORY_MAX_ENTRIES),
      v.check((entries) => new Set(entries.map((e) => e.association)).size === entries.length),
    ),
  }),
  v.check(({ issuedOn, expiresOn }) => daysBetween(issuedOn, expiresOn) <= DIRECTORY_LIFETIME_DAYS),
)
export type Directory = v.InferOutput<typeof Directory>

/** What an association sends to the federation: what it says of itself, unless only its key is a new one, and the proof that it holds it. */
export const EnrolmentRequest = v.strictObject({
  kind: v.literal('balise-request'),
  version: v.literal(1),
  association: AssociationId,
  entry: v.optional(
    v.pipe(
      v.looseObject({}),
      v.check(
        (entry) =>
          !['certificate', 'fingerprint', 'proofOfPossession', 'status'].some((field) => field in entry),
      ),
    ),
  ),
  certificate: text(8192),
  fingerprint: Fingerprint,
  proofOfPossession: text(4096),
})
export type EnrolmentRequest = v.InferOutput<typeof EnrolmentRequest>

/** `directory.json.signatures`: Ed25519 over the exact bytes of `directory.json`, base64. `manifest.json.signatures` has the same form. */
export const RootSignatures = v.strictObject({
  signatures: v.pipe(
    v.array(v.strictObject({ root: RootKey, signature: v.pipe(v.string(), v.maxLength(88)) })),
    v.maxLength(6),
  ),
})
export type RootSignatures = v.InferOutput<typeof RootSignatures>

export const ROOT_THRESHOLD = 2

/** What an association signs to prove it holds the key it brings. No trailing newline. */
export const possessionStatement = (association: string, fingerprint: string): string =>
  `Balise: ${association} holds the key ${fingerprint}`

/** An entry as the phone and the workspace see it: what a person needs to choose, and the key to seal to (binary, base64). */
export type SealingEntry = Pick<
  DirectoryEntry,
  | 'association'
  | 'name'
  | 'about'
  | 'scope'
  | 'audiences'
  | 'territory'
  | 'languages'
  | 'answersWithinDays'
  | 'acceptsMinors'
  | 'acceptsUnder15'
  | 'status'
  | 'fingerprint'
  | 'certificate'
  | 'formerKeys'
>
