// What to do now, one component a trouble: the first-minutes page and the report page show the same words. It asks nothing,
// takes no answer, and never says what a case is.
import type { Child } from 'hono/jsx'
import { DangerLines, ServiceNumber, SiteLines } from '../help-lines.tsx'
import type { PageContext } from '../page.ts'

export interface AdviceProps {
  context: PageContext
  /** Without its own title, where something around it already bears it. */
  headed?: boolean | undefined
}

interface BlockProps {
  words: { title: string; lead: string; lines: readonly string[] }
  headed: boolean | undefined
  /** Numbers: right after the first sentence, since calling comes first. */
  children?: Child
}

export const AdviceLines = ({ lines }: { lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
)

const Block = ({ words, headed = true, children }: BlockProps) => (
  <>
    {headed && <h3>{words.title}</h3>}
    <p>{words.lead}</p>
    {children}
    <AdviceLines lines={words.lines} />
  </>
)

export const DangerAdvice = ({ context: { m }, headed }: AdviceProps) => (
  <Block words={m.firstMinutes.danger} headed={headed}>
    <DangerLines m={m} />
  </Block>
)

export const InjuryAdvice = ({ context: { m }, headed }: AdviceProps) => (
  <Block words={m.firstMinutes.injury} headed={headed}>
    <ServiceNumber id="samu-15" label={m.firstMinutes.injury.call} />
  </Block>
)

export const HivAdvice = ({ context: { m }, headed }: AdviceProps) => (
  <Block words={m.firstMinutes.hiv} headed={headed}>
    <ServiceNumber id="pep" label={m.firstMinutes.hiv.call} />
  </Block>
)

export const BankAdvice = ({ context: { m }, headed }: AdviceProps) => (
  <Block words={m.firstMinutes.bank} headed={headed}>
    <ServiceNumber id="carte-bancaire" label={m.firstMinutes.bank.call} />
  </Block>
)

export const PhoneAdvice = ({ context: { m }, headed }: AdviceProps) => (
  <Block words={m.firstMinutes.phone} headed={headed} />
)

export const BlackmailAdvice = ({ context: { m, locale }, headed }: AdviceProps) => (
  <>
    <Block words={m.firstMinutes.blackmail} headed={headed}>
      <ServiceNumber id="3018" label={m.firstMinutes.blackmail.call} />
    </Block>
    <SiteLines ids={['17cyber', 'pharos']} locale={locale} />
    <p class="hint">{m.firstMinutes.blackmail.sites}</p>
  </>
)
