// The server's own secret, made on first start and readable by its owner alone. It protects challenges, never a report.
import { readFile, writeFile } from 'node:fs/promises'
import { fromBase64, toBase64, type Bytes } from '../../crypto/encoding.ts'
import { randomBytes } from '../../crypto/random.ts'

const SECRET_BYTES = 32

/** Throws when the file is there but is not a secret: a new one would silently void the challenges under way. */
export async function serverSecret(file: string): Promise<Bytes> {
  try {
    await writeFile(file, `${toBase64(randomBytes(SECRET_BYTES))}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readSecret(await readFile(file, 'utf8'), file)
}

function readSecret(text: string, file: string): Bytes {
  const secret = fromBase64(text.trim())
  if (secret?.length !== SECRET_BYTES) throw new Error(`${file} does not hold 32 bytes in base64`)
  return secret
}
