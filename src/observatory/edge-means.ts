// Makes what the observatory needs out of an edge worker's own secrets and variables. It knows no store but that of statistics, and
// neither the directory nor anything of the app's: the key's fingerprint is compared with the one its operator set.
import * as v from 'valibot'
import { utf8 } from '../crypto/encoding.ts'
import { fingerprintOf, readSecretKey, unlockWithOne, type PrivateKey } from '../crypto/openpgp.ts'
import { openHranaStore } from '../db/hrana-store.ts'
import { isDay } from '../protocol/day.ts'
import { StatisticsWindow } from '../protocol/statistics-window.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import type { ObservatoryMeans } from './publish-due.ts'

/** Secrets: the address and a token of its own, the armored secret key and its passphrase. Variables: the rest. */
export interface ObservatoryBindings {
  STATISTICS_URL?: string
  STATISTICS_TOKEN?: string
  OBSERVATORY_KEY?: string
  /** Of each key that has one, a line each: one for all, or one for each in any order. */
  OBSERVATORY_PASSPHRASE?: string
  /** Armored secret keys that it had before, one after the other: cards that wait may be sealed to them. */
  OBSERVATORY_FORMER_KEYS?: string
  /** As the signed directory has it. */
  OBSERVATORY_FINGERPRINT?: string
  /** `yes` marks everything that is published as invented. It has no default: nobody may forget to say. */
  DEMONSTRATION?: string
  /** The day the site opened. */
  STARTED_ON?: string
  /** See `ObservatoryMeans.catchUp`. */
  CATCH_UP?: string
}

export type ObservatoryFault =
  | 'settings-invalid'
  | 'key-unreadable'
  | 'key-not-of-the-directory'
  | 'wrong-passphrase'

export type EdgeMeans = Pick<ObservatoryMeans, 'store' | 'keys' | 'synthetic' | 'startedOn' | 'catchUp'>

export async function edgeMeans(bindings: ObservatoryBindings): Promise<Result<EdgeMeans, ObservatoryFault>> {
  const { STATISTICS_URL: url, STATISTICS_TOKEN: token, DEMONSTRATION: demonstration } = bindings
  const startedOn = bindings.STARTED_ON || undefined
  const catchUp = bindings.CATCH_UP || undefined
  const isSaid = demonstration === 'yes' || demonstration === 'no'
  const areDays = (startedOn === undefined || isDay(startedOn)) && v.is(v.optional(StatisticsWindow), catchUp)
  if (!url || !URL.canParse(url) || !isSaid || !areDays) return decline('settings-invalid')
  const locked = await readSecretKey(utf8(bindings.OBSERVATORY_KEY ?? ''))
  if (!locked) return decline('key-unreadable')
  if (fingerprintOf(locked) !== bindings.OBSERVATORY_FINGERPRINT) return decline('key-not-of-the-directory')
  const former = await Promise.all(
    blocksOf(bindings.OBSERVATORY_FORMER_KEYS ?? '').map((block) => readSecretKey(utf8(block))),
  )
  const keys: PrivateKey[] = []
  for (const each of [locked, ...former]) {
    if (!each) return decline('key-unreadable')
    const key = await unlockWithOne(each, (bindings.OBSERVATORY_PASSPHRASE ?? '').split(/\r?\n/))
    if (!key.ok) return key
    keys.push(key.value)
  }
  return accept({
    store: openHranaStore({ url, token }),
    keys,
    synthetic: demonstration === 'yes',
    startedOn,
    catchUp,
  })
}

/** What stands one after the other in one text; a reader of one key would stop at the first. */
const blocksOf = (armored: string): string[] =>
  armored.trim() === '' ? [] : armored.trim().split(/(?<=-----END [A-Z ]+-----)\s+(?=-----BEGIN )/)
