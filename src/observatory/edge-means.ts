// Makes what the observatory needs out of an edge worker's own secrets and variables. It knows no store but that of statistics, and
// neither the directory nor anything of the app's: the key's fingerprint is compared with the one its operator set.
import { utf8 } from '../crypto/encoding.ts'
import { fingerprintOf, readSecretKey, unlock } from '../crypto/openpgp.ts'
import { openHranaStore } from '../db/hrana-store.ts'
import { isDay } from '../protocol/day.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import type { ObservatoryMeans } from './publish-due.ts'

/** Secrets: the address and a token of its own, the armored secret key and its passphrase. Variables: the rest. */
export interface ObservatoryBindings {
  STATISTICS_URL?: string
  STATISTICS_TOKEN?: string
  OBSERVATORY_KEY?: string
  OBSERVATORY_PASSPHRASE?: string
  /** As the signed directory has it. */
  OBSERVATORY_FINGERPRINT?: string
  /** `yes` marks everything that is published as invented. It has no default: nobody may forget to say. */
  DEMONSTRATION?: string
  /** The day the site opened. */
  STARTED_ON?: string
}

export type ObservatoryFault =
  | 'settings-invalid'
  | 'key-unreadable'
  | 'key-not-of-the-directory'
  | 'wrong-passphrase'

export async function edgeMeans(
  bindings: ObservatoryBindings,
): Promise<Result<Pick<ObservatoryMeans, 'store' | 'key' | 'synthetic' | 'startedOn'>, ObservatoryFault>> {
  const { STATISTICS_URL: url, STATISTICS_TOKEN: token, DEMONSTRATION: demonstration } = bindings
  const startedOn = bindings.STARTED_ON || undefined
  const isSaid = demonstration === 'yes' || demonstration === 'no'
  if (!url || !URL.canParse(url) || !isSaid || (startedOn !== undefined && !isDay(startedOn))) {
    return decline('settings-invalid')
  }
  const locked = await readSecretKey(utf8(bindings.OBSERVATORY_KEY ?? ''))
  if (!locked) return decline('key-unreadable')
  if (fingerprintOf(locked) !== bindings.OBSERVATORY_FINGERPRINT) return decline('key-not-of-the-directory')
  const key = await unlock(locked, bindings.OBSERVATORY_PASSPHRASE ?? '')
  if (!key.ok) return key
  return accept({
    store: openHranaStore({ url, token }),
    key: key.value,
    synthetic: demonstration === 'yes',
    startedOn,
  })
}
