// Shown again before an action that cannot be undone: by what opened the session, and by nothing else.
import type { PageContext } from '../page.ts'
import { TypedCode } from '../code/typed-code.tsx'

export const Confirm = ({ context }: { context: PageContext }) => {
  const { m } = context
  const { confirm } = m.team
  return (
    <template data-template="confirm">
      <section class="card" aria-labelledby="confirm-title">
        <h2 id="confirm-title" tabindex={-1}>
          {confirm.heading}
        </h2>
        <p>{confirm.lead}</p>
        <p data-one="passkey">
          <button class="button" type="button" data-part="confirm-passkey">
            {confirm.passkey}
          </button>
        </p>
        <div data-one="words">
          <TypedCode context={context} id="confirm-words" />
        </div>
        <form data-one="file" data-part="confirm-file" autocomplete="off" novalidate>
          <div class="field">
            <label for="confirm-key">{m.association.door.file}</label>
            <input class="file" type="file" id="confirm-key" />
          </div>
          <div class="field">
            <label for="confirm-passphrase">{m.association.door.passphrase}</label>
            <input
              type="password"
              id="confirm-passphrase"
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
            />
          </div>
          <button class="button" type="submit">
            {confirm.submit}
          </button>
        </form>
        <p class="notice notice-alert fault" role="alert" data-part="confirm-fault"></p>
        <button class="button-quiet" type="button" data-part="confirm-cancel">
          {confirm.cancel}
        </button>
      </section>
    </template>
  )
}
