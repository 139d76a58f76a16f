// Someone who comes into a team: a name, and ways of opening a new key. Eight words stand here only while they are to be noted.
import type { PageContext } from '../page.ts'
import { PRIVATE } from '../report/typed-fields.tsx'
import { ShownWords } from './shown-words.tsx'

interface NewcomerProps {
  context: PageContext
}

/** A name, and two ways of opening a new key: for whoever founds a team, is invited to one, or opens one again. */
export const Newcomer = ({ context: { m } }: NewcomerProps) => {
  const { newcomer } = m.team
  return (
    <template data-template="newcomer">
      <form class="newcomer" autocomplete="off" novalidate>
        <div class="field">
          <label for="newcomer-name">{newcomer.name}</label>
          <p class="hint" id="newcomer-hint">
            {newcomer.nameHint}
          </p>
          <input
            {...PRIVATE}
            id="newcomer-name"
            type="text"
            maxlength={80}
            dir="auto"
            aria-describedby="newcomer-hint newcomer-fault"
          />
        </div>
        <div data-part="ways-place"></div>
        <details data-part="own-tools" hidden>
          <summary>{newcomer.toolsTitle}</summary>
          <p>{newcomer.tools}</p>
          <div class="field">
            <label for="newcomer-certificate">{newcomer.certificate}</label>
            <textarea {...PRIVATE} class="code" id="newcomer-certificate" rows={4}></textarea>
          </div>
        </details>
        <p class="notice notice-alert fault" id="newcomer-fault" role="alert" data-part="newcomer-fault"></p>
        <button class="button" type="submit">
          <span data-text="newcomer-next">{newcomer.next}</span>
        </button>
      </form>
    </template>
  )
}

export const Ways = ({ context }: NewcomerProps) => {
  const { ways } = context.m.team
  return (
    <>
      <template data-template="ways">
        <fieldset class="ways">
          <legend>{ways.legend}</legend>
          <p class="hint">{ways.hint}</p>
          <ul class="people" tabindex={-1} data-part="ways-made"></ul>
          <div class="actions" data-part="ways-offered">
            <button
              class="button-quiet"
              type="button"
              data-part="add-passkey"
              aria-describedby="passkey-hint"
            >
              {ways.passkey}
            </button>
            <p class="hint" id="passkey-hint">
              {ways.passkeyMeaning}
            </p>
            <button class="button-quiet" type="button" data-part="add-words" aria-describedby="words-hint">
              {ways.words}
            </button>
            <p class="hint" id="words-hint">
              {ways.wordsMeaning}
            </p>
          </div>
          <div class="card" data-part="ways-words" hidden>
            <h3>{ways.wordsShown}</h3>
            <p>{ways.wordsNote}</p>
            <ShownWords context={context} label={ways.wordsShown} />
            <button class="button" type="button" data-part="words-noted">
              {ways.noted}
            </button>
          </div>
          <p class="soft" role="status" data-part="ways-said"></p>
          <p class="notice notice-alert fault" role="alert" data-part="ways-fault"></p>
        </fieldset>
      </template>
      <template data-template="way">
        <li class="person">
          <span data-text="way"></span>{' '}
          <span class="soft" data-part="way-since" hidden>
            {ways.since} <span data-text="since"></span>
          </span>{' '}
          <button class="button-text" type="button" data-part="remove-way" hidden>
            {ways.remove}
          </button>
        </li>
      </template>
    </>
  )
}
