// Pictures that a page makes, held against those that someone looked at: test/pictures. `REVIEW_PICTURES=1` writes them anew, to be
// looked at before they are kept.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'

const REVIEWED = join(import.meta.dirname, '../pictures')

/** The address of the site, which differs from run to run, is left out of the comparison. */
export async function expectReviewed(name: string, svg: string, origin: string): Promise<void> {
  const drawn = svg.replaceAll(origin, 'https://balise.example')
  const file = join(REVIEWED, `${name}.svg`)
  if (process.env['REVIEW_PICTURES']) await writeFile(file, drawn)
  expect(drawn === (await readFile(file, 'utf8')), `${name} is another picture`).toBe(true)
}
