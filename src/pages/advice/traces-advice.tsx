// What to capture before it vanishes, for each kind of channel. It asks nothing and never tells anyone to go back for a trace.
import { CHANNELS } from '../../protocol/vocabulary.ts'
import { AdviceLines, type AdviceProps } from './advice.tsx'

type Channel = (typeof CHANNELS)[number]

/** Channels that keep and lose the same things are advised alike. */
const KIND_OF = {
  'chat-without-account': 'chat',
  'gay-dating-app': 'dating',
  'general-dating-app': 'dating',
  'social-network': 'social',
  messaging: 'messaging',
  phone: 'phone',
  forum: 'forum',
  other: 'forum',
} as const satisfies Readonly<Record<Channel, string>>

export type ChannelKind = (typeof KIND_OF)[Channel]

export const CHANNEL_KINDS: readonly ChannelKind[] = [...new Set(Object.values(KIND_OF))]

export const channelsOf = (kind: ChannelKind): Channel[] =>
  CHANNELS.filter((channel) => KIND_OF[channel] === kind)

/** What holds for every channel. */
export const GeneralTraces = ({ context: { m }, headed = true }: AdviceProps) => {
  const { title, lead, lines, warning } = m.firstMinutes.traces
  return (
    <>
      {headed && <h3>{title}</h3>}
      <p>{lead}</p>
      <AdviceLines lines={lines} />
      <p class="notice">{warning}</p>
    </>
  )
}

export const ChannelTraces = ({ context: { m }, kind }: AdviceProps & { kind: ChannelKind }) => (
  <>
    <h3>{m.firstMinutes.traces.kinds[kind].title}</h3>
    <AdviceLines lines={m.firstMinutes.traces.kinds[kind].lines} />
  </>
)

export const TracesAdvice = ({ context, headed }: AdviceProps) => (
  <>
    <GeneralTraces context={context} headed={headed} />
    <div class="kinds">
      {CHANNEL_KINDS.map((kind) => (
        <div>
          <ChannelTraces context={context} kind={kind} />
        </div>
      ))}
    </div>
  </>
)
