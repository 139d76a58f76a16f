// What someone does who has become one user of a machine: reads every file they can, the environment of every process they may look
// into, and tries all of it on the cards of the statistics store. A process of that user; it prints what it got. Tests only.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { decryptWith, readSecretKey, unlock, type PrivateKey } from '../../../src/crypto/openpgp.ts'
import { queryFile } from './node-process.ts'

export interface Pried {
  /** Paths below the folder that could be read, and those that could not. */
  read: string[]
  shut: string[]
  /** The processes whose environment could be read. */
  environments: number[]
  /** Secret OpenPGP keys that lay anywhere. */
  keys: number
  cards: number
  /** How many of the cards were opened, with those keys and every word that was found. */
  opened: number
}

const [folder = '', statistics = '', ...pids] = process.argv.slice(2)
const pried: Pried = { read: [], shut: [], environments: [], keys: 0, cards: 0, opened: 0 }
const found: Buffer[] = []

function tryTo<Value>(name: string, work: () => Value): Value | null {
  try {
    return work()
  } catch {
    pried.shut.push(name)
    return null
  }
}

function walk(path: string): void {
  const entries = tryTo(relative(folder, path), () => readdirSync(path, { withFileTypes: true })) ?? []
  for (const entry of entries) {
    const below = join(path, entry.name)
    if (entry.isDirectory()) {
      walk(below)
      continue
    }
    const bytes = tryTo(relative(folder, below), () => readFileSync(below))
    if (bytes) found.push(bytes)
    if (bytes) pried.read.push(relative(folder, below))
  }
}

walk(folder)
for (const pid of pids) {
  const environment = tryTo(`process ${pid}`, () => readFileSync(`/proc/${pid}/environ`))
  tryTo(`memory of ${pid}`, () => readFileSync(`/proc/${pid}/maps`))
  if (!environment) continue
  found.push(environment)
  pried.environments.push(Number(pid))
}

/** Values of variables, and lines of text files: whatever might be a passphrase. */
const words = new Set(
  found
    .filter((bytes) => bytes.length < 64 * 1024)
    .flatMap((bytes) => bytes.toString('utf8').split(/[\0\r\n]|(?<=^|\0)[A-Z_]+=/u))
    .filter((word) => word.length >= 8 && word.length <= 200),
)

const ARMORED = /-----BEGIN PGP PRIVATE KEY BLOCK-----[^]+?-----END PGP PRIVATE KEY BLOCK-----/g
const keys: PrivateKey[] = []
for (const bytes of found) {
  for (const [block] of bytes.toString('latin1').matchAll(ARMORED)) {
    const locked = await readSecretKey(Buffer.from(block, 'latin1'))
    if (!locked) continue
    pried.keys += 1
    for (const word of words) {
      const key = await unlock(locked, word)
      if (key.ok) keys.push(key.value)
    }
  }
}

for (const { sealed } of await queryFile(statistics, 'select sealed from cards')) {
  pried.cards += 1
  const card = await decryptWith(keys, new Uint8Array(sealed as ArrayBuffer)).catch(() => null)
  if (card) pried.opened += 1
}
process.stdout.write(JSON.stringify(pried))
