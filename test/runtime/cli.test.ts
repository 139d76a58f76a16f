// The `balise` command against the real self-hosted server: a drill from the sending to the reading, as an operator runs it.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemonstration, type RunningDemonstration } from '../support/demonstration.ts'
import { runBalise, type Ended } from '../support/run-balise.ts'

let demonstration: RunningDemonstration
let folder: string

beforeAll(async () => {
  demonstration = await startDemonstration()
  folder = await mkdtemp(join(tmpdir(), 'balise-drill-'))
})
afterAll(async () => {
  await demonstration.stop()
  await rm(folder, { recursive: true })
})

const ids = (): string[] => demonstration.associations.map(({ association }) => association)

async function send(report: object, to: readonly string[], ...more: string[]): Promise<Ended> {
  const path = join(folder, 'report.json')
  await writeFile(path, JSON.stringify(report))
  const from = ['--server', demonstration.origin, '--report', path]
  return await runBalise(['send', ...from, ...to.flatMap((id) => ['--to', id]), ...more])
}

/** Pulls the inbox of the association at `place` into a fresh folder. */
async function pull(place: number, ...more: string[]): Promise<Ended & { narratives: string[] }> {
  const out = await mkdtemp(join(folder, 'inbox-'))
  const { keyFile = '', passphrase = '' } = demonstration.associations[place] ?? {}
  const from = ['--server', demonstration.origin, '--key', keyFile, '--out', out]
  const ended = await runBalise(['inbox', 'pull', ...from, ...more], passphrase)
  const files = await readdir(out)
  const read = await Promise.all(files.map((name) => readFile(join(out, name), 'utf8')))
  return { ...ended, narratives: read.map((text) => String(JSON.parse(text).narrative)) }
}

describe('a drill', () => {
  it('lists the associations that the server was built with', async () => {
    const listed = await runBalise(['directory', 'list', '--server', demonstration.origin])
    expect(listed).toEqual({
      exit: 0,
      output: ids()
        .map((id) => `${id}\n`)
        .join(''),
      errors: '',
    })
  })

  it('takes a report to the associations it was sent to, each of which opens its own copy', async () => {
    const narrative = 'Exercice : ils étaient trois. 🌈 قال: لا تخبر أحدا'
    const sent = await send({ narrative, account: { role: 'witness' } }, ids().slice(0, 2))
    expect(sent).toMatchObject({ exit: 0, errors: '' })
    expect(sent.output).toMatch(/^received [0-9a-f]{64}\n$/)
    const [first, second, third] = [await pull(0), await pull(1), await pull(2)]
    expect([first.exit, second.exit, third.exit]).toEqual([0, 0, 0])
    expect(first.narratives).toContain(narrative)
    expect(second.narratives).toContain(narrative)
    expect(third.narratives).not.toContain(narrative)
    expect(demonstration.logs()).not.toContain('Exercice')
  })

  it('is acknowledged once, and the server remembers', async () => {
    await send({ narrative: 'À accuser' }, ids().slice(2))
    const first = await pull(2, '--acknowledge')
    expect(first.output).toMatch(/acknowledged [1-9]/)
    const again = await pull(2, '--acknowledge')
    expect(again).toMatchObject({ exit: 0 })
    expect(again.output).toContain('acknowledged 0')
    expect(again.narratives).toContain('À accuser')
  })

  it('brings every page of an inbox longer than one', async () => {
    const narrative = 'Charge'
    const sent = await send({ narrative }, ids().slice(0, 1), '--count', '40')
    expect(sent.exit).toBe(0)
    expect(new Set(sent.output.trim().split('\n')).size).toBe(40)
    const pulled = await pull(0)
    expect(pulled.narratives.filter((each) => each === narrative)).toHaveLength(40)
  })

  it('is refused to a key that no association of this server has', async () => {
    const stranger = join(import.meta.dirname, '../vectors/secret-key_gpg.asc')
    const out = join(folder, 'stranger')
    const from = ['--server', demonstration.origin, '--key', stranger, '--out', out]
    const refused = await runBalise(['inbox', 'pull', ...from], 'vecteurs publics')
    expect(refused).toMatchObject({ exit: 1, output: '' })
    expect(refused.errors).toContain('No association in the directory')
  })
})
