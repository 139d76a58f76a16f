// The pictures of the page one comes back to: filled, empty, and each thing that may be done there. It judges nothing.
import type { Page } from 'playwright-core'
import { ADDRESSES } from '../../src/i18n/addresses.ts'
import type { Locale } from '../../src/protocol/vocabulary.ts'
import { holdersAt, makeHolder } from '../support/code-holders.ts'
import type { RunningDemonstration } from '../support/demonstration.ts'

const LISTENERS = 'demo-ecoute'
const LAWYERS = 'demo-droits'

export async function comeBackTo(
  page: Page,
  demonstration: RunningDemonstration,
  locale: Locale,
  picture: (name: string) => Promise<void>,
): Promise<void> {
  const { answer, opens, putAside, sendReport } = holdersAt(() => demonstration)
  const [holder, nobody] = [await makeHolder(), await makeHolder()]
  await sendReport(holder, LISTENERS, LAWYERS)
  await opens(LISTENERS, holder)
  await putAside(holder, 'half-year')
  await answer(holder, LISTENERS, 'Bonjour. Nous vous avons lu, et nous vous croyons.')
  await answer(holder, LISTENERS, 'Une avocate pourrait vous aider.', {
    asking: { for: 'transfer', to: LAWYERS },
  })
  await answer(holder, LAWYERS, 'Venez ce soir.', { signedBy: LISTENERS })

  const view = (name: string) => page.locator(`[data-view="${name}"]`)
  const open = async (words: readonly string[]): Promise<void> => {
    await page.goto(`${demonstration.origin}${ADDRESSES.back[locale]}`)
    await page.locator('#typed-code').fill(words.join(' '))
    await page.locator('[data-code-open]').click()
    await view('here').waitFor()
  }
  await open(nobody.code[locale])
  await picture('nothing')
  await open(holder.code[locale])
  await picture('here')
  for (const ask of await view('here').locator('[data-ask]').all()) await ask.click()
  await picture('here-asked')
  await page.locator('[data-to="erase"]').click()
  await view('erase').locator('[data-ask]').click()
  await picture('erase')
  await page.goBack()
  await page.locator('[data-to="change"]').click()
  await picture('change')
  await page.locator('[data-new-words]').click()
  await page.locator('[data-words-noted]').waitFor()
  await picture('change-words')
  await page.locator('[data-words-noted]').click()
  await picture('change-check')
  await page.locator('[data-code-skip]').click()
  await view('changed').waitFor()
  await picture('changed')
}
