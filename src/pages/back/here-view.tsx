// What a code opens: stories put aside, then one card an association, then what one may do with the code. Empty and unknown codes
// show the same words, because nobody can tell them apart.
import { ServiceLines, SOMEONE_TONIGHT, YoungLines } from '../help-lines.tsx'
import { ADDRESSES } from '../../i18n/addresses.ts'
import { FilesSending } from '../files/sending.tsx'
import { FilesTray } from '../files/tray.tsx'
import { CorrespondenceTemplates } from './correspondence.tsx'
import { AskTwice, Lines, View, type BackContext } from './view.tsx'

export const HereView = ({ context }: BackContext) => {
  const { m, locale } = context
  const { change, here, settings, opening } = m.back
  return (
    <View name="here" title={here.title}>
      <div class="refresh">
        <button class="button-quiet" type="button" data-refresh>
          {here.refresh}
        </button>
        <p class="hint" role="status" data-refreshed>
          <span data-one="looking" hidden>
            {opening.looking}
          </span>
          <span data-one="done" hidden>
            {here.refreshed}
          </span>
          <span data-one="failed" hidden>
            {here.notRefreshed}
          </span>
          <span data-one="erased" hidden>
            {m.back.draft.erased}
          </span>
          <span data-one="cleared" hidden>
            {here.clear.done}
          </span>
        </p>
      </div>
      <div class="notice" data-nothing hidden>
        <h3>{here.nothingTitle}</h3>
        <Lines lines={here.nothing} />
        <p>
          <button class="button-quiet" type="button" data-other-words>
            {opening.otherWords}
          </button>
        </p>
      </div>
      <div class="notice notice-alert" data-moving hidden>
        <h3>{change.begunTitle}</h3>
        <p>{change.begunHere}</p>
        <div class="moves">
          <button class="button" type="button" data-to-begun>
            {change.again}
          </button>
        </div>
      </div>
      <p class="notice" data-damaged hidden>
        {here.damaged}
      </p>
      <div data-drafts></div>
      <div data-correspondences></div>
      <div data-untrusted></div>
      <div data-unproven></div>
      <ClearingTemplate context={context} />
      <DraftTemplate context={context} />
      <CorrespondenceTemplates context={context} />
      <AddedFiles context={context} />
      <section>
        <h3>{settings.title}</h3>
        <button class="way" type="button" data-to="change" data-has-something>
          <strong>{settings.change.does}</strong> <span>{settings.change.means}</span>
        </button>
        <button class="way" type="button" data-to="erase">
          <strong>{settings.erase.does}</strong> <span>{settings.erase.means}</span>
        </button>
        <p class="hint">{here.keep}</p>
      </section>
      <Meanwhile context={context} />
      <div class="moves">
        <a class="button" href={ADDRESSES.leave[locale]} rel="noreferrer" data-quit>
          {here.leave}
        </a>
      </div>
    </View>
  )
}

export const Meanwhile = ({ context: { m, locale } }: BackContext) => (
  <section>
    <h3>{m.back.here.meanwhile}</h3>
    <ServiceLines ids={SOMEONE_TONIGHT} locale={locale} />
    <h3>{m.before.youngTitle}</h3>
    <YoungLines m={m} />
  </section>
)

/** One for the page: it is laid under the box of the association that files are added for. */
const AddedFiles = ({ context: { m, locale } }: BackContext) => (
  <div data-files-home hidden>
    <div role="group" aria-label={m.back.write.addFiles} tabindex={-1} data-added-files>
      <FilesTray m={m} locale={locale} />
      <FilesSending m={m} unreachable={m.back.write.filesUnreachable} />
    </div>
  </div>
)

const ClearingTemplate = ({ context: { m } }: BackContext) => {
  const { clear } = m.back.here
  return (
    <template data-template="unproven">
      <div>
        <AskTwice name="unproven" ask={clear.ask} quiet yes={clear.yes} no={clear.no}>
          <p>{clear.sure}</p>
        </AskTwice>
        <p class="missing" role="alert" data-not-cleared hidden>
          {clear.failed}
        </p>
      </div>
    </template>
  )
}

const DraftTemplate = ({ context: { m } }: BackContext) => {
  const { draft } = m.back
  return (
    <template data-template="draft">
      <section class="card draft">
        <h3>{draft.title}</h3>
        <p>
          {draft.written} <span data-text="written"></span>. {draft.until} <span data-text="until"></span>.
        </p>
        <div class="moves">
          <button class="button" type="button" data-resume>
            {draft.resume}
          </button>
        </div>
        <p class="missing" role="alert" data-resume-failed hidden>
          {draft.resumeFailed}
        </p>
        <AskTwice name="draft" ask={draft.erase} quiet yes={draft.yes} no={draft.no}>
          <p>{draft.sure}</p>
        </AskTwice>
        <p class="missing" role="alert" data-not-erased hidden>
          {draft.notErased}
        </p>
      </section>
    </template>
  )
}
