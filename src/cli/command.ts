// What a command is: a name, the options it declares, and what it does. Parsing and --help both follow from the declaration.
// Nothing given on the command line is ever echoed in an error: someone may have typed a passphrase there.
import { parseArgs } from 'node:util'
import { done, misused, type Outcome } from './outcome.ts'

/** `value` is how help names what follows the option; without one the option is a flag. A `bare` value is given without the option's name. */
export interface OptionSpec {
  value?: string
  about: string
  required?: boolean
  repeated?: boolean
  bare?: boolean
}
export type OptionSpecs = Readonly<Record<string, OptionSpec>>

/** What `run` receives: text for an option with a value, a list for a repeated one, true or false for a flag. */
export type Given<Specs extends OptionSpecs> = {
  [Name in keyof Specs]: Specs[Name] extends { value: string }
    ? Specs[Name] extends { repeated: true }
      ? string[]
      : Specs[Name] extends { required: true }
        ? string
        : string | undefined
    : boolean
}

type AnyGiven = Readonly<Record<string, string | string[] | boolean | undefined>>

export interface Command {
  /** One or two words: `send`, `directory add`. */
  name: string
  summary: string
  options: OptionSpecs
  /** Paragraphs printed after the options. */
  notes: readonly string[]
  run(given: AnyGiven): Promise<Outcome>
}

/** Declares a command: `run` is typed from `options`. */
export function command<const Specs extends OptionSpecs>(declared: {
  name: string
  summary: string
  options: Specs
  notes?: readonly string[]
  run(given: Given<Specs>): Promise<Outcome>
}): Command {
  return {
    ...declared,
    notes: declared.notes ?? [],
    run: (given) => declared.run(given as Given<Specs>),
  }
}

/** Reads the arguments after a command's name. */
export function readArguments({ name, options }: Command, args: readonly string[]): Outcome<AnyGiven> {
  const hint = `See: npx balise ${name} --help`
  const { values, tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(options).map(([option, spec]) => [
        option,
        spec.value ? { type: 'string', multiple: spec.repeated ?? false } : { type: 'boolean' },
      ]),
    ),
  })
  const [bare] = Object.entries(options).find(([, spec]) => spec.bare) ?? []
  const given: Record<string, unknown> = { ...values }
  for (const token of tokens) {
    if (token.kind === 'positional' && bare !== undefined && given[bare] === undefined) {
      given[bare] = token.value
      continue
    }
    if (token.kind !== 'option') {
      const only = bare === undefined ? 'options only' : `one ${options[bare]?.value} and options`
      return misused(`balise ${name} takes ${only}. ${hint}`)
    }
    const spec = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (!spec || spec.bare) return misused(`balise ${name} does not know ${shown(token.name)}. ${hint}`)
    if (!spec.value && token.value !== undefined) return misused(`--${token.name} takes no value. ${hint}`)
    // One dash by itself is what is piped in.
    const missing = !token.value || (token.inlineValue === false && /^-./.test(token.value))
    if (spec.value && missing) return misused(`--${token.name} needs a value: ${spec.value}. ${hint}`)
  }
  const required = Object.entries(options).filter(([, spec]) => spec.required)
  const lacking = required.find(([option]) => given[option] === undefined)
  if (lacking) return misused(`balise ${name} needs ${label(...lacking)}. ${hint}`)
  return done(
    Object.fromEntries(
      Object.entries(options).map(([option, spec]) => {
        const nothing = spec.value ? (spec.repeated ? [] : undefined) : false
        return [option, (given[option] as AnyGiven[string]) ?? nothing]
      }),
    ),
  )
}

/** An option's name as typed, unless it could be anything. */
const shown = (option: string): string =>
  /^[a-z][a-z-]{1,19}$/.test(option) ? `the option --${option}` : 'one of the options'

const indent = (label: string, about: string, width: number): string => `  ${label.padEnd(width)}  ${about}`

const label = (option: string, { value, bare }: OptionSpec): string =>
  value ? (bare ? value : `--${option} ${value}`) : `--${option}`

const EXIT_CODES = 'Exit codes: 0 done; 1 refused or failed, and the message says what to do; 2 wrong usage.'

/** The text of `balise NAME --help`. */
export function helpOf({ name, summary, options, notes }: Command): string {
  const usage = Object.entries(options).map(([option, spec]) => {
    const shown = `${label(option, spec)}${spec.repeated ? ' …' : ''}`
    return spec.required ? shown : `[${shown}]`
  })
  const width = Math.max('--help'.length, ...Object.entries(options).map(([o, s]) => label(o, s).length))
  return [
    `Usage: balise ${[name, ...usage].join(' ')}`,
    '',
    summary,
    '',
    ...Object.entries(options).map(([option, spec]) => indent(label(option, spec), spec.about, width)),
    indent('--help', 'Print this.', width),
    ...notes.flatMap((note) => ['', note]),
    '',
    EXIT_CODES,
    '',
  ].join('\n')
}

/** The text of `balise --help`, or of a group such as `balise directory --help`. */
export function helpOfAll(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'Usage: balise COMMAND [OPTIONS]',
    '',
    ...commands.map(({ name, summary }) => indent(name, summary, width)),
    '',
    'Each command has --help.',
    EXIT_CODES,
    '',
  ].join('\n')
}
