// Padmé (Nikitin et al., PETS 2019, §4): lengths that differ little become one, so that a sealed file tells only roughly how long
// it is. It counts; it never sees a byte.

/**
 * The length in bytes that `bytes` is padded to: at most 12 % more, and less the longer it is. Its exponent keeps as many
 * significant bits as it takes to write the exponent itself.
 */
export function padmeLength(bytes: number): number {
  if (bytes < 2) return bytes
  const exponent = Math.floor(Math.log2(bytes))
  const grain = 2 ** (exponent - Math.floor(Math.log2(exponent || 1)) - 1)
  return grain <= 1 ? bytes : Math.ceil(bytes / grain) * grain
}
