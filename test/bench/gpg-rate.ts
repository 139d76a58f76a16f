// How many of the same envelopes GnuPG opens in a second on this machine, with a key that has no passphrase: one process an envelope, as a
// script would run it, and one process for all.
import { fromUtf8 } from '../../src/crypto/encoding.ts'
import { openBench } from '../interop/tools.ts'

export interface GpgRates {
  /** `gpg --decrypt`, once for each envelope. */
  eachPerSecond: number
  /** `gpg --multifile --decrypt`, once for all. */
  togetherPerSecond: number
}

/** `secretKey` is armored and not locked. Throws when one of them does not open. */
export function measureGpg(secretKey: string, envelopes: readonly Uint8Array[]): GpgRates {
  const { file, must, read, close } = openBench()
  try {
    must('gpg', ['--batch', '--quiet', '--import'], secretKey)
    const paths = envelopes.map((sealed, index) => file(`${index}.pgp`, sealed))
    const opening = ['--batch', '--quiet', '--trust-model', 'always']
    // The agent is there before the clock starts.
    must('gpg', [...opening, '--decrypt', paths[0] ?? ''])
    const perSecond = (run: () => void): number => {
      const began = performance.now()
      run()
      return Math.round(paths.length / ((performance.now() - began) / 1000))
    }
    return {
      eachPerSecond: perSecond(() => {
        for (const path of paths) must('gpg', [...opening, '--decrypt', path])
      }),
      togetherPerSecond: perSecond(() => {
        must('gpg', [...opening, '--yes', '--multifile', '--decrypt', ...paths])
        for (const path of paths) JSON.parse(fromUtf8(read(path.replace(/\.pgp$/, ''))))
      }),
    }
  } finally {
    close()
  }
}
