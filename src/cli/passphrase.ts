// Asks for a passphrase: from a file of its owner's alone where a command takes one, from BALISE_PASSPHRASE, else at the terminal
// without showing it. Never from an argument, where other people of the machine and the shell's history would see it.
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { readOwnText } from './own-file.ts'
import { done, misused, refused, type Outcome } from './outcome.ts'

export const PASSPHRASE_NOTE =
  'The passphrase comes from BALISE_PASSPHRASE or is asked for, never from an argument.'

const NEW_PASSPHRASE_CHARS = 12

/** The passphrase of a file that exists. `what` names it: "the key", "root-1.pem". */
export async function askPassphrase(what: string): Promise<Outcome<string>> {
  const given = process.env['BALISE_PASSPHRASE']
  if (given !== undefined) return done(given)
  if (!process.stdin.isTTY) {
    return misused(
      `The passphrase of ${what} is needed. Set BALISE_PASSPHRASE, or run balise at a terminal to be asked for it.`,
    )
  }
  const typed = await promptHidden(`Passphrase of ${what}: `)
  return typed === null ? refused('Stopped: no passphrase was given.') : done(typed)
}

/** The same, for a process that starts by itself: where a file is given, its lines, of which one is that of the key. */
export async function askPassphraseOrRead(
  file: string | undefined,
  what: string,
): Promise<Outcome<string[]>> {
  if (file === undefined) {
    const asked = await askPassphrase(what)
    return asked.ok ? done([asked.value]) : asked
  }
  const text = await readOwnText(file, 'the passphrase')
  return text.ok ? done(text.value.split(/\r?\n/)) : text
}

/** A passphrase for a file about to be made: long enough, and typed twice when it is typed. */
export async function chooseNewPassphrase(what: string): Promise<Outcome<string>> {
  const first = await askPassphrase(what)
  if (!first.ok) return first
  if ([...first.value].length < NEW_PASSPHRASE_CHARS) {
    return refused(
      `The passphrase of ${what} must have at least ${NEW_PASSPHRASE_CHARS} characters. Choose a longer one, such as six random words.`,
    )
  }
  if (process.env['BALISE_PASSPHRASE'] !== undefined) return first
  const second = await promptHidden(`The same again, for ${what}: `)
  return second === first.value ? first : refused(`The two passphrases for ${what} differ. Start again.`)
}

/** One line typed at the terminal, unseen; null when the person stops with Ctrl-C or Ctrl-D. */
function promptHidden(question: string): Promise<string | null> {
  process.stderr.write(question)
  const unseen = new Writable({ write: (_chunk, _encoding, written) => written() })
  const terminal = createInterface({ input: process.stdin, output: unseen, terminal: true, historySize: 0 })
  return new Promise((resolve) => {
    const finish = (line: string | null) => {
      resolve(line)
      terminal.close()
      process.stderr.write('\n')
    }
    terminal.once('line', finish)
    terminal.once('SIGINT', () => finish(null))
    terminal.once('close', () => resolve(null))
  })
}
