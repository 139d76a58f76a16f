// The step of the files, and how far they have come while the report is sent.
import { FilesSending } from '../files/sending.tsx'
import { FilesTray } from '../files/tray.tsx'
import { Moves, type StepContext } from '../report/fields.tsx'

export const FilesPart = ({ context: { m, locale } }: StepContext) => (
  <div data-part="files">
    <FilesTray m={m} locale={locale} />
    <Moves m={m} skip />
  </div>
)

export const SendingFilesPart = ({ context: { m } }: StepContext) => (
  <div data-part="sending-files">
    <FilesSending m={m} />
  </div>
)
