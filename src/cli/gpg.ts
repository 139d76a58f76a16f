// GnuPG as another process: it signs and opens with keys that stay in its agent or on a card. What goes in and out are statements,
// signatures and sealed messages; a passphrase is asked by the agent itself.
import { spawn } from 'node:child_process'
import { concat, fromUtf8, utf8, type Bytes } from '../crypto/encoding.ts'
import { readRecipients } from '../crypto/packets.ts'
import { done, misused, refused, type Outcome } from './outcome.ts'

/** Far above any envelope: a message that grows beyond is not one of ours. */
const MAX_OPENED_BYTES = 1024 * 1024

const FINGERPRINT = /^[0-9A-F]{40}$/

/** It speaks to nobody but its agent: a message may name a key that its sender would like to be asked for. */
const QUIETLY = ['--batch', '--quiet', '--no-auto-key-locate', '--no-auto-key-retrieve', '--disable-dirmngr']

/**
 * A secret key that GnuPG has: its fingerprint, the IDs of those of its keys that open messages, and when it came to be as it is (seconds).
 */
export interface GpgKey {
  fingerprint: string
  encryptionKeyIds: string[]
  since: number
}

/** `named` is a fingerprint as people copy it, with or without spaces. */
export async function gpgFingerprint(named: string): Promise<Outcome<GpgKey>> {
  const fingerprint = named.replaceAll(/\s|^0x/g, '').toUpperCase()
  if (!FINGERPRINT.test(fingerprint)) {
    return misused(
      '--gpg needs a whole fingerprint: 40 hexadecimal digits, as gpg --list-secret-keys shows it.',
    )
  }
  const listed = await gpg(['--with-colons', '--list-secret-keys', fingerprint])
  if (listed === 'missing')
    return refused('gpg was not found. Install GnuPG, or give the key as a file with --key.')
  const rows = fromUtf8(listed.out)
    .split('\n')
    .map((row) => row.split(':'))
  const encryptionKeyIds = rows
    .filter(([kind, , , , , , , , , , , uses]) => (kind === 'ssb' || kind === 'sec') && uses?.includes('e'))
    .map((row) => row[4] ?? '')
  const [primary] = rows.filter(([kind]) => kind === 'fpr')
  const made = rows.filter(([kind]) => kind === 'sec' || kind === 'uid').map((row) => Number(row[5]))
  return listed.code === 0 && encryptionKeyIds.length > 0 && primary?.[9] === fingerprint
    ? done({ fingerprint, encryptionKeyIds, since: Math.max(0, ...made) })
    : refused(
        'GnuPG has no secret key of that fingerprint that opens messages. Give that of the whole key, not of a subkey. See: gpg --list-secret-keys',
      )
}

/**
 * By the primary key: the `!` keeps GnuPG from taking a subkey instead. The signature is dated now, or `at` (seconds) where an instant is
 * not to be told.
 */
export async function signWithGpg(
  fingerprint: string,
  text: string,
  at: number | null = null,
): Promise<Outcome<string>> {
  const dated = at === null ? [] : ['--no-auto-check-trustdb', '--faked-system-time', `${at}!`]
  const signing = ['--armor', '--detach-sign', '--local-user', `${fingerprint}!`]
  const signed = await gpg([...dated, ...signing], utf8(text))
  return signed !== 'missing' && signed.code === 0
    ? done(fromUtf8(signed.out))
    : refused(
        'GnuPG did not sign. Is its agent running, and the card in its reader? Try: echo test | gpg --sign',
      )
}

/** Null for what is sealed to none of these keys; throws when GnuPG has the key and does not open it. */
export async function openWithGpg(sealed: Bytes, keyIds: readonly string[]): Promise<Bytes | null> {
  if (!readRecipients(sealed)?.some((id) => keyIds.includes(id))) return null
  const opened = await gpg(['--max-output', String(MAX_OPENED_BYTES), '--decrypt'], sealed)
  if (opened === 'missing' || opened.code !== 0) throw new Error('gpg did not open it')
  return opened.out
}

/** Runs gpg without its greetings. Its own messages go to the terminal only where a person may have to act: here they are dropped. */
function gpg(
  args: readonly string[],
  input: Bytes = new Uint8Array(),
): Promise<{ code: number | null; out: Bytes } | 'missing'> {
  return new Promise((resolve) => {
    const child = spawn('gpg', [...QUIETLY, ...args], {
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    const parts: Uint8Array[] = []
    child.once('error', () => resolve('missing'))
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    // It may end before it has read everything: what it says then is its exit code.
    child.stdin.on('error', () => undefined)
    child.once('close', (code) => resolve({ code, out: concat(...parts) }))
    child.stdin.end(input)
  })
}
