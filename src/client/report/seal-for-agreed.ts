// Seals what was written for those who were agreed to, once its files are on their way to them. Nothing is sealed for anyone else, nor
// when what was agreed to no longer stands.
import type { Day } from '../../protocol/day.ts'
import type { Report } from '../../protocol/report.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { AuthorCode } from '../../sealing/address-report.ts'
import type { FilesStop } from '../files/files-for.ts'
import type { ApartConsents } from './apart-consents.ts'
import type { AssociationCards } from './association-cards.ts'
import type { ReportFiles } from './report-house.ts'
import type { SealingDesk } from './sealing-desk.ts'
import type { SealedReport } from './sending.ts'
import type { Stage } from './sending-view.ts'
import type { DeskFault } from './worker-messages.ts'

interface Parts {
  desk: SealingDesk
  cards: AssociationCards
  apart: ApartConsents
  files: ReportFiles | null
  code: AuthorCode | null
  wordingVersion: string
  read: () => Report
  seeker: () => Parameters<AssociationCards['stands']>[1]
  onStage: (stage: Stage) => void
}

/** `isAnswerable`: it carries a way to answer. */
export async function sealForAgreed(
  writtenOn: Day | null,
  { desk, cards, apart, files, code, wordingVersion, read, seeker, onStage }: Parts,
): Promise<Result<SealedReport & { isAnswerable: boolean }, DeskFault | FilesStop>> {
  const offers = await desk.offers()
  if (!offers || !writtenOn) return decline('failed')
  if (!cards.stands(offers, seeker())) return decline('key-changed')
  const receivers = cards.agreed
  if (files?.any) onStage({ at: 'files' })
  const associations = receivers.map(({ association }) => association)
  const kept = files && (await files.prepare(associations, code))
  if (kept && !kept.ok) return kept
  const total = receivers.length
  onStage({ at: 'sealing', sealed: 0, total })
  const consents = receivers.map(({ association, fingerprint }) => {
    const attachments = kept?.value.get(association)
    return {
      association,
      keyFingerprint: fingerprint,
      purposes: apart.purposesOf(association),
      wordingVersion,
      ...(attachments ? { attachments } : {}),
    }
  })
  const report = read()
  const sealed = await desk.seal(report, consents, writtenOn, code, (count) =>
    onStage({ at: 'sealing', sealed: count, total }),
  )
  if (!sealed.ok) return sealed
  return accept({ ...sealed.value, receivers, isAnswerable: Boolean(report.contact ?? code) })
}
