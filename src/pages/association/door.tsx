// Where a member opens their key: by a passkey, by words, from a file, or at home with tools of their own. No form here has an address to send to: without its island
// nothing can leave.
import { ADDRESSES } from '../../i18n/addresses.ts'
import type { Messages } from '../../i18n/messages.ts'
import { KEY_WAYS } from '../../protocol/team.ts'
import { TypedCode } from '../code/typed-code.tsx'
import type { PageContext } from '../page.ts'
import { AssociationField } from './association-field.tsx'
import { OwnTools } from './own-tools.tsx'
import { Tools } from './tools.tsx'

interface DoorProps {
  context: PageContext
}

export const Door = ({ context }: DoorProps) => {
  const { m, directory } = context
  const { door } = m.association
  return (
    <section data-part="door" aria-labelledby="door-title">
      <h1 id="door-title" tabindex={-1}>
        {m.association.title}
      </h1>
      <p class="lead">{door.lead}</p>
      <p class="notice notice-good" data-part="notice" tabindex={-1} hidden></p>
      {directory.demonstration && <p class="notice">{door.demonstration}</p>}
      <noscript>
        <p class="notice">{m.association.noscript}</p>
      </noscript>
      <div class="card door" data-part="ways" hidden>
        <Choice m={m} demonstration={directory.demonstration} />
        <div data-one="passkey">
          <p class="hint" id="door-passkey-hint">
            {door.passkeyHint}
          </p>
          <button class="button" type="button" data-part="passkey" aria-describedby="door-passkey-hint">
            {door.passkey}
          </button>
        </div>
        <div data-one="words" data-part="words">
          <TypedCode context={context} id="door-words" />
        </div>
        <form data-one="file" data-part="sign-in" autocomplete="off" novalidate>
          <KeyField m={m} />
          <PassphraseField m={m} />
          <div data-part="key-association" hidden>
            <AssociationField m={m} directory={directory} id="key-of" />
          </div>
          <button class="button" type="submit" data-part="submit">
            <span data-part="submit-ready">{door.submit}</span>
            <span data-part="submit-busy" hidden>
              {door.busy}
            </span>
          </button>
        </form>
        <OwnTools m={m} directory={directory} />
        <p class="soft" role="status" data-part="busy"></p>
        <p class="notice notice-alert fault" id="fault" role="alert" data-part="fault"></p>
        <div class="promise">
          <h2>{door.promiseTitle}</h2>
          <p>{door.promise}</p>
        </div>
      </div>
      <Invited context={context} />
      <Lost context={context} />
      <JustListed context={context} />
      <p>
        <a href={ADDRESSES.enrol[context.locale]}>{m.enrol.door.link}</a>
      </p>
      <Tools m={m} />
    </section>
  )
}

/** A demonstration has a key file, and no passkey yet. */
const Choice = ({ m, demonstration }: { m: Messages; demonstration: boolean }) => {
  const { door } = m.association
  const first = demonstration ? 'file' : 'passkey'
  return (
    <fieldset data-part="how">
      <legend>{door.how}</legend>
      <div class="choices">
        {[...KEY_WAYS, 'file' as const, 'tools' as const].map((way) => (
          <label>
            <input type="radio" name="how" value={way} checked={way === first} autocomplete="off" />
            {door.ways[way]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Whoever has an invitation's words and no key yet. */
const Invited = ({ context }: DoorProps) => {
  const { invited } = context.m.team
  return (
    <details data-part="invited" hidden>
      <summary>{invited.summary}</summary>
      <div data-part="invited-words">
        <p>{invited.lead}</p>
        <TypedCode context={context} id="invited-words" />
      </div>
      <div data-part="invited-to" hidden>
        <p tabindex={-1} data-part="invited-name">
          {invited.to} <b data-text="invited-association"></b>
        </p>
        <div data-part="invited-place"></div>
      </div>
      <p class="notice notice-alert fault" role="alert" data-part="invited-fault"></p>
      <div class="notice notice-good" tabindex={-1} data-part="invited-done" hidden>
        <p>{invited.done}</p>
        <p>
          {invited.fingerprint} <code data-text="invited-fingerprint" translate="no"></code>
        </p>
      </div>
    </details>
  )
}

/** An association that has its founding file, and no team yet. */
const JustListed = ({ context }: DoorProps) => {
  const { door } = context.m.enrol
  return (
    <details data-part="just-listed" hidden>
      <summary>{door.summary}</summary>
      <p>{door.lead}</p>
      <div class="field">
        <label for="founding-file">{door.file}</label>
        <input class="file" type="file" id="founding-file" />
      </div>
      <p>
        <button class="button-quiet" type="button" data-part="listed-passkey">
          {door.passkey}
        </button>
      </p>
      <TypedCode context={context} id="listed-words" />
      <p class="notice notice-alert fault" role="alert" data-part="listed-fault"></p>
    </details>
  )
}

/** Whoever lost their key, and has a sheet that brings the team back. */
const Lost = ({ context }: DoorProps) => {
  const { m, directory } = context
  const { lost } = m.team
  return (
    <details data-part="lost" hidden>
      <summary>{lost.summary}</summary>
      <p>{lost.lead}</p>
      <AssociationField m={m} directory={directory} id="lost-of" />
      <TypedCode context={context} id="lost-words" />
      <p class="notice notice-alert fault" role="alert" data-part="lost-fault"></p>
    </details>
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
