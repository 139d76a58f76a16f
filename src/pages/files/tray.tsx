// Choosing files: what may be added, the warnings that come first, and each file with what would go of it. It belongs to no page: whoever
// brings it in wires it with `FileTray`. It never asks what anyone knew of anyone's age.
import { service } from '../../help/services.ts'
import type { Messages } from '../../i18n/messages.ts'
import { FILE_KINDS } from '../../protocol/file-kinds.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import { NumberLink, telephone } from '../help-lines.tsx'

/** Named one by one: asked for any image, some phones give one that few browsers draw. */
const ACCEPTED = Object.values(FILE_KINDS)
  .flatMap(({ mediaType, extension }) => [mediaType, `.${extension}`])
  .join()

interface TrayProps {
  m: Messages
  locale: Locale
}

export const FilesTray = ({ m, locale }: TrayProps) => {
  const { files } = m
  const { phone = '', what } = service('point-justice')
  return (
    <div data-tray>
      <p>{files.intro}</p>
      <div class="notice notice-alert">
        <h3>{files.warning.title}</h3>
        {files.warning.lines.map((line) => (
          <p>{line}</p>
        ))}
        <NumberLink href={telephone(phone)} number={phone} label={what[locale]} />
      </div>
      <label class="button-quiet file-field">
        {files.choose}
        <input type="file" multiple accept={ACCEPTED} aria-describedby="hint-files" autocomplete="off" />
      </label>
      <p class="hint" id="hint-files">
        {files.limits}
      </p>
      <p role="status">
        <span data-looking hidden>
          {files.looking}
        </span>
      </p>
      <div class="notice notice-alert" role="alert" data-refusals hidden>
        <p>
          <strong>{files.refusedTitle}</strong>
        </p>
        <ul></ul>
        <p>{files.refusedRest}</p>
      </div>
      <ul class="files" data-tray-files aria-label={files.chosen}></ul>
      <div data-tray-some hidden>
        <h3>{files.goes}</h3>
        <p class="goes" role="status" data-field="files" data-label={files.label}></p>
        <p data-nothing-goes hidden>
          {files.nothingGoes}
        </p>
        <p class="hint">{files.namesStay}</p>
      </div>
      <div data-summary-words hidden>
        {Object.entries(files.summary).map(([name, words]) => (
          <span data-of={name}>{words}</span>
        ))}
      </div>
      <template data-template="chosen-file">
        <ChosenFile m={m} />
      </template>
      <template data-template="refused-file">
        <li>
          <bdi data-text="name"></bdi>
          {Object.entries(files.faults).map(([fault, words]) => (
            <span class="fault" data-one={fault} hidden>
              {words}
            </span>
          ))}
        </li>
      </template>
    </div>
  )
}

const ChosenFile = ({ m }: { m: Messages }) => {
  const { files } = m
  return (
    <li class="card file">
      <img alt="" hidden />
      <h3>
        <bdi data-text="name"></bdi>
      </h3>
      <p class="small soft">
        {Object.entries(files.families).map(([family, words]) => (
          <span data-one={family} hidden>
            {words}
          </span>
        ))}{' '}
        <span data-text="size"></span>
      </p>
      <div data-clean>
        <p>{files.clean}</p>
        <div data-original>
          <label class="choice">
            <input type="checkbox" autocomplete="off" /> {files.withOriginal}
          </label>
          <p class="hint">{files.originalTells}</p>
        </div>
      </div>
      <div data-as-it-is>
        <p>
          {Object.entries(files.tells).map(([family, words]) => (
            <span data-one={family} hidden>
              {words}
            </span>
          ))}
        </p>
        <label class="choice">
          <input type="checkbox" autocomplete="off" /> {files.agree}
        </label>
        <p class="hint" data-not-agreed>
          {files.notAgreed}
        </p>
      </div>
      <p class="missing" role="alert" data-no-room hidden>
        {files.noRoom}
      </p>
      <button class="button-text" type="button" data-remove>
        {files.remove} <bdi class="visually-hidden" data-text="name"></bdi>
      </button>
    </li>
  )
}
