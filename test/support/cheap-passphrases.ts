// Keys that tests make are locked with a passphrase as the product's are, but over 1 KiB of hashing and not 16 MiB: nobody
// guesses at them, and a federation of twenty would otherwise take seconds to make.
import { config } from 'openpgp'

/** For the whole of the test file that calls it. */
export function lockCheaply(): void {
  config.s2kIterationCountByte = 0
}
