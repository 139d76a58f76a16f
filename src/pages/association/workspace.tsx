// The empty inbox: copied by the island once a key is open, dropped whole when the session ends.
import type { Messages } from '../../i18n/messages.ts'
import { TableExport } from './export.tsx'
import { Finding, Found } from './finding.tsx'

export const Workspace = ({ m }: { m: Messages }) => {
  const { inbox } = m.association
  return (
    <>
      <template data-template="workspace">
        <div class="workspace">
          <div class="member">
            <strong data-text="name"></strong>
            <div class="actions" data-part="beside">
              <button class="button-quiet" type="button" data-part="open-templates">
                {m.templates.open}
              </button>
              <button class="button-quiet" type="button" data-part="open-team">
                {m.team.open}
              </button>
            </div>
            <button class="button-quiet" type="button" data-part="sign-out">
              {inbox.signOut}
            </button>
          </div>
          <section data-part="inbox" aria-labelledby="inbox-title">
            <h1 id="inbox-title" tabindex={-1}>
              {inbox.heading}
            </h1>
            <Progress m={m} />
            <Finding m={m} />
            <Found m={m} />
            <TableExport m={m} />
            <p class="notice" data-part="empty" hidden></p>
            <div class="days" data-part="days"></div>
            <p data-part="more-rows-place" hidden>
              <button class="button-quiet" type="button" data-part="more-rows">
                {m.association.finding.moreRows}
              </button>
            </p>
            <Paused m={m} />
            <p class="small soft keys">{inbox.keys}</p>
            <p class="small soft">
              {inbox.key} <code data-text="key" translate="no"></code>
            </p>
          </section>
          <div data-part="reading"></div>
          <div data-part="team-place"></div>
          <div data-part="templates-place"></div>
        </div>
      </template>
      <template data-template="day">
        <section class="day">
          <h2 data-text="heading"></h2>
          <ul></ul>
        </section>
      </template>
      <template data-template="row">
        <li>
          <button class="row" type="button">
            <span class="state" data-text="state"></span>
            <span class="row-title" data-text="title"></span>
            <span class="row-urgency" data-text="urgency"></span>
            <span class="row-facts" data-text="facts"></span>
            <span class="row-work" data-text="work" dir="auto" translate="no"></span>
            <span class="row-series" data-text="series"></span>
          </button>
        </li>
      </template>
    </>
  )
}

const Progress = ({ m }: { m: Messages }) => (
  <div class="progress" data-part="progress" hidden>
    <p>
      {m.association.inbox.loading} <b data-text="opened">0</b>{' '}
      <span data-part="share" hidden>
        {m.association.inbox.of} <b data-text="awaited"></b>
      </span>
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
