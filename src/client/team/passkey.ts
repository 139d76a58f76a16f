// Passkeys as a secret of the device: WebAuthn's PRF gives 32 bytes for our use, and nothing of them leaves this browser. No server
// verifies a passkey here, and the name it is kept under tells nothing of what it opens.
import { toBase64, utf8, type Bytes } from '../../crypto/encoding.ts'
import { randomBytes } from '../../crypto/random.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'

/** `not-able`: this browser or this passkey gives no secret. `given-up`: the person stopped, or took too long. */
export type PasskeyFault = 'not-able' | 'given-up'

const NAME = 'Balise'

/** What PRF is asked for: the same everywhere, since a passkey gives another secret for each site (WebAuthn §10.1.4). */
const INPUT = utf8('balise member key 1')

/** ES256, RS256, EdDSA: all that authenticators have. Their signatures are not used. */
const ALGORITHMS = [-7, -257, -8] as const

export const hasPasskeys = (): boolean => 'PublicKeyCredential' in globalThis

/** Makes one on this device or another, and asks it at once: its secret. */
export async function makePasskey(): Promise<Result<Bytes, PasskeyFault>> {
  return asked(async () => {
    const made = await navigator.credentials.create({
      publicKey: {
        challenge: randomBytes(32),
        rp: { id: location.hostname, name: NAME },
        user: { id: randomBytes(16), name: NAME, displayName: NAME },
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        attestation: 'none',
        extensions: { prf: { eval: { first: INPUT } } },
      },
    })
    const extensions = resultsOf(made)
    if (!extensions?.prf?.enabled) return null
    // Many give the secret only when they are asked the next time.
    return extensions.prf.results ?? (await secretOf(made as PublicKeyCredential))
  })
}

/** Asks for one that was made here before. */
export const askPasskey = (): Promise<Result<Bytes, PasskeyFault>> => asked(() => secretOf(null))

async function secretOf(credential: PublicKeyCredential | null) {
  const given = await navigator.credentials.get({
    publicKey: {
      challenge: randomBytes(32),
      rpId: location.hostname,
      userVerification: 'required',
      allowCredentials: credential ? [{ type: 'public-key', id: credential.rawId }] : [],
      extensions: { prf: { eval: { first: INPUT } } },
    },
  })
  return resultsOf(given)?.prf?.results ?? null
}

const resultsOf = (credential: Credential | null) =>
  (credential as PublicKeyCredential | null)?.getClientExtensionResults()

type Secrets = { first: BufferSource } | null

async function asked(ask: () => Promise<Secrets>): Promise<Result<Bytes, PasskeyFault>> {
  if (!hasPasskeys()) return decline('not-able')
  try {
    const secrets = await ask()
    if (!secrets) return decline('not-able')
    const { first } = secrets
    const bytes = ArrayBuffer.isView(first)
      ? first.buffer.slice(first.byteOffset, first.byteOffset + first.byteLength)
      : first
    const secret = new Uint8Array(bytes as ArrayBuffer)
    return secret.length === 32 && toBase64(secret) !== toBase64(new Uint8Array(32))
      ? accept(secret)
      : decline('not-able')
  } catch {
    return decline('given-up')
  }
}
