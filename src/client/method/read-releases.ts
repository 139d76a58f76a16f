// Fetches what was published: the list, then each release, for the digest of the code that counted it. It believes the shapes of the
// protocol and nothing else, and sends nothing about its reader.
import * as v from 'valibot'
import { Release, ReleaseList, type ListedRelease } from '../../protocol/release.ts'
import { call } from '../api.ts'
import type { ReadRelease } from './changes.ts'

/** Null when it cannot be read. */
export async function readList(): Promise<ReleaseList | null> {
  const answer = await call('/api/releases')
  const list = answer.ok ? v.safeParse(ReleaseList, answer.value) : null
  return list?.success ? list.output : null
}

/** Null when one of them cannot be read: a change might be in it. */
export async function readEach(listed: readonly ListedRelease[]): Promise<ReadRelease[] | null> {
  const read = await Promise.all(
    listed.map(async (each) => {
      const answer = await call(`/api/releases/${each.family}/${each.window}.json`)
      const release = answer.ok ? v.safeParse(v.pick(Release, ['codeSha256']), answer.value) : null
      return release?.success ? { ...each, ...release.output } : null
    }),
  )
  return read.every((each) => each !== null) ? read : null
}
