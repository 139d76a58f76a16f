// The trends page while nothing has been published: what will be counted and what never will. It shows no figure and runs no script.
import { ADDRESSES } from '../i18n/addresses.ts'
import { Layout } from './layout.tsx'
import type { Page } from './page.ts'

export const trends: Page = {
  paths: ADDRESSES.trends,
  headers: 'page',
  script: null,
  style: 'trends',
  render: (context) => {
    const { trends: words } = context.m
    return (
      <Layout context={context} title={context.m.common.name} quit>
        <h1>{words.heading}</h1>
        <p class="lead">{words.lead}</p>
        <h2>{words.now}</h2>
        <p>{words.nowText}</p>
        <h2>{words.planned}</h2>
        <p>{words.plannedText}</p>
        <ul>
          {words.facets.map((facet) => (
            <li>{facet}</li>
          ))}
        </ul>
        <p>{words.unknown}</p>
        <h2>{words.protection}</h2>
        <p>{words.noise}</p>
        <p>{words.threshold}</p>
        <p>{words.bound}</p>
        <p>{words.calendar}</p>
        <h2>{words.never}</h2>
        <ul>
          {words.nevers.map((never) => (
            <li>{never}</li>
          ))}
        </ul>
        <p class="notice">{words.back}</p>
      </Layout>
    )
  },
}
