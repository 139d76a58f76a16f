// Finds the command, runs it, and turns how it ended into words and an exit code. A fault nobody foresaw prints its kind only:
// its message could hold what was being handled.
import { helpOf, helpOfAll, readArguments, type Command } from './command.ts'
import { COMMANDS } from './commands.ts'
import { DONE, MISUSED, REFUSED, remark } from './outcome.ts'

const asksForHelp = (word: string | undefined): boolean => word === '--help' || word === '-h'

/** Runs one command line, given without the program's name. Returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    return await dispatch(args)
  } catch (error) {
    const kind = error instanceof Error ? error.name : 'unknown'
    remark(
      `balise: Something happened that balise did not foresee (${kind}). Nothing more is known to be done.`,
    )
    return REFUSED
  }
}

async function dispatch(args: readonly string[]): Promise<number> {
  const found = COMMANDS.find(({ name }) => name.split(' ').every((word, index) => args[index] === word))
  if (found) return await runCommand(found, args.slice(found.name.split(' ').length))
  const group = COMMANDS.filter(({ name }) => name.startsWith(`${args[0]} `))
  const rest = group.length > 0 ? args.slice(1) : args
  const shown = helpOfAll(group.length > 0 ? group : COMMANDS)
  if (asksForHelp(rest[0]) || rest[0] === 'help') {
    process.stdout.write(shown)
    return DONE
  }
  if (rest[0] !== undefined) remark('balise does not know that command. These are the ones it knows.')
  process.stderr.write(shown)
  return MISUSED
}

async function runCommand(command: Command, args: readonly string[]): Promise<number> {
  if (args.some(asksForHelp)) {
    process.stdout.write(helpOf(command))
    return DONE
  }
  const given = readArguments(command, args)
  const outcome = given.ok ? await command.run(given.value) : given
  if (outcome.ok) return DONE
  remark(`balise: ${outcome.message}`)
  return outcome.exit
}
