// Makes everything a demonstration needs: three invented associations and an observatory with keys of their own, three
// federation roots, a signed directory marked as a demonstration, and the site built from it. Never used for real.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildSite } from '../build/build-site.ts'
import { fingerprintOf, makeKey, readSecretKey, unlock, type PrivateKey } from '../crypto/openpgp.ts'
import { signText } from '../crypto/openpgp-signatures.ts'
import { utf8, type Bytes } from '../crypto/encoding.ts'
import { randomHex } from '../crypto/random.ts'
import { possessionStatement, type Directory, type DirectoryEntry } from '../directory/directory.ts'
import { explainFault } from '../directory/faults.ts'
import { manifestMessage } from '../directory/manifest.ts'
import { directoryText, parseDirectory, signaturesText } from '../directory/verify-directory.ts'
import { addDays, dayOf, daysBetween } from '../protocol/day.ts'
import { DIRECTORY_LIFETIME_DAYS } from '../protocol/limits.ts'
import { INVENTED_ASSOCIATIONS, type InventedAssociation } from './invented-associations.ts'
import { makeRoot, openRoot, signAsRoot, type OpenedRoot } from './root-keys.ts'
import { signaturesPath } from './root-signatures.ts'

interface DemonstrationMember {
  association: string
  /** Path of the armored secret key, locked with the passphrase. */
  keyFile: string
}

export interface Demonstration {
  passphrase: string
  members: DemonstrationMember[]
  directoryFile: string
}

/** Renewed well before it expires, so that a demonstration kept for months still starts. */
const RENEW_BEFORE_DAYS = 90

/**
 * Prepares `dataDir` (keys and directory, made on first start and kept) and builds the site into `siteDir`.
 * `development` adds the page of the design system. Throws when the site cannot be built: a demonstration has nobody to hand a fault to.
 */
export async function prepareDemonstration(
  dataDir: string,
  siteDir: string,
  at: number,
  development = false,
): Promise<Demonstration> {
  const folder = join(dataDir, 'demonstration')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const passphrase = await once(join(folder, 'passphrase.txt'), () => readablePassphrase())
  const roots: OpenedRoot[] = []
  for (const number of [1, 2, 3]) {
    const pem = await once(join(folder, `root-${number}.pem`), async () => (await makeRoot(passphrase)).pem)
    const opened = openRoot(pem, passphrase)
    if (!opened.ok) throw new Error(`the demonstration's ${folder} is damaged: remove it to start afresh`)
    roots.push(opened.value)
  }

  const directoryFile = join(dataDir, 'directory.json')
  if (await needsSigning(directoryFile, at)) {
    const entries: DirectoryEntry[] = []
    for (const invented of INVENTED_ASSOCIATIONS) entries.push(await enrol(invented, folder, passphrase, at))
    const observatory = await keyOf(
      folder,
      'observatory',
      'Balise observatory (demonstration)',
      passphrase,
      at,
    )
    await signDirectory(directoryFile, roots, {
      format: 'balise-directory-1',
      version: Math.floor(at / 1000),
      issuedOn: dayOf(at),
      expiresOn: addDays(dayOf(at), DIRECTORY_LIFETIME_DAYS),
      demonstration: true,
      roots: roots.map((root) => root.publicKey) as Directory['roots'],
      observatory: { certificate: observatory.certificate, fingerprint: observatory.fingerprint },
      associations: entries,
    })
  }

  const built = await buildSite({ directoryFile, out: siteDir, at, development })
  if (!built.ok) {
    const { reason, about } = built
    throw new Error(
      reason === 'too-heavy' || reason === 'unfit-words' || reason === 'no-directory' || reason === 'no-roots'
        ? `${reason} ${about ?? ''}`
        : explainFault(reason, about),
    )
  }
  const manifest = join(siteDir, 'manifest.json')
  await signAsTwo(manifest, manifestMessage(await readFile(manifest)), roots)
  return readDemonstration(dataDir)
}

/** A demonstration that was prepared in this folder. */
export async function readDemonstration(dataDir: string): Promise<Demonstration> {
  const folder = join(dataDir, 'demonstration')
  return {
    passphrase: await readFile(join(folder, 'passphrase.txt'), 'utf8'),
    members: INVENTED_ASSOCIATIONS.map(({ association }) => ({
      association,
      keyFile: join(folder, `${association}.asc`),
    })),
    directoryFile: join(dataDir, 'directory.json'),
  }
}

/** Where the keys of its observatory are: the certificate is for anyone, the secret key for the observatory's own process. */
export const observatoryFiles = (dataDir: string): { secretKey: string; certificate: string } => ({
  secretKey: join(dataDir, 'demonstration', 'observatory.asc'),
  certificate: join(dataDir, 'demonstration', 'observatory.certificate.asc'),
})

async function signDirectory(
  file: string,
  roots: readonly OpenedRoot[],
  directory: Directory,
): Promise<void> {
  const bytes = utf8(directoryText(directory))
  await writeFile(file, bytes)
  await signAsTwo(file, bytes, roots)
}

/** Writes the signatures of the first two roots beside what they sign. */
async function signAsTwo(file: string, message: Bytes, roots: readonly OpenedRoot[]): Promise<void> {
  const signatures = roots.slice(0, 2).map((root) => signAsRoot(root, message))
  await writeFile(signaturesPath(file), signaturesText({ signatures }))
}

async function needsSigning(file: string, at: number): Promise<boolean> {
  try {
    const parsed = parseDirectory(await readFile(file))
    await readFile(`${file}.signatures`)
    return !parsed.ok || daysBetween(dayOf(at), parsed.value.expiresOn) < RENEW_BEFORE_DAYS
  } catch {
    return true
  }
}

interface DemonstrationKey {
  locked: PrivateKey
  certificate: string
  fingerprint: string
}

async function keyOf(
  folder: string,
  id: string,
  name: string,
  passphrase: string,
  at: number,
): Promise<DemonstrationKey> {
  const secretKey = await once(
    join(folder, `${id}.asc`),
    async () => (await makeKey(name, passphrase, at)).secretKey,
  )
  const locked = await readSecretKey(utf8(secretKey))
  if (!locked) throw new Error(`the key of ${id} in ${folder} is damaged: remove the folder to start afresh`)
  const certificate = locked.toPublic().armor()
  await writeFile(join(folder, `${id}.certificate.asc`), certificate)
  return { locked, certificate, fingerprint: fingerprintOf(locked) }
}

async function enrol(
  invented: InventedAssociation,
  folder: string,
  passphrase: string,
  at: number,
): Promise<DirectoryEntry> {
  const { association, name } = invented
  const { locked, certificate, fingerprint } = await keyOf(folder, association, name, passphrase, at)
  const key = await unlock(locked, passphrase)
  if (!key.ok) throw new Error(`the key of ${association} is damaged`)
  const proofOfPossession = await signText(key.value, possessionStatement(association, fingerprint), at)
  return { ...invented, certificate, fingerprint, status: 'active', proofOfPossession }
}

/** The file's text, made and kept (readable by its owner alone) the first time. */
async function once(file: string, make: () => string | Promise<string>): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    const text = await make()
    await writeFile(file, text, { mode: 0o600 })
    return text
  }
}

/** 80 random bits in five groups of four hexadecimal digits: easy to type from a terminal. */
const readablePassphrase = (): string => (randomHex(10).match(/.{4}/g) ?? []).join('-')
