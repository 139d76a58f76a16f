// What an `observatory` command says when nothing may be drawn. It knows no number of anything.
import type { PublishFault } from '../observatory/may-publish.ts'

export const PUBLISH_FAULTS: Record<PublishFault, string> = {
  'too-many-due':
    'More than two quarters are due and were never published, and a draw is for good: nothing was. Is the date of this machine right? If it is, name the last of them: balise observatory run --catch-up WINDOW, or balise observatory release --window WINDOW.',
  'other-kind':
    'This store holds releases of invented reports and the directory is a real one, or the other way round: nothing was published. Set the store that belongs to this directory.',
}
