// The environment of a self-hosted server, read once. The one secret that comes this way is the mail relay's password.
import { join, resolve } from 'node:path'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { isOrigin, readProofBits, readStorageLimit, wholeNumber } from '../settings.ts'
import { readMailSettings, type MailSettingFault, type MailSettings } from './mail-settings.ts'

export interface Settings {
  host: string
  /** 0 for any free port. */
  port: number
  /** As given; null for the address listened on. */
  origin: string | null
  proofBits: number
  /** For the envelopes and the parts of files; Infinity for as much as the disk takes. */
  storageLimitBytes: number
  dataDir: string
  siteDir: string
  /** Where the statistics file lies. Another user's process, the observatory, may work in it. */
  statisticsDir: string
  /** Null where the server sends no notices. */
  mail: MailSettings | null
}

export type SettingFault = 'PORT' | 'ORIGIN' | 'PROOF_BITS' | 'STORAGE_LIMIT' | MailSettingFault

/** The reason names the variable that cannot be understood. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
): Result<Settings, SettingFault> {
  const port = wholeNumber(env['PORT'] ?? '8787', 65_535)
  if (port === null) return decline('PORT')
  const proofBits = readProofBits(env['PROOF_BITS'])
  if (proofBits === null) return decline('PROOF_BITS')
  const storageLimitBytes = readStorageLimit(env['STORAGE_LIMIT'])
  if (storageLimitBytes === null) return decline('STORAGE_LIMIT')
  const origin = env['ORIGIN'] ?? null
  if (origin !== null && !isOrigin(origin)) return decline('ORIGIN')
  const mail = readMailSettings(env)
  if (!mail.ok) return mail
  const dataDir = resolve(env['DATA_DIR'] ?? 'data')
  const statisticsDir = resolve(env['STATISTICS_DIR'] ?? dataDir)
  const host = env['HOST'] ?? '127.0.0.1'
  const siteDir = join(dataDir, 'site')
  return accept({
    host,
    port,
    origin,
    proofBits,
    storageLimitBytes,
    dataDir,
    siteDir,
    statisticsDir,
    mail: mail.value,
  })
}
