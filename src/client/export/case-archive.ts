// One case as files: the report as JSON, as a page and as text, what followed, the consent, and the files that came. The same document is
// what is printed. No name in it comes from a report.
import { digestHex } from '../../crypto/digest.ts'
import { utf8, type Bytes } from '../../crypto/encoding.ts'
import type { Day } from '../../protocol/day.ts'
import { archiveOf, type Entry } from './archive.ts'
import type { Brought } from './bring-files.ts'
import type { Paper } from './document.ts'
import { dossierOf, type Taking } from './dossier.ts'
import { htmlFile } from './html-file.ts'
import { inertJson } from './inert.ts'
import type { Saying } from './saying.ts'
import { consentOut, exchangesOf, leftOutOf, reportOut, type Taken, type TakenFiles } from './taken.ts'
import { textFile } from './text-file.ts'

/** Who takes a case away, and on which day of the server's. */
export type Taker = Pick<Taking, 'association' | 'by' | 'nameOf'> & { on: Day }

const reportJson = (taken: Taken, files: readonly TakenFiles[]): Bytes =>
  utf8(inertJson(reportOut(taken, files)))

/** The document. `brought` is null where no file goes with it. */
export async function dossierFor(
  taken: Taken,
  taker: Taker,
  files: readonly TakenFiles[],
  brought: Brought | null,
  saying: Saying,
): Promise<Paper> {
  const reportSha256 = await digestHex(reportJson(taken, files))
  const filesSaid = saidOf(brought, saying)
  return dossierOf(taken, { ...taker, files, filesSaid, reportSha256 }, saying)
}

function saidOf(brought: Brought | null, { word }: Saying): Map<string, string> {
  const missing = (brought?.missing ?? []).map(
    ({ name, reason }) => [name, `${word('export.missing')} ${word(`export-missing.${reason}`)}`] as const,
  )
  const disguised = (brought?.disguised ?? []).map((name) => [name, word('export.disguised')] as const)
  return new Map([...missing, ...disguised])
}

/** The ZIP. */
export async function caseArchive(
  taken: Taken,
  taker: Taker,
  files: readonly TakenFiles[],
  brought: Brought,
  saying: Saying,
): Promise<Bytes> {
  const paper = await dossierFor(taken, taker, files, brought, saying)
  const entry = (path: string, bytes: Bytes): Entry => ({ path, bytes })
  const { chosen } = taken
  const entries = [
    entry('recit.json', reportJson(taken, files)),
    entry('recit.html', htmlFile(paper, saying.lang)),
    entry('recit.txt', textFile(paper)),
    entry('consentement.json', utf8(inertJson(consentOut(taken)))),
    ...(chosen.has('exchanges') ? [entry('suite.json', utf8(inertJson(exchangesOf(taken, files))))] : []),
    ...(chosen.has('work') ? [entry('travail.json', utf8(inertJson(taken.work)))] : []),
    ...brought.entries,
  ]
  return archiveOf(entries, {
    association: taker.association.id,
    case: taken.each.id,
    exportedOn: taker.on,
    exportedBy: taker.by,
    leftOut: leftOutOf(taken),
    missing: brought.missing,
  })
}
