// The command line itself: help, wrong usage, exit codes, and what an error must never repeat.
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { shapeFault } from '../../src/cli/shape-fault.ts'
import { readServer } from '../../src/cli/server-connection.ts'
import { Report } from '../../src/protocol/report.ts'
import { runBalise } from '../support/run-balise.ts'
import { runHere } from '../support/run-here.ts'

const faultIn = (report: unknown): string => {
  const parsed = v.safeParse(Report, report)
  return parsed.success ? '' : shapeFault(parsed.issues)
}

describe('someone who asks for help', () => {
  it('is shown every command', async () => {
    const { exit, output } = await runHere(['--help'])
    expect(exit).toBe(0)
    for (const { name } of COMMANDS) expect(output).toContain(`  ${name} `)
  })

  it.each(COMMANDS.map(({ name, options }) => ({ name, options })))(
    'is shown what $name takes and how it ends',
    async ({ name, options }) => {
      const { exit, output } = await runHere([...name.split(' '), '--help'])
      expect(exit).toBe(0)
      for (const [option, { bare, value }] of Object.entries(options)) {
        expect(output).toContain(bare ? value : `--${option}`)
      }
      expect(output).toContain('Exit codes: 0 done; 1 refused')
    },
  )
})

describe('the tool as a process', () => {
  it('ends with the code of how it went, and keeps its result apart from its remarks', async () => {
    const helped = await runBalise(['--help'])
    expect(helped).toEqual(await runHere(['--help']))
    expect(helped.exit).toBe(0)
    const mistyped = await runBalise(['directory', 'check'])
    expect(mistyped).toMatchObject({ exit: 2, output: '' })
    expect(mistyped.errors).toContain('balise directory check needs --directory FILE')
    const refused = await runBalise(['directory', 'check', '--directory', '/nowhere/directory.json'])
    expect(refused).toMatchObject({ exit: 1, output: '' })
    expect(refused.errors).toContain('There is no file')
  })
})

describe('someone who mistypes', () => {
  it.each([
    { args: [], words: 'Usage: balise COMMAND' },
    { args: ['sned'], words: 'balise does not know that command' },
    { args: ['directory', 'sing'], words: 'balise does not know that command' },
    { args: ['directory', 'check'], words: 'balise directory check needs --directory FILE' },
    { args: ['directory', 'check', '--directory'], words: '--directory needs a value: FILE' },
    { args: ['directory', 'sign', '--key', '--directory', 'd'], words: '--key needs a value: ROOT.pem' },
    { args: ['inbox', 'pull', '--acknowledge=yes'], words: '--acknowledge takes no value' },
    { args: ['directory', 'list', '--diretory', 'd'], words: 'does not know the option --diretory' },
  ])('$args gets exit code 2 and is told: $words', async ({ args, words }) => {
    const { exit, output, errors } = await runHere(args)
    expect(exit).toBe(2)
    expect(errors).toContain(words)
    expect(output).toBe('')
  })

  it('is never shown what they typed in the place of a passphrase', async () => {
    for (const args of [
      ['--passphrase', 'correct-horse'],
      ['--passphrase=correct-horse'],
      ['--correct-Horse'],
      ['correct-horse'],
    ]) {
      const { exit, output, errors } = await runHere(['inbox', 'pull', ...args])
      expect(exit).toBe(2)
      expect(`${output}${errors}`).not.toMatch(/correct-horse/i)
    }
  })
})

describe('an operator who migrates the stores', () => {
  it.each([
    { env: {}, words: 'Set ENVELOPES_URL' },
    { env: { ENVELOPES_URL: 'http://127.0.0.1:1' }, words: 'Set STATISTICS_URL' },
    {
      env: { ENVELOPES_URL: 'http://127.0.0.1:1', STATISTICS_URL: 'http://127.0.0.1:1' },
      words: 'are one store',
    },
    {
      env: {
        ENVELOPES_URL: 'http://127.0.0.1:1',
        STATISTICS_URL: 'http://127.0.0.1:2',
        ENVELOPES_TOKEN: 'jeton',
      },
      words: 'could not be reached or refused',
    },
  ])('is told in a sentence: $words', async ({ env, words }) => {
    const { exit, output, errors } = await runHere(['migrate'], undefined, env)
    expect({ exit, output }).toEqual({ exit: 1, output: '' })
    expect(errors).toContain(words)
    expect(errors).not.toContain('jeton')
  })
})

describe('a report file that is refused', () => {
  it('names the field at fault and never its value', () => {
    expect(faultIn({ narative: 'secret' })).toBe('the field "narative" is not one it knows')
    expect(faultIn({ account: { lure: 'secret' } })).toBe(
      'the field "account.lure" has a value that is not one of the list',
    )
    expect(faultIn({ narrative: 'x'.repeat(16_001) })).toBe('the field "narrative" is too long')
    expect(faultIn({ contact: { channel: 'sms' } })).toBe('the field "contact.value" is missing')
    expect(faultIn({ identifiers: [{ type: 'phone', value: 612345678 }] })).toBe(
      'the field "identifiers.0.value" is not of the right kind',
    )
    expect(faultIn('secret')).toBe('it must be a JSON object')
  })

  it('does not repeat a field whose name could be anything', () => {
    expect(faultIn({ 'Ils étaient trois, dans une voiture.': true })).toBe(
      'the field "?" is not one it knows',
    )
  })
})

describe('the address of a server', () => {
  it('is https, or this machine', () => {
    for (const address of ['https://balise.example', 'http://127.0.0.1:8787/', 'http://localhost:8787']) {
      expect(readServer(address)).toEqual({ ok: true, value: { origin: new URL(address).origin } })
    }
  })

  it('is never plain http elsewhere, nor holds a path or a password', () => {
    for (const address of [
      'http://balise.example',
      'http://balise.onion',
      'balise.example',
      'https://balise.example/fr',
      'https://a:b@balise.example',
      'ftp://balise.example',
    ]) {
      expect(readServer(address)).toMatchObject({ ok: false, exit: 2 })
    }
  })
})
