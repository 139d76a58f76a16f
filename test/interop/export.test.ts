// An archive that a member took away opens with what a lawyer or the police has, and its digests are those that any tool computes.
import { afterAll, beforeAll, expect } from 'vitest'
import { usualArchive } from '../support/taken-archive.ts'
import { liveTest } from './live-test.ts'
import { openBench, type Bench } from './tools.ts'

const PATHS = [
  'recit.json',
  'recit.html',
  'recit.txt',
  'consentement.json',
  'suite.json',
  'fichiers/piece-1.jpg',
  'fichiers/piece-1-original.jpg',
  'fichiers/piece-2.bin',
  'manifeste.json',
]

let bench: Bench
let archive: string
beforeAll(async () => {
  bench = openBench()
  archive = bench.file('case.zip', await usualArchive())
})
afterAll(() => bench.close())

liveTest(['unzip'], 'unzip finds nothing wrong with it', () => {
  expect(bench.must('unzip', ['-t', archive]).toString('utf8')).toContain('No errors detected')
})

liveTest(['unzip', 'sha256sum'], 'what unzip takes out has the digests of the manifest', () => {
  bench.must('unzip', ['-q', archive, '-d', 'out'])
  const manifest = JSON.parse(Buffer.from(bench.read(`${bench.folder}/out/manifeste.json`)).toString('utf8'))
  const said = manifest.files.map(({ path, sha256 }: Record<string, string>) => `${sha256}  out/${path}`)
  expect(said).toHaveLength(PATHS.length - 1)
  const checked = bench.must('sha256sum', ['--check', '--strict'], `${said.join('\n')}\n`).toString('utf8')
  expect(checked.match(/: OK$/gm)).toHaveLength(said.length)
})

liveTest(['python3'], 'Python reads the same names, in order, unpacked and of one day', () => {
  const program = `import sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
for each in archive.infolist(): print(each.filename, each.compress_type, *each.date_time[:3], each.file_size == each.compress_size)`
  const read = bench.must('python3', ['-c', program, archive]).toString('utf8')
  expect(read.trim().split('\n')).toEqual(PATHS.map((path) => `${path} 0 1980 1 1 True`))
})
