// Makes a whole signed directory for tests: roots, associations with real keys, an observatory. Nothing here is for production.
import { webcrypto } from 'node:crypto'
import { toBase64, toHex, utf8, type Bytes } from '../../src/crypto/encoding.ts'
import {
  fingerprintOf,
  makeKey,
  readArmoredCertificate,
  readSecretKey,
  unlock,
} from '../../src/crypto/openpgp.ts'
import { signText } from '../../src/crypto/openpgp-signatures.ts'
import { possessionStatement, type Directory, type DirectoryEntry } from '../../src/directory/directory.ts'
import { addDays, dayOf, type Day } from '../../src/protocol/day.ts'
import { DIRECTORY_LIFETIME_DAYS } from '../../src/protocol/limits.ts'
import { lockCheaply } from './cheap-passphrases.ts'

type RootKeys = Awaited<ReturnType<typeof makeRoot>>

/** One association of a federation, with everything its members hold. Keys are armored. */
export interface FederatedAssociation {
  association: string
  secretKey: string
  passphrase: string
  certificate: string
  fingerprint: string
  status: 'active' | 'paused'
}

export interface Federation {
  directory: Directory
  /** The exact bytes of `directory.json`, and of `directory.json.signatures`. */
  directoryBytes: Bytes
  signatureBytes: Bytes
  associations: FederatedAssociation[]
  observatory: { secretKey: string; passphrase: string; certificate: string; fingerprint: string }
  /** Public keys in hexadecimal, and `sign` over exact bytes. */
  roots: RootKeys[]
}

export interface FederationOptions {
  /** Slugs; three associations by default. Ignored with `from`. */
  associations?: readonly string[]
  paused?: readonly string[]
  version?: number
  issuedOn?: Day
  expiresOn?: Day
  demonstration?: boolean
  /** How many of the three roots sign: two unless said otherwise. */
  signers?: number
  /** Keep the keys and roots of an earlier federation; the version is one more unless given. */
  from?: Federation
  /** With `from`: the associations that get a new key. */
  rotate?: readonly string[]
  /** Instant in milliseconds at which keys are made and proofs signed. */
  at?: number
}

lockCheaply()

const PASSPHRASE = 'phrase de passe de test'
const THREE = ['ecoute-sud', 'droits-nord', 'accueil-ouest'] as const

async function makeRoot() {
  const pair = (await webcrypto.subtle.generateKey('Ed25519', true, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair
  const raw = await webcrypto.subtle.exportKey('raw', pair.publicKey)
  return {
    publicKey: toHex(new Uint8Array(raw)),
    privateKey: pair.privateKey,
    sign: async (bytes: Bytes) =>
      new Uint8Array(await webcrypto.subtle.sign({ name: 'Ed25519' }, pair.privateKey, bytes)),
  }
}

async function makeHolder(name: string, at: number) {
  const { secretKey, certificate } = await makeKey(name, PASSPHRASE, at)
  return { secretKey, certificate, passphrase: PASSPHRASE, fingerprint: await fingerprintIn(certificate) }
}

async function fingerprintIn(certificate: string): Promise<string> {
  const key = await readArmoredCertificate(certificate)
  if (!key) throw new Error('a made key reads back')
  return fingerprintOf(key)
}

/** The association's own key, unlocked. */
export async function unlockedKeyOf(holder: { secretKey: string; passphrase: string }) {
  const locked = await readSecretKey(utf8(holder.secretKey))
  const key = locked && (await unlock(locked, holder.passphrase))
  if (!key?.ok) throw new Error('a made key unlocks')
  return key.value
}

async function entryOf(holder: FederatedAssociation, at: number): Promise<DirectoryEntry> {
  const statement = possessionStatement(holder.association, holder.fingerprint)
  return {
    association: holder.association,
    name: `Association ${holder.association}`,
    about: { fr: 'Écoute et accompagne.', en: 'Listens and supports.' },
    scope: ['psychological', 'legal'],
    audiences: [],
    territory: [],
    languages: ['fr', 'en'],
    answersWithinDays: 3,
    acceptsMinors: true,
    acceptsUnder15: false,
    offenceBasis: null,
    certificate: holder.certificate,
    fingerprint: holder.fingerprint,
    status: holder.status,
    proofOfPossession: await signText(await unlockedKeyOf(holder), statement, at),
  }
}

/** A directory that `verifySignedDirectory` and `verifyKeys` accept, unless the options say otherwise. */
export async function makeFederation(options: FederationOptions = {}): Promise<Federation> {
  const { from, at = Date.now() - 60_000, paused = [], rotate = [] } = options
  const slugs = from ? from.associations.map((held) => held.association) : (options.associations ?? THREE)
  const associations = await Promise.all(
    slugs.map(async (association): Promise<FederatedAssociation> => {
      const kept = rotate.includes(association)
        ? undefined
        : from?.associations.find((held) => held.association === association)
      const holder = kept ?? (await makeHolder(association, at))
      return { ...holder, association, status: paused.includes(association) ? 'paused' : 'active' }
    }),
  )
  const observatory = from?.observatory ?? (await makeHolder('observatory', at))
  const roots = from?.roots ?? (await Promise.all([makeRoot(), makeRoot(), makeRoot()]))
  const issuedOn = options.issuedOn ?? dayOf(at)
  const directory: Directory = {
    format: 'balise-directory-1',
    version: options.version ?? (from ? from.directory.version + 1 : 1),
    issuedOn,
    expiresOn: options.expiresOn ?? addDays(issuedOn, DIRECTORY_LIFETIME_DAYS),
    demonstration: options.demonstration ?? false,
    roots: roots.map((root) => root.publicKey),
    observatory: { certificate: observatory.certificate, fingerprint: observatory.fingerprint },
    associations: await Promise.all(associations.map((holder) => entryOf(holder, at))),
  }
  const directoryBytes = utf8(`${JSON.stringify(directory, null, 2)}\n`)
  const signatures = await Promise.all(
    roots.slice(0, options.signers ?? 2).map(async (root) => ({
      root: root.publicKey,
      signature: toBase64(await root.sign(directoryBytes)),
    })),
  )
  const signatureBytes = utf8(`${JSON.stringify({ signatures }, null, 2)}\n`)
  return { directory, directoryBytes, signatureBytes, associations, observatory, roots }
}
