// The design system, shown and explained to whoever works on it. Built for development only, so its own words are here and not
// in a catalogue; every component is the real one. It must never be part of a site that is put online.
import { CodeBack } from './code/code-back.tsx'
import { ShownCode } from './code/shown-code.tsx'
import { TypedCode } from './code/typed-code.tsx'
import { DangerLines, YoungLines } from './help-lines.tsx'
import { Layout } from './layout.tsx'
import type { Page, PageContext } from './page.ts'
import { Missing, Moves, Question, Text, Why } from './report/fields.tsx'

const COLOURS: readonly [name: string, use: string][] = [
  ['paper', 'the ground of every page'],
  ['surface', 'cards, fields, choices'],
  ['sunken', 'what is set into the ground'],
  ['ink', 'text'],
  ['ink-soft', 'text that may be skipped; still 4.5:1'],
  ['line', 'rules that carry no meaning'],
  ['line-strong', 'the edge of anything that can be touched; 3:1'],
  ['accent', 'links, the one main action, what is chosen'],
  ['accent-strong', 'the same, pointed at'],
  ['accent-soft', 'notices, a chosen row'],
  ['alert', 'danger and errors: never alone, always with words'],
  ['alert-soft', 'the ground of an alert'],
  ['good', 'something went well'],
  ['good-soft', 'the ground of good news'],
  ['exit', 'Quit, and nothing else'],
]

const SPACES = [1, 2, 3, 4, 5, 6, 7]
const TYPES: readonly [name: string, use: string][] = [
  ['s', 'hints, facts, sources'],
  ['m', 'text'],
  ['l', 'leads, third-level titles, numbers to call'],
  ['xl', 'second-level titles'],
  ['xxl', 'the title of a page or a step'],
]

const RULES = [
  'One thought on a screen; one main action, first in reading order after the questions.',
  'Anything that can be touched is at least 48 px high (--target) and named by its visible words.',
  'Logical properties only: inline and block, start and end. A right-to-left language turns everything round.',
  'No colour alone: every state also has a word, a mark or an edge.',
  'Nothing moves when the reader asks for less motion; nothing is hidden when their own colours replace ours.',
  'Fonts are those of the device. Nothing is fetched from anyone else.',
  'At 320 px and with text twice as large, nothing is cut and Quit stays on screen.',
]

const Tokens = () => (
  <>
    <h2>Colour</h2>
    <ul class="samples">
      {COLOURS.map(([name, use]) => (
        <li>
          <span class={`swatch swatch-${name}`}></span>
          <code>--{name}</code>
          <p class="hint">{use}</p>
        </li>
      ))}
    </ul>
    <h2>Space</h2>
    <ul class="samples">
      {SPACES.map((step) => (
        <li>
          <span class={`bar bar-${step}`}></span>
          <code>--space-{step}</code>
        </li>
      ))}
    </ul>
    <h2>Type</h2>
    {TYPES.map(([name, use]) => (
      <p class={`type-${name}`}>
        <code>--text-{name}</code> {use}
      </p>
    ))}
  </>
)

const Components = ({ context: { m } }: { context: PageContext }) => (
  <>
    <h2>Actions</h2>
    <div class="actions">
      <button class="button" type="button">
        .button
      </button>
      <button class="button-quiet" type="button">
        .button-quiet
      </button>
      <button class="button-text" type="button">
        .button-text
      </button>
      <button class="button" type="button" disabled>
        disabled
      </button>
    </div>
    <h3>Ways on</h3>
    <button class="way" type="button">
      <strong>.way</strong>
      <span>A choice that leads on, with a word of what it does.</span>
    </button>
    <h3>Moves</h3>
    <Moves m={m} skip />
    <h2>Fields</h2>
    <form data-voice="self">
      <Question m={m} name="place" />
      <Question m={m} name="acts" />
      <div class="choices-open">
        {Object.entries(m.vocabulary.open).map(([code, words]) => (
          <label>
            <input type="radio" name="open" value={code} /> {words}
          </label>
        ))}
      </div>
      <div class="field">
        <Text m={m} name="sample" title="A field of one line" hint="A hint says what helps." maxChars={80} />
        <Missing id="missing-sample">A kind word about what is missing.</Missing>
      </div>
      <div class="field">
        <Text m={m} name="narrative" title="A field for sentences" maxChars={200} long />
      </div>
    </form>
    <h2>Notices and cards</h2>
    <p class="notice">.notice: worth knowing.</p>
    <p class="notice notice-alert">.notice-alert: danger, or an error.</p>
    <p class="notice notice-good">.notice-good: it went well.</p>
    <section class="card">
      <h3>.card</h3>
      <p>One thing that stands on its own.</p>
    </section>
    <details class="card">
      <summary>details.card</summary>
      <p>Help that opens apart, and leaves the way as it was.</p>
    </details>
    <Why m={m}>What a question is for, one touch away.</Why>
    <h2>Numbers to call</h2>
    <DangerLines m={m} />
    <YoungLines m={m} />
  </>
)

/** Brought to life by `client/design.ts`, with words that open nothing. */
const ReturnCode = ({ context }: { context: PageContext }) => (
  <section data-design-code>
    <h2>Return code</h2>
    <h3>Shown</h3>
    <ShownCode context={context} />
    <h3>Asked back</h3>
    <button class="button-quiet" type="button" data-design-ask>
      Ask two words
    </button>
    <CodeBack context={context} />
    <h3>Typed</h3>
    <TypedCode context={context} />
  </section>
)

const Design = ({ context }: { context: PageContext }) => (
  <Layout context={context} title={context.m.common.name} quit>
    <h1>Design system</h1>
    <p class="lead">
      One stylesheet, <code>styles/design.css</code>, that every page starts from. A page’s own sheet only
      arranges.
    </p>
    <ul>
      {RULES.map((rule) => (
        <li>{rule}</li>
      ))}
    </ul>
    <Tokens />
    <Components context={context} />
    <ReturnCode context={context} />
  </Layout>
)

export const design: Page = {
  paths: { en: '/design' },
  headers: 'page',
  script: 'design',
  style: 'design-page',
  render: (context) => <Design context={context} />,
}
