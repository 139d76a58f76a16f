// What remains on a phone, and what can be erased. It never says that nothing can be found.
import { ADDRESSES } from '../i18n/addresses.ts'
import { AdviceLines } from './advice/advice.tsx'
import { Thoughts } from './advice/reading.tsx'
import { Layout } from './layout.tsx'
import type { Page, PageContext } from './page.ts'

const Body = ({ context }: { context: PageContext }) => {
  const { device } = context.m
  return (
    <Layout context={context} title={device.title} quit>
      <h1>{device.heading}</h1>
      <p class="lead">{device.lead}</p>
      <p class="notice">{device.safest}</p>
      <section>
        <h2>{device.quitTitle}</h2>
        <AdviceLines lines={device.quitDoes} />
        <h3>{device.quitDoesNotTitle}</h3>
        <AdviceLines lines={device.quitDoesNot} />
      </section>
      <section>
        <h2>{device.historyTitle}</h2>
        <p>{device.history}</p>
        {device.ways.map(({ title, steps }) => (
          <div class="card">
            <h3>{title}</h3>
            <ol>
              {steps.map((each) => (
                <li>{each}</li>
              ))}
            </ol>
          </div>
        ))}
        <p>{device.account}</p>
        <p>{device.private}</p>
      </section>
      <Thoughts thoughts={device.thoughts} />
    </Layout>
  )
}

export const device: Page = {
  paths: ADDRESSES.device,
  headers: 'page',
  script: 'way-out',
  style: 'device',
  render: (context) => <Body context={context} />,
}
