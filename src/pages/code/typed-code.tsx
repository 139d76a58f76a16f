// Where a return code is typed, and what is said of words that do not hold. Nothing typed is ever taken away, and nothing refuses.
import type { Messages } from '../../i18n/messages.ts'
import type { PageContext } from '../page.ts'
import { PRIVATE } from '../report/typed-fields.tsx'

interface TypedCodeProps {
  context: PageContext
  /** Of its field: another one where a page has it twice. */
  id?: string
}

/** `client/code/code-typing.ts` reads it. The field has no name: no form ever holds it. */
export const TypedCode = ({ context: { m, locale }, id = 'typed-code' }: TypedCodeProps) => {
  const { typed } = m.code
  return (
    <div class="typed-code" data-typed-code>
      <div class="field">
        <label for={id}>{typed.label}</label>
        <p class="hint" id={`${id}-hint`}>
          {typed.hint}
        </p>
        <textarea
          {...PRIVATE}
          id={id}
          rows={3}
          lang={locale}
          autocapitalize="none"
          enterkeyhint="go"
          aria-describedby={`${id}-hint`}
        ></textarea>
        <button class="button-text" type="button" data-code-hide>
          <span data-code-masks>{typed.hide}</span>
          <span data-code-reveals hidden>
            {typed.reveal}
          </span>
        </button>
      </div>
      <Faults m={m} />
      <div role="status">
        <p data-code-chosen hidden>
          {typed.chosen}
        </p>
      </div>
      <div class="moves">
        <button class="button" type="button" data-code-open>
          {typed.open}
        </button>
      </div>
    </div>
  )
}

const Faults = ({ m }: { m: Messages }) => {
  const { typed } = m.code
  return (
    <>
      <div class="notice notice-alert" data-code-fault hidden>
        <div tabindex={-1} data-code-said>
          <p data-fault="empty">{typed.empty}</p>
          <p data-fault="count">
            {typed.count[0]}
            <span data-text="found"></span>
            {typed.count[1]}
          </p>
          <p data-fault="unknown">{typed.unknown}</p>
          <p data-fault="checksum">
            {typed.checksum} {typed.onlyNoted}
          </p>
          <p data-fault="failed">{typed.failed}</p>
          <p data-fault="unreachable">{typed.unreachable}</p>
        </div>
        <ul data-code-faults></ul>
      </div>
      <template data-template="code-unknown">
        <Fault m={m} says={typed.unknownWord} />
      </template>
      <template data-template="code-suspect">
        <Fault m={m} says={typed.suspect} />
      </template>
      <template data-template="code-swapped">
        <Swapped m={m} />
      </template>
      <template data-template="code-near">
        <button class="button-quiet" type="button" translate="no">
          <span class="visually-hidden">
            {typed.word}
            <span data-text="number"></span>{' '}
          </span>
          <span data-text="near"></span>
        </button>
      </template>
    </>
  )
}

/** One word, as it was typed, and those it may have been. */
const Fault = ({ m, says }: { m: Messages; says: Messages['code']['typed']['suspect'] }) => (
  <li>
    <p>
      {says[0]}
      <span data-text="number"></span>
      {says[1]}
      <span translate="no" data-text="typed"></span>
      {says[2]}
    </p>
    <Rather m={m} />
  </li>
)

/** Two neighbours, perhaps in each other's place. */
const Swapped = ({ m }: { m: Messages }) => {
  const says = m.code.typed.swapped
  return (
    <li>
      <p>
        {says[0]}
        <span data-text="number"></span>
        {says[1]}
        <span data-text="next"></span>
        {says[2]}
      </p>
      <Rather m={m} />
    </li>
  )
}

const Rather = ({ m }: { m: Messages }) => (
  <>
    <p data-code-look hidden>
      {m.code.typed.lookAgain}
    </p>
    <div class="code-near" data-code-near>
      <span>{m.code.typed.rather}</span>
    </div>
  </>
)
