// One person of a team, and one invitation: rows that the island fills. What anyone wrote is text.
import type { PageContext } from '../page.ts'
import { ShownWords } from './shown-words.tsx'

interface RowProps {
  context: PageContext
}

export const MemberRow = ({ context: { m } }: RowProps) => {
  const { members } = m.team
  return (
    <template data-template="teammate">
      <li class="person">
        <p class="person-name">
          <b class="stranger" dir="auto" translate="no" data-text="name"></b>{' '}
          <span class="soft" data-text="role"></span>{' '}
          <span class="soft" data-part="self" hidden>
            ({members.self})
          </span>
        </p>
        <p class="small soft">
          {members.fingerprint} <code data-text="fingerprint" translate="no"></code>
        </p>
        <div class="actions" data-part="person-actions" hidden>
          <button class="button-quiet" type="button" data-part="make-officer" hidden>
            {members.makeOfficer}
          </button>
          <button class="button-quiet" type="button" data-part="make-member" hidden>
            {members.makeMember}
          </button>
          <button class="button-quiet" type="button" data-part="remove">
            {members.remove}
          </button>
        </div>
        <div class="notice notice-alert" data-part="remove-sure" hidden>
          <p tabindex={-1} data-part="remove-said">
            {members.removeMeaning}
          </p>
          <p>{members.removeKey}</p>
          <div class="actions">
            <button class="button" type="button" data-part="remove-confirm">
              {members.removeConfirm}
            </button>
            <button class="button-quiet" type="button" data-part="remove-cancel">
              {members.cancel}
            </button>
          </div>
        </div>
      </li>
    </template>
  )
}

export const InvitationRow = ({ context }: RowProps) => {
  const { invitations } = context.m.team
  return (
    <template data-template="invitation">
      <li class="person">
        <p>
          <span data-part="waits">{invitations.waits}</span>
          <span data-part="answered" hidden>
            <b class="stranger" dir="auto" translate="no" data-text="name"></b> {invitations.answered}{' '}
            <code data-text="fingerprint" translate="no"></code>
          </span>
          <span data-part="foreign" hidden>
            {invitations.foreign}
          </span>{' '}
          <span class="soft">
            ({invitations.until} <span data-text="until"></span>)
          </span>
        </p>
        <p class="small soft" data-part="check" hidden>
          {invitations.check}
        </p>
        <div data-part="invitation-words" hidden>
          <p>{invitations.words}</p>
          <ShownWords context={context} label={invitations.words} />
          <p class="small soft">{invitations.tell}</p>
        </div>
        <div class="actions">
          <button class="button" type="button" data-part="accept" hidden>
            {invitations.accept}
          </button>
          <button class="button-quiet" type="button" data-part="show-words">
            {invitations.show}
          </button>
          <button class="button-quiet" type="button" data-part="remove-invitation">
            {invitations.remove}
          </button>
        </div>
      </li>
    </template>
  )
}

/** One line of the record. */
export const JournalLine = () => (
  <template data-template="journal-line">
    <li class="person">
      <span class="soft" data-text="number"></span> <b data-text="action"></b>{' '}
      <span class="stranger" dir="auto" translate="no" data-text="by"></span>{' '}
      <span class="soft" data-text="on"></span> <span class="small soft" data-text="about"></span>{' '}
      <b data-text="line-fault"></b>
    </li>
  </template>
)
