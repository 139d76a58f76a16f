// The same envelopes without this page: the commands of an association that has its own tools.
import type { Messages } from '../../i18n/messages.ts'

/** `{origin}` in the command is filled by the island: these bytes are the same wherever they are served. */
export const Tools = ({ m }: { m: Messages }) => {
  const { tools } = m.association
  const [before = '', after = ''] = tools.pullCommand.split('{origin}')
  return (
    <details class="tools">
      <summary>{tools.summary}</summary>
      <p>{tools.pull}</p>
      <p class="command">
        <code translate="no">
          {before}
          <span data-text="origin">https://…</span>
          {after}
        </code>
      </p>
      <Command words={tools.case} command={tools.caseCommand} />
      <Command words={tools.export} command={tools.exportCommand} />
      <Command words={tools.gpg} command={tools.gpgCommand} />
      <Command words={tools.files} command={tools.filesCommand} />
      <p>{tools.help}</p>
    </details>
  )
}

const Command = ({ words, command }: { words: string; command: string }) => (
  <>
    <p>{words}</p>
    <p class="command">
      <code translate="no">{command}</code>
    </p>
  </>
)
