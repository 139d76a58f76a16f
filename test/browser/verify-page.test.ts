// The page that says how to verify the site: whole without a script, on paper, at 320 pixels and in the dark.
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Directory } from '../../src/directory/directory.ts'
import { expectAccessible } from '../support/accessible.ts'
import { demonstration, setStage, withPhone } from '../support/stage.ts'
import { fitsInWidth } from './report-visit.ts'

setStage()

test.each([
  ['/fr/verifier', 'light', /Un téléphone ne peut pas vérifier seul/],
  ['/en/verify', 'dark', /A phone cannot verify by itself/],
] as const)(
  '%s in %s names every key, says what it cannot prove, and can be read by everyone',
  async (path, colorScheme, limits) => {
    const directory = JSON.parse(await readFile(demonstration.directoryFile, 'utf8')) as Directory
    await withPhone(
      { colorScheme, viewport: { width: 320, height: 640 }, javaScriptEnabled: false },
      async ({ page }) => {
        await page.goto(`${demonstration.origin}${path}`)
        const shown = await page.locator('main').innerText()
        const keys = [
          ...directory.roots,
          directory.observatory.fingerprint,
          ...directory.associations.map(({ fingerprint }) => fingerprint),
        ]
        for (const key of keys) expect(shown).toContain(key.match(/.{4}/g)?.join(' '))
        for (const { name } of directory.associations) expect(shown).toContain(name)
        expect(shown).toMatch(limits)
        expect(shown).toContain('npx balise verify https://')
        expect(await page.locator(`footer a[href="${path}"]`).count()).toBe(1)
        expect(await fitsInWidth(page)).toBe(true)
        const pdf = await page.pdf({ preferCSSPageSize: true })
        expect((pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length).toBeLessThanOrEqual(3)
      },
    )
    await withPhone({ colorScheme, viewport: { width: 320, height: 640 } }, async ({ page }) => {
      await page.goto(`${demonstration.origin}${path}`)
      await expectAccessible(page)
    })
  },
)
