// Where an association is told that something waits: the officers' form, and how notices are refused. The island fills it.
import { LOCALES } from '../../protocol/vocabulary.ts'
import type { PageContext } from '../page.ts'
import { PRIVATE } from '../report/typed-fields.tsx'

export const Notices = ({ context: { m } }: { context: PageContext }) => {
  const { notices } = m.team
  return (
    <section data-part="notices" hidden>
      <h2>{notices.heading}</h2>
      <p class="small soft">{notices.lead}</p>
      <p class="notice" data-part="notices-unsent" hidden>
        {notices.unsent}
      </p>
      <form data-part="notices-form" autocomplete="off" novalidate hidden>
        <p data-text="notices-state"></p>
        <div class="field">
          <label for="notice-address">{notices.address}</label>
          <p class="hint" id="notice-known">
            {notices.known}
          </p>
          <input
            {...PRIVATE}
            id="notice-address"
            type="email"
            autocapitalize="none"
            aria-describedby="notice-known notice-fault"
          />
          <NoNotice label={notices.none} />
        </div>
        <div class="field">
          <label for="notice-locale">{notices.locale}</label>
          <select id="notice-locale" autocomplete="off">
            {LOCALES.map((locale) => (
              <option value={locale}>{m.vocabulary.language[locale]}</option>
            ))}
          </select>
        </div>
        <p class="notice notice-alert fault" id="notice-fault" role="alert" data-part="notices-fault"></p>
        <button class="button-quiet" type="submit">
          {notices.save}
        </button>
      </form>
    </section>
  )
}

export const NoNotice = ({ label }: { label: string }) => (
  <div class="choices">
    <label>
      <input type="checkbox" name="no-notice" autocomplete="off" />
      {label}
    </label>
  </div>
)
