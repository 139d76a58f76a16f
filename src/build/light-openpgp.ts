// Chooses which parts of OpenPGP.js enter a bundle. The library loads its parts on demand; a Worker that only seals
// with our one profile never needs most of them, and a phone should not wait for them.
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import type { Plugin } from 'esbuild'
import { withoutUnreached } from './sealing-parts.ts'

/** `sealing`: the profile only; `whole`: everything; `spare-curves`: just the part that is fetched where WebCrypto lacks it. */
export type OpenpgpParts = 'sealing' | 'whole' | 'spare-curves'

export const SPARE_CURVES_PATH = '/w/curves.js'

const LIGHTWEIGHT = join(dirname(createRequire(import.meta.url).resolve('openpgp')), '..', 'lightweight')

/** Parts that no operation of the sealing profile reaches: other curves and ciphers, Argon2 keys, bzip2. */
const UNREACHED = /\/(?:legacy_ciphers|noble_curves|noble_hashes|argon2id|unbzip2-stream)\.(?:min\.)?mjs$/
const SPARE_CURVES = /\/nacl-fast\.(?:min\.)?mjs$/

export const lightOpenpgp = (parts: OpenpgpParts): Plugin => ({
  name: 'light-openpgp',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^openpgp$/ }, () => ({ path: join(LIGHTWEIGHT, 'openpgp.mjs') }))
    onResolve({ filter: /^openpgp\/spare-curves$/ }, () => ({ path: join(LIGHTWEIGHT, 'nacl-fast.mjs') }))
    if (parts !== 'sealing') return
    onLoad({ filter: /\/lightweight\/openpgp\.mjs$/ }, async ({ path }) => ({
      contents: withoutUnreached(await readFile(path, 'utf8')),
      loader: 'js',
    }))
    onResolve({ filter: UNREACHED }, ({ path }) => ({ path, namespace: 'unreached' }))
    onResolve({ filter: SPARE_CURVES }, () => ({ path: SPARE_CURVES_PATH, external: true }))
    onLoad({ filter: /.*/, namespace: 'unreached' }, () => ({ contents: 'export {}', loader: 'js' }))
  },
})
