// The shapes of a team: who is of it, invitations, the ways of opening one's key, the sheets on paper. All empty: the island fills them,
// and what anyone wrote is text.
import type { PageContext } from '../page.ts'
import { Confirm } from './confirm.tsx'
import { Newcomer, Ways } from './newcomer.tsx'
import { Notices } from './notices.tsx'
import { Sheets } from './sheets.tsx'
import { InvitationRow, JournalLine, MemberRow } from './team-rows.tsx'

interface TeamProps {
  context: PageContext
}

export const Team = ({ context }: TeamProps) => {
  const { team } = context.m
  return (
    <>
      <template data-template="team">
        <section class="team" aria-labelledby="team-title">
          <p>
            <button class="button-quiet" type="button" data-part="back">
              {team.back}
            </button>
          </p>
          <h1 id="team-title" tabindex={-1}>
            {team.heading}
          </h1>
          <p class="notice notice-good" data-part="said" tabindex={-1} hidden></p>
          <p class="notice notice-alert fault" role="alert" data-part="fault"></p>
          <div data-part="confirm-place"></div>
          <Founding context={context} />
          <Request context={context} />
          <Members context={context} />
          <Invitations context={context} />
          <Notices context={context} />
          <OwnWays context={context} />
          <SheetsSection context={context} />
          <Journal context={context} />
        </section>
      </template>
      <Recovery context={context} />
      <MemberRow context={context} />
      <InvitationRow context={context} />
      <JournalLine />
      <Newcomer context={context} />
      <Ways context={context} />
      <Sheets context={context} />
      <Confirm context={context} />
    </>
  )
}

/** For whoever holds a sheet, and nothing else. */
const Recovery = ({ context: { m } }: TeamProps) => {
  const { lost } = m.team
  return (
    <template data-template="recovery">
      <section class="team" aria-labelledby="recovery-title">
        <p>
          <button class="button-quiet" type="button" data-part="sign-out">
            {m.association.inbox.signOut}
          </button>
        </p>
        <h1 id="recovery-title" tabindex={-1}>
          {lost.heading}
        </h1>
        <p>{lost.again}</p>
        <div data-part="recovery-place"></div>
      </section>
    </template>
  )
}

const Founding = ({ context: { m } }: TeamProps) => {
  const { founding } = m.team
  return (
    <section class="card" data-part="founding" hidden>
      <h2>{founding.heading}</h2>
      <p>{founding.lead}</p>
      <p>{founding.meaning}</p>
      <button class="button" type="button" data-part="found">
        {founding.start}
      </button>
      <div data-part="founding-place"></div>
    </section>
  )
}

const Request = ({ context: { m } }: TeamProps) => {
  const { request } = m.team
  return (
    <section class="notice" data-part="request" hidden>
      <h2>{request.heading}</h2>
      <p data-part="request-lead" hidden>
        {request.lead}
      </p>
      <p data-part="request-waiting">{request.waiting}</p>
      <p>
        {request.fingerprint} <code data-text="newest" translate="no"></code>
      </p>
      <button class="button" type="button" data-part="request-save" hidden>
        {request.save}
      </button>
    </section>
  )
}

const Members = ({ context: { m } }: TeamProps) => {
  const { members } = m.team
  return (
    <section data-part="members" hidden>
      <h2>{members.heading}</h2>
      <p class="small soft">{members.rolesMeaning}</p>
      <ul class="people" data-part="people"></ul>
    </section>
  )
}

const Invitations = ({ context }: TeamProps) => {
  const { invitations } = context.m.team
  return (
    <section data-part="invitations" hidden>
      <h2>{invitations.heading}</h2>
      <p class="small soft">{invitations.lead}</p>
      <button class="button-quiet" type="button" data-part="invite">
        {invitations.invite}
      </button>
      <p class="soft" data-part="no-invitations" hidden>
        {invitations.none}
      </p>
      <ul class="people" data-part="invited"></ul>
    </section>
  )
}

const OwnWays = ({ context: { m } }: TeamProps) => {
  const { ways } = m.team
  return (
    <section data-part="own-ways" hidden>
      <h2>{ways.own}</h2>
      <p class="small soft" data-part="own-lead">
        {ways.ownLead}
      </p>
      <p class="soft" data-part="own-none" hidden>
        {ways.none}
      </p>
      <ul class="people" data-part="own-list"></ul>
      <div data-part="own-place"></div>
    </section>
  )
}

const SheetsSection = ({ context: { m } }: TeamProps) => {
  const { sheets } = m.team
  return (
    <section data-part="own-sheets" hidden>
      <h2>{sheets.heading}</h2>
      <p class="small soft">{sheets.lead}</p>
      <button class="button-quiet" type="button" data-part="renew-sheets" aria-describedby="renew-hint">
        {sheets.renew}
      </button>
      <p class="hint" id="renew-hint">
        {sheets.renewMeaning}
      </p>
      <div data-part="renew-place"></div>
    </section>
  )
}

/** What members did, line by line. */
const Journal = ({ context: { m } }: TeamProps) => {
  const { journal } = m.team
  return (
    <section data-part="journal">
      <h2>{journal.heading}</h2>
      <p class="small soft">{journal.lead}</p>
      <div class="actions">
        <button class="button-quiet" type="button" data-part="journal-read">
          {journal.read}
        </button>
        <button class="button-quiet" type="button" data-part="journal-save" hidden>
          {journal.save}
        </button>
      </div>
      <p class="notice" data-part="journal-verdict" tabindex={-1} hidden></p>
      <ol class="people" data-part="journal-lines"></ol>
    </section>
  )
}
