// Which number the next envelope to each association takes, where earlier ones left and nobody knows whether they arrived. A number that
// may be taken is never used for other words.
import type { AuthorCode } from '../../sealing/address-report.ts'

/** `perhaps`: an association for every envelope that may have arrived. Without one, or without a code, the code itself. */
export function pastNumbers(
  code: AuthorCode | null,
  perhaps: readonly { association: string }[],
): AuthorCode | null {
  if (!code || perhaps.length === 0) return code
  const numbers: Record<string, number> = { ...code.numbers }
  for (const { association } of perhaps) numbers[association] = (numbers[association] ?? 0) + 1
  return { ...code, numbers }
}
