// Where a member brings the key. The form has no address to send to: without its island nothing can leave.
import type { Messages } from '../../i18n/messages.ts'

interface DoorProps {
  m: Messages
  demonstration: boolean
}

export const Door = ({ m, demonstration }: DoorProps) => {
  const { door } = m.association
  return (
    <section data-part="door" aria-labelledby="door-title">
      <h1 id="door-title" tabindex={-1}>
        {m.association.title}
      </h1>
      <p class="lead">{door.lead}</p>
      <p class="notice notice-good" data-part="notice" tabindex={-1} hidden></p>
      {demonstration && <p class="notice">{door.demonstration}</p>}
      <noscript>
        <p class="notice">{m.association.noscript}</p>
      </noscript>
      <form class="card door" data-part="sign-in" autocomplete="off" novalidate hidden>
        <KeyField m={m} />
        <PassphraseField m={m} />
        <p class="notice notice-alert fault" id="fault" role="alert" data-part="fault"></p>
        <button class="button" type="submit" data-part="submit">
          <span data-part="submit-ready">{door.submit}</span>
          <span data-part="submit-busy" hidden>
            {door.busy}
          </span>
        </button>
        <div class="promise">
          <h2>{door.promiseTitle}</h2>
          <p>{door.promise}</p>
        </div>
      </form>
      <Tools m={m} />
    </section>
  )
}

const KeyField = ({ m }: { m: Messages }) => {
  const { door } = m.association
  return (
    <>
      <div class="field">
        <label for="key-file">{door.file}</label>
        <p class="hint" id="key-file-hint">
          {door.fileHint}
        </p>
        <input class="file" type="file" id="key-file" aria-describedby="key-file-hint fault" />
      </div>
      <details data-part="paste">
        <summary>{door.paste}</summary>
        <div class="field">
          <label for="key-text">{door.pasteLabel}</label>
          <p class="hint" id="key-text-hint">
            {door.pasteHint}
          </p>
          <textarea
            class="code"
            id="key-text"
            rows={5}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            translate="no"
            aria-describedby="key-text-hint fault"
          ></textarea>
        </div>
      </details>
    </>
  )
}

const PassphraseField = ({ m }: { m: Messages }) => {
  const { door } = m.association
  return (
    <div class="field">
      <label for="passphrase">{door.passphrase}</label>
      <p class="hint" id="passphrase-hint">
        {door.passphraseHint}
      </p>
      <input
        type="password"
        id="passphrase"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-describedby="passphrase-hint fault"
      />
      <p class="reveal">
        <label>
          <input type="checkbox" data-part="reveal" />
          {door.reveal}
        </label>
      </p>
    </div>
  )
}

/** `{origin}` in the command is filled by the island: these bytes are the same wherever they are served. */
const Tools = ({ m }: { m: Messages }) => {
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
