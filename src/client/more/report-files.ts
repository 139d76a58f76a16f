// The files of the report page: the tray of their step, and their way ahead of the report. It keeps nothing of them once the page is wiped.
import { holdOf } from '../../crypto/links.ts'
import { randomHex } from '../../crypto/random.ts'
import type { AuthorCode } from '../../sealing/address-report.ts'
import { find } from '../dom.ts'
import { FilesDesk } from '../files/files-desk.ts'
import { FileTray } from '../files/file-tray.ts'
import type { Holder } from '../files/files-for.ts'
import { SendingFiles } from '../files/sending-files.ts'
import { SendingFilesView } from '../files/sending-files-view.ts'
import { ProvingDesk } from '../report/proving-desk.ts'
import type { ReportFiles } from '../report/report-house.ts'

export function reportFiles(): ReportFiles & { wipe: () => void } {
  const desk = new FilesDesk()
  // Solving one puzzle gives up another: those of the report are solved meanwhile.
  const prover = new ProvingDesk()
  const tray = new FileTray(find('[data-tray]'), desk)
  const view = new SendingFilesView(find('[data-files-sending]'), () => {
    tray.clear()
    view.clear()
    find('[data-again]').click()
  })
  const solve = (challenge: string): Promise<string | null> => prover.solve(challenge, () => {})
  const sending = new SendingFiles({ tray, desk, view, solve })
  /** Without a code, the keys of the holds of a sending that has not come to its end. */
  const drawn = new Map<string, string>()

  async function holderFor(association: string, code: AuthorCode | null): Promise<Holder> {
    if (code) {
      const hold = await holdOf(code.links, association, code.numbers?.[association] ?? 0)
      return { association, hold }
    }
    const hold = drawn.get(association) ?? randomHex(32)
    drawn.set(association, hold)
    return { association, hold }
  }

  return {
    get any() {
      return tray.any
    },
    prepare: async (associations, code) => {
      const holders = await Promise.all(associations.map((association) => holderFor(association, code)))
      const prepared = await sending.prepare(holders)
      if (prepared.ok) drawn.clear()
      return prepared
    },
    stop: () => sending.stop(),
    wipe: () => {
      sending.wipe()
      tray.clear()
      desk.close()
      prover.close()
      drawn.clear()
    },
  }
}
