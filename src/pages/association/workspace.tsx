// The empty inbox: copied by the island once a key is open, dropped whole when the session ends.
import type { Messages } from '../../i18n/messages.ts'

export const Workspace = ({ m }: { m: Messages }) => {
  const { inbox } = m.association
  return (
    <>
      <template data-template="workspace">
        <div class="workspace">
          <div class="member">
            <strong data-text="name"></strong>
            <button class="button-quiet" type="button" data-part="open-team">
              {m.team.open}
            </button>
            <button class="button-quiet" type="button" data-part="sign-out">
              {inbox.signOut}
            </button>
          </div>
          <section data-part="inbox" aria-labelledby="inbox-title">
            <h1 id="inbox-title" tabindex={-1}>
              {inbox.heading}
            </h1>
            <Progress m={m} />
            <div class="toolbar">
              <label class="choice">
                <input type="checkbox" data-part="only-new" />
                {inbox.onlyNew}
              </label>
              <button class="button-quiet" type="button" data-part="refresh">
                {inbox.refresh}
              </button>
              <p class="counts soft">
                <span>
                  {inbox.total} <b data-text="total">0</b>
                </span>
                <span>
                  {inbox.new} <b data-text="new">0</b>
                </span>
              </p>
            </div>
            <p class="notice" data-part="empty" hidden></p>
            <div class="days" data-part="days"></div>
            <Paused m={m} />
            <p class="small soft keys">{inbox.keys}</p>
            <p class="small soft">
              {inbox.key} <code data-text="key" translate="no"></code>
            </p>
          </section>
          <div data-part="reading"></div>
          <div data-part="team-place"></div>
        </div>
      </template>
      <template data-template="day">
        <section class="day">
          <h2 data-text="day"></h2>
          <ul></ul>
        </section>
      </template>
      <template data-template="row">
        <li>
          <button class="row" type="button">
            <span class="state" data-text="state"></span>
            <span class="row-title" data-text="title"></span>
            <span class="row-facts" data-text="facts"></span>
          </button>
        </li>
      </template>
    </>
  )
}

const Progress = ({ m }: { m: Messages }) => (
  <div class="progress" data-part="progress" hidden>
    <p>
      {m.association.inbox.loading} <b data-text="opened">0</b>
    </p>
    <progress aria-label={m.association.inbox.loading}></progress>
    <button class="button-quiet" type="button" data-part="stop">
      {m.association.inbox.stop}
    </button>
  </div>
)

const Paused = ({ m }: { m: Messages }) => (
  <div class="notice paused" data-part="paused" hidden>
    <p data-text="paused"></p>
    <button class="button-quiet" type="button" data-part="resume">
      {m.association.inbox.resume}
    </button>
  </div>
)
