// The way in for whoever signs with tools of their own, and the list behind it: envelopes that stay sealed. No key is ever in these parts.
import type { Directory } from '../../directory/directory.ts'
import type { Messages } from '../../i18n/messages.ts'
import { AssociationField } from './association-field.tsx'

interface OwnToolsProps {
  m: Messages
  directory: Directory
}

export const OwnTools = ({ m, directory }: OwnToolsProps) => {
  const { ownTools } = m
  return (
    <form data-one="tools" data-part="own-tools" autocomplete="off" novalidate>
      <p>{ownTools.lead}</p>
      <AssociationField m={m} directory={directory} id="tools-of" describedBy="tools-fault" />
      <div class="field">
        <label for="tools-key">{ownTools.fingerprint}</label>
        <p class="hint" id="tools-key-hint">
          {ownTools.fingerprintHint}
        </p>
        <input
          type="text"
          id="tools-key"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          translate="no"
          aria-describedby="tools-key-hint"
        />
      </div>
      <button class="button-quiet" type="button" data-part="tools-ask">
        {ownTools.ask}
      </button>
      <div data-part="tools-signing" hidden>
        <p>{ownTools.run}</p>
        <p class="soft">{ownTools.whose}</p>
        <p class="command">
          <code
            data-text="tools-command"
            data-placeholder={ownTools.placeholder}
            tabindex={0}
            translate="no"
          ></code>
        </p>
        <div class="field">
          <label for="tools-signature">{ownTools.signature}</label>
          <p class="hint" id="tools-signature-hint">
            {ownTools.signatureHint}
          </p>
          <textarea
            class="code"
            id="tools-signature"
            rows={5}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            translate="no"
            aria-describedby="tools-signature-hint tools-fault"
          ></textarea>
        </div>
        <button class="button" type="submit">
          {ownTools.submit}
        </button>
      </div>
      <p class="soft" role="status" data-part="tools-busy"></p>
      <p class="notice notice-alert fault" id="tools-fault" role="alert" data-part="tools-fault"></p>
    </form>
  )
}

export const SealedList = ({ m }: { m: Messages }) => {
  const { list } = m.ownTools
  const [before = '', between = '', after = ''] = list.restCommand.split(/\{(?:origin|association)\}/)
  return (
    <>
      <template data-template="sealed-list">
        <div class="workspace">
          <div class="member">
            <strong data-text="name"></strong>
            <button class="button-quiet" type="button" data-part="sign-out">
              {m.association.inbox.signOut}
            </button>
          </div>
          <section aria-labelledby="sealed-title">
            <h1 id="sealed-title" tabindex={-1}>
              {list.heading}
            </h1>
            <p>{list.lead}</p>
            <p class="command">
              <code translate="no">{list.decrypt}</code>
            </p>
            <p>{list.rest}</p>
            <p class="command">
              <code translate="no">
                {before}
                <span data-text="origin"></span>
                {between}
                <span data-text="association"></span>
                {after}
              </code>
            </p>
            <p class="soft" role="status" data-part="sealed-busy"></p>
            <ul class="sealed" data-part="sealed"></ul>
            <p class="notice" data-part="sealed-empty" hidden>
              {list.empty}
            </p>
            <p class="notice notice-alert fault" role="alert" data-part="sealed-fault"></p>
            <p>
              <button class="button-quiet" type="button" data-part="sealed-more" hidden>
                {list.more}
              </button>
            </p>
          </section>
        </div>
      </template>
      <template data-template="sealed-row">
        <li class="card">
          <h2 tabindex={-1}>
            {list.envelope} <span data-text="id" translate="no"></span>
          </h2>
          <p>
            <b data-text="state"></b> · {list.received} <span data-text="day"></span>
          </p>
          <p class="sealed-actions">
            <button class="button-quiet" type="button" data-part="download">
              {list.download}
            </button>
            <button class="button-quiet" type="button" data-part="acknowledge">
              {list.acknowledge}
            </button>
          </p>
          <details data-part="decline">
            <summary>{list.decline}</summary>
            <p>{list.declineMeaning}</p>
            <button class="button-quiet" type="button" data-part="decline-confirm">
              {list.declineConfirm}
            </button>
          </details>
        </li>
      </template>
    </>
  )
}
