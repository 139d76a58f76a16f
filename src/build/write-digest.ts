// `npm run digest`: writes the digest of the code that counts cards where releases take it from. It touches nothing else.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DIGEST_FILE, digestText, observatoryCodeSha256 } from './observatory-code.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
await writeFile(join(root, DIGEST_FILE), digestText(await observatoryCodeSha256()))
