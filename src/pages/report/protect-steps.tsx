// The first steps: safety before anything, then what cannot wait, then the traces. They record nothing but the channel.
import type { Child } from 'hono/jsx'
import { ADDRESSES } from '../../i18n/addresses.ts'
import {
  AdviceLines,
  BankAdvice,
  BlackmailAdvice,
  HivAdvice,
  InjuryAdvice,
  PhoneAdvice,
} from '../advice/advice.tsx'
import { CHANNEL_KINDS, channelsOf, ChannelTraces, GeneralTraces } from '../advice/traces-advice.tsx'
import { DangerLines, YoungLines } from '../help-lines.tsx'
import { CareClock } from './care-clock.tsx'
import { Moves, Question, Step, When, type StepContext } from './fields.tsx'
import { someoneReceivesUnder15 } from './nobody-under-15.tsx'
import { TooOld } from './too-old.tsx'

/** Opens apart, so that what is being written stays. */
const Apart = ({ href, children }: { href: string; children: Child }) => (
  <a class="apart" href={href} target="_blank" rel="noopener noreferrer">
    {children}
  </a>
)

const Disclosure = ({ title, children }: { title: string; children: Child }) => (
  <details>
    <summary>{title}</summary>
    {children}
  </details>
)

/** Useful before any script has run: the numbers, what this page promises, who may be told, and what the way out does. */
export const SafeStep = ({ context }: StepContext) => {
  const { m, locale, directory } = context
  const { safe, withoutScript, you } = m.report
  const { told, young, phone } = safe.asked
  return (
    <Step name="safe" title={safe.title} chapter="protect" hidden={false}>
      <p>{safe.danger}</p>
      <DangerLines m={m} />
      <h3>{safe.promiseTitle}</h3>
      <ul class="promises">
        {safe.promise.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <div class="notice way-out">
        <h3>{safe.quitTitle}</h3>
        <p>{safe.quitDoes}</p>
        <p>{safe.quitRemains}</p>
      </div>
      <div class="disclosures">
        <Disclosure title={told.title}>
          <AdviceLines lines={told.lines} />
        </Disclosure>
        <Disclosure title={young.title}>
          <p>{young.lead}</p>
          <YoungLines m={m} />
          <AdviceLines
            lines={[...young.lines, someoneReceivesUnder15(directory) ? young.under15 : you.under15]}
          />
        </Disclosure>
        <Disclosure title={phone.title}>
          <AdviceLines lines={phone.lines} />
          <Apart href={ADDRESSES.device[locale]}>{phone.more}</Apart>
        </Disclosure>
      </div>
      <TooOld context={context} />
      <div class="without-script" data-without-script>
        <h3>{withoutScript.title}</h3>
        <p>
          <a class="button" href={ADDRESSES.write[locale]}>
            {withoutScript.reload}
          </a>
        </p>
        <p>{withoutScript.body}</p>
        <p>
          <a class="button-quiet" href={ADDRESSES.help[locale]}>
            {withoutScript.help}
          </a>
        </p>
      </div>
      <Moves m={m} first />
      <p class="hint after-moves" data-with-script hidden>
        {safe.duration}
      </p>
      <nav class="elsewhere" aria-label={safe.apart}>
        <p class="hint">{safe.apart}</p>
        <Apart href={ADDRESSES.firstMinutes[locale]}>{m.firstMinutes.heading}</Apart>
        <Apart href={ADDRESSES.help[locale]}>{m.help.heading}</Apart>
        <Apart href={ADDRESSES.device[locale]}>{m.device.heading}</Apart>
        <Apart href={ADDRESSES.limits[locale]}>{m.limits.heading}</Apart>
      </nav>
    </Step>
  )
}

export const UrgentStep = ({ context }: StepContext) => {
  const { injury, hiv, bank, phone, blackmail } = context.m.firstMinutes
  const { urgent } = context.m.report
  return (
    <Step name="urgent" title={urgent.title} chapter="protect">
      <p>{urgent.lead}</p>
      <div class="disclosures">
        <Disclosure title={injury.title}>
          <InjuryAdvice context={context} headed={false} />
        </Disclosure>
        <Disclosure title={hiv.title}>
          <HivAdvice context={context} headed={false} />
          <CareClock context={context} />
        </Disclosure>
        <Disclosure title={bank.title}>
          <BankAdvice context={context} headed={false} />
        </Disclosure>
        <Disclosure title={phone.title}>
          <PhoneAdvice context={context} headed={false} />
        </Disclosure>
        <Disclosure title={blackmail.title}>
          <BlackmailAdvice context={context} headed={false} />
        </Disclosure>
      </div>
      <p class="soft">{urgent.none}</p>
      <Moves m={context.m} />
    </Step>
  )
}

export const TracesStep = ({ context }: StepContext) => (
  <Step name="traces" title={context.m.firstMinutes.traces.title} chapter="protect">
    <GeneralTraces context={context} headed={false} />
    <Question m={context.m} name="channel" />
    {CHANNEL_KINDS.map((kind) => (
      <When met={{ channel: channelsOf(kind) }}>
        <div class="card">
          <ChannelTraces context={context} kind={kind} />
        </div>
      </When>
    ))}
    <Moves m={context.m} />
  </Step>
)
