// How a command ends: done, refused for a reason the person can act on, or misused. The message is one or two plain
// sentences that say what to do; it never holds a stack, a passphrase or a word of a report.

/** Exit codes of every command. */
export const DONE = 0
export const REFUSED = 1
export const MISUSED = 2

export interface Refusal {
  ok: false
  exit: typeof REFUSED | typeof MISUSED
  message: string
}

export type Outcome<Value = void> = { ok: true; value: Value } | Refusal

export const done = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })

/** It could not be done; the message says why and what to do. */
export const refused = (message: string): Refusal => ({ ok: false, exit: REFUSED, message })

/** The command line itself is wrong. */
export const misused = (message: string): Refusal => ({ ok: false, exit: MISUSED, message })

export const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** Remarks that are not the result: a script that reads the output does not see them. */
export const remark = (line: string): void => void process.stderr.write(`${line}\n`)
