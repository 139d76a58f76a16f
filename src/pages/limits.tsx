// What Balise cannot hide, part by part, each with what helps: for whoever wonders before they write. It needs no script, and never says
// that nothing can be seen.
import { ADDRESSES } from '../i18n/addresses.ts'
import { AdviceLines } from './advice/advice.tsx'
import { Layout } from './layout.tsx'
import type { Page, PageContext } from './page.ts'

/** In the order of a visit: before, while, after. */
const PARTS = ['visit', 'phone', 'held', 'told', 'code', 'association', 'operator', 'numbers'] as const

/** Where another page says it whole. */
const FURTHER = { phone: 'device', code: 'back', operator: 'verify', numbers: 'method' } as const

const hasFurther = (part: string): part is keyof typeof FURTHER => part in FURTHER

const Body = ({ context }: { context: PageContext }) => {
  const { locale, m } = context
  const { limits } = m
  return (
    <Layout context={context} title={limits.title} quit>
      <h1>{limits.heading}</h1>
      <p class="lead">{limits.lead}</p>
      <p class="notice notice-good">{limits.holds}</p>
      {PARTS.map((part) => {
        const { title, seen, helps } = limits.parts[part]
        return (
          <section>
            <h2>{title}</h2>
            <p>{seen}</p>
            <div class="card">
              <p>
                <strong>{limits.helpsTitle}</strong>
              </p>
              <AdviceLines lines={helps} />
              {hasFurther(part) && (
                <p>
                  <a href={ADDRESSES[FURTHER[part]][locale]}>{limits.links[part]}</a>
                </p>
              )}
            </div>
          </section>
        )
      })}
      <section>
        <h2>{limits.unsureTitle}</h2>
        <p>{limits.unsure}</p>
        <p>
          <a class="button-quiet" href={ADDRESSES.help[locale]}>
            {limits.help}
          </a>
        </p>
      </section>
    </Layout>
  )
}

export const limits: Page = {
  paths: ADDRESSES.limits,
  headers: 'page',
  script: 'way-out',
  style: 'limits',
  render: (context) => <Body context={context} />,
}
