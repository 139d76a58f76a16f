// The page's side of the sealing Worker. One that throws, goes silent or never arrives gives a reason; it never gives a body that could
// be posted.
import type { Bytes } from '../../crypto/encoding.ts'
import type { Card } from '../../protocol/card.ts'
import type { Day } from '../../protocol/day.ts'
import type { Report } from '../../protocol/report.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { AuthorCode, GivenConsent } from '../../sealing/address-report.ts'
import type { UnprovenDraft } from '../../sealing/seal-own.ts'
import type { SealedSubmission } from '../../sealing/seal-report.ts'
import { DirectoryLine } from './directory-line.ts'
import type { DeskFault, Offer, SealAnswer, SealingOutcome, SealingWork } from './worker-messages.ts'

const submissionIn = (answer: SealingOutcome): SealedSubmission | null =>
  answer.type === 'sealed' ? { body: answer.body, digest: answer.digest } : null

export class SealingDesk {
  readonly #line = new DirectoryLine<SealingWork, SealAnswer>('seal')

  /** The associations of the Worker's directory, or null when it did not arrive. A failure is not remembered. */
  offers(): Promise<readonly Offer[] | null> {
    return this.#line.offers()
  }

  /** Drops the Worker and fetches its address again: it comes back with the directory of the day. */
  restart(): Promise<readonly Offer[] | null> {
    return this.#line.restart()
  }

  /** Seals a card to the observatory of the Worker's directory. */
  async sealCard(card: Card): Promise<Result<SealedSubmission, DeskFault>> {
    await this.offers()
    return this.#ask({ type: 'seal-card', card }, submissionIn)
  }

  /** Seals what is put on pause to its author's certificate (binary): base64, for their own mailbox. */
  async sealDraft(
    draft: UnprovenDraft,
    certificate: Bytes,
    links: Bytes,
  ): Promise<Result<string, DeskFault>> {
    await this.offers()
    return this.#ask({ type: 'seal-draft', draft, certificate, links }, (answer) =>
      answer.type === 'sealed-draft' ? answer.draft : null,
    )
  }

  /** Seals with the directory that `offers` last gave; it never fetches another, which nobody has agreed to yet. */
  seal(
    report: Report,
    consents: GivenConsent[],
    writtenOn: Day,
    code: AuthorCode | null,
    onSealed: (sealed: number) => void,
  ): Promise<Result<SealedSubmission, DeskFault>> {
    return this.#ask({ type: 'seal', report, consents, writtenOn, code }, submissionIn, onSealed)
  }

  async #ask<Sealed>(
    work: SealingWork,
    sealedIn: (outcome: SealingOutcome) => Sealed | null,
    onSealed: (sealed: number) => void = () => {},
  ): Promise<Result<Sealed, DeskFault>> {
    const answer = await this.#line.ask(work, (each) => {
      if (each.type !== 'progress') return each
      onSealed(each.sealed)
      return undefined
    })
    const outcome: SealingOutcome = answer.ok ? answer.value : { type: 'failed', reason: 'failed' }
    if (outcome.type === 'failed') return decline(outcome.reason)
    const sealed = sealedIn(outcome)
    return sealed === null ? decline('failed') : accept(sealed)
  }

  /** Ends the Worker. Whoever waits on it hears that it failed. */
  close(): void {
    this.#line.close()
  }
}
