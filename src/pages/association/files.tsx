// The shapes of the files that came with a report or a message: a list, one file, and the frame in which it is shown.
import { VIEWER_ADDRESS } from '../../i18n/addresses.ts'
import type { Messages } from '../../i18n/messages.ts'

/** Above the report: what is not kept will be gone. */
export const FilesOwed = ({ m }: { m: Messages }) => {
  const { files } = m.association
  return (
    <div class="notice notice-alert" data-part="files-owed" hidden>
      <p>{files.owed}</p>
      <button class="button-quiet" type="button" data-part="files-keep">
        {files.keep}
      </button>
    </div>
  )
}

export const Files = ({ m }: { m: Messages }) => {
  const { files } = m.association
  return (
    <>
      <template data-template="files">
        <div class="files">
          <p class="small" data-part="files-care">
            {files.care}
          </p>
          <p class="notice" data-part="files-closed" hidden>
            {files.closed}
          </p>
          <ul data-part="file-lines"></ul>
        </div>
      </template>
      <template data-template="file">
        <li class="file-line">
          <FileLine m={m} />
        </li>
      </template>
      <template data-template="viewer">
        <iframe class="viewer" src={VIEWER_ADDRESS} sandbox="allow-scripts"></iframe>
      </template>
    </>
  )
}

const FileLine = ({ m }: { m: Messages }) => {
  const { files } = m.association
  return (
    <>
      <p class="file-name">
        <b data-text="file-name" translate="no"></b>{' '}
        <span class="soft">
          <span data-text="kind"></span>, <span data-text="size"></span>
        </span>
      </p>
      <p class="small" data-text="file-state"></p>
      <p class="small" data-part="file-digest" hidden>
        {files.digest} <code data-text="sha256" translate="no"></code>
      </p>
      <p class="notice notice-alert" data-part="file-warning" hidden></p>
      <p class="file-ways" data-part="file-ways">
        <button class="button-quiet" type="button" data-part="file-show" aria-expanded="false">
          <span data-text="show">{files.show}</span>
          <span class="visually-hidden">
            {' '}
            <span data-text="file-name"></span>
          </span>
        </button>
        <button class="button-quiet" type="button" data-part="file-save">
          <span data-text="save">{files.save}</span>
          <span class="visually-hidden">
            {' '}
            <span data-text="file-name"></span>
          </span>
        </button>
      </p>
      <div class="progress" data-part="file-bringing" hidden>
        <p>{files.bringing}</p>
        <progress aria-label={files.bringing} value="0"></progress>
        <button class="button-quiet" type="button" data-part="file-stop">
          {files.stop}
        </button>
      </div>
      <p class="notice notice-alert fault" role="alert" data-part="file-fault"></p>
      <div data-part="file-place"></div>
    </>
  )
}
