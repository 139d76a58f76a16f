// Reads the text of a release that is kept. Others may write in that store: what is no release is nothing here, and stops nothing.
import * as v from 'valibot'
import { Release } from '../protocol/release.ts'

const { rows, synthetic } = Release.entries
const Text = v.pipe(v.string(), v.parseJson(), v.looseObject({ rows, synthetic }))

/** What is published from it, and whether its cards were invented. Null for what is no release. */
export function readStored(body: string): Pick<Release, 'rows' | 'synthetic'> | null {
  const read = v.safeParse(Text, body)
  return read.success ? read.output : null
}
