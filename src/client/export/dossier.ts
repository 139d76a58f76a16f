// A case as a document that a lawyer or the police can read: sections of lines and texts, each text marked as ours or as somebody's own.
// It judges nothing and adds nothing. Pure: how it is drawn, as a page, a file or plain text, is decided elsewhere.
import type { Day } from '../../protocol/day.ts'
import { aboutLines, answeredLines, type Answer, type Line as Told } from '../../domain/letter.ts'
import { transfersOf } from '../inbox/transfers.ts'
import {
  code,
  line,
  lines,
  ours,
  say,
  theirs,
  type Line,
  type Paper,
  type Section,
  type Value,
} from './document.ts'
import { exchangeSection, workSection } from './dossier-since.ts'
import type { Saying } from './saying.ts'
import { transferredSection } from './dossier-transferred.ts'
import { leftOutOf, unprovenIn, type Taken, type TakenFiles } from './taken.ts'

/** Beside the case: who takes it, when, and what is known of its files and its digest. */
export interface Taking {
  association: { id: string; name: string }
  on: Day
  /** Fingerprint of the member's key. */
  by: string
  /** Name of a member, by fingerprint. */
  nameOf: (fingerprint: string) => string
  files: readonly TakenFiles[]
  /** By its name: why a file is not beside this document, or what is to be known of it. */
  filesSaid: ReadonlyMap<string, string>
  /** SHA-256 of the report's JSON. */
  reportSha256: string
}

/** The whole document. A section that has nothing to say is not there. */
export function dossierOf(taken: Taken, taking: Taking, saying: Saying): Paper {
  const { word } = saying
  const sections = [
    {
      heading: word('export.what'),
      blocks: ['is', 'isNot', 'careful', 'marks'].map((key) => say(word(`export.${key}`))),
    },
    factsSection(taken, taking, saying),
    transferredSection(taken, saying),
    section(word('letter.answers'), answersIn(answeredLines(taken.report.account), saying)),
    narrativeSection(taken, saying),
    taken.chosen.has('about')
      ? section(word('letter.about'), answersIn(aboutLines(taken.report.about), saying))
      : null,
    identifiersSection(taken, saying),
    contactSection(taken, saying),
    filesSection(taking, saying),
    exchangeSection(taken, taking.files, saying),
    consentSection(taken, saying),
    workSection(taken, taking.nameOf, saying),
    digestSection(taken, taking, saying),
  ]
  return {
    title: `${word('export.title')} ${taken.each.id}`,
    sections: sections.filter((each) => each !== null),
  }
}

const section = (heading: string, told: Line[]): Section | null =>
  told.length > 0 ? { heading, blocks: [{ kind: 'lines', lines: told }] } : null

function factsSection(
  { each, report }: Taken,
  { association, on, by }: Taking,
  { word, day }: Saying,
): Section {
  return {
    heading: word('export.facts'),
    blocks: [
      lines(
        line(word('export.association'), ours(association.name)),
        line(word('export.case'), ours(each.id)),
        line(word('letter.writtenOn'), ours(day(report.writtenOn))),
        line(word('letter.receivedOn'), ours(day(each.head.receivedOn))),
        line(word('export.on'), ours(day(on))),
        line(word('export.by'), code(by)),
      ),
    ],
  }
}

const answersIn = (told: readonly Told[], saying: Saying): Line[] =>
  told.map(({ field, answers }) => ({
    term: saying.word(`fields.${field}`),
    values: answers.map((answer) => answerIn(answer, saying)),
  }))

function answerIn(answer: Answer, { label, month }: Saying): Value {
  if (answer.kind === 'text') return theirs(answer.text)
  return ours(answer.kind === 'month' ? month(answer.day) : label(answer.group, answer.code))
}

function narrativeSection({ report: { narrative } }: Taken, { word }: Saying): Section {
  const told = narrative.trim() !== ''
  return {
    heading: word('letter.narrative'),
    blocks: [told ? { kind: 'text', value: theirs(narrative) } : say(word('letter.noNarrative'))],
  }
}

function identifiersSection({ report, chosen }: Taken, { word, label }: Saying): Section | null {
  if (!chosen.has('identifiers') || report.identifiers.length === 0) return null
  const told = report.identifiers.map(({ type, platform, value, recognised }) => {
    const where = platform ? [theirs(platform)] : []
    const form = ours(word(recognised ? 'letter.recognised' : 'letter.unrecognised'))
    return line(label('identifierType', type), theirs(value), ...where, form)
  })
  return {
    heading: word('letter.identifiers'),
    blocks: [say(word('export.identifiersMeaning')), { kind: 'lines', lines: told }],
  }
}

function contactSection({ report: { contact }, chosen }: Taken, { word, label }: Saying): Section | null {
  if (!contact || !chosen.has('contact')) return null
  const { channel, value, hours, voicemail, askFor, say: first } = contact
  const rule = (key: string, text: string | undefined): Line | null =>
    text?.trim() ? line(word(key), theirs(text)) : null
  return {
    heading: word('letter.contact'),
    blocks: [
      say(word('letter.warning')),
      lines(
        rule('letter.beforeTitle', first),
        rule('letter.hours', hours),
        voicemail ? line(word('letter.voicemail'), ours(word(`letter.voicemail-${voicemail}`))) : null,
        rule('letter.askFor', askFor),
        line(label('contactChannel', channel), theirs(value)),
      ),
    ],
  }
}

function filesSection({ files, filesSaid }: Taking, { word, size }: Saying): Section | null {
  const told = files.flatMap((each) => each.files)
  if (told.length === 0) return null
  const fileLines = told.map(({ name, attachment: { kind, bytes, sha256, original } }) => {
    const clean = kind === 'jpeg' && !original
    const said = filesSaid.get(name)
    return line(
      name,
      ours(`${word(`file-kind.${kind}`)}, ${size(bytes)}`),
      ours(word(clean ? 'file.clean' : 'file.original')),
      ...(said === undefined ? [] : [ours(said)]),
      code(sha256),
    )
  })
  return {
    heading: word('export.files'),
    blocks: [say(word('export.filesMeaning')), { kind: 'lines', lines: fileLines }],
  }
}

function consentSection(taken: Taken, { word, label, day }: Saying): Section {
  const { purposes, until, wordingVersion } = taken.report.consent
  const transfers = transfersOf(taken.each).map(({ association, since }) => {
    const name = label('association', association)
    return ours(since ? `${name} (${word('letter.granted')} ${day(since)})` : name)
  })
  return {
    heading: word('letter.consent'),
    blocks: [
      lines(
        line(word('letter.purposes'), ...purposes.map((purpose) => ours(label('purposes', purpose)))),
        line(word('letter.until'), ours(day(until))),
        line(word('letter.transfers'), ...(transfers.length > 0 ? transfers : [ours(word('export.nobody'))])),
        line(word('letter.wording'), theirs(wordingVersion)),
      ),
    ],
  }
}

function digestSection(taken: Taken, { reportSha256 }: Taking, { word }: Saying): Section {
  const leftOut = leftOutOf(taken).map((choice) => ours(word(`export-choice.${choice}`)))
  const unproven = taken.chosen.has('exchanges') ? unprovenIn(taken.each) : 0
  return {
    heading: word('export.integrity'),
    blocks: [
      say(word('export.integrityMeaning')),
      lines(
        line('recit.json', code(reportSha256)),
        leftOut.length > 0 ? line(word('export.leftOut'), ...leftOut) : null,
        unproven > 0 ? line(word('export.unproven'), ours(String(unproven))) : null,
      ),
    ],
  }
}
