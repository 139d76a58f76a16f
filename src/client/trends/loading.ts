// Fetches what was published: the list, then the releases that are needed. A release never changes, so each is asked for once. It sends
// nothing about who reads.
import type { ListedRelease, Release } from '../../protocol/release.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { call } from '../api.ts'
import { readRelease, readReleaseList, type ReadList } from './released.ts'

/** Where one release is served, in one of its two forms. */
export const releaseAddress = (
  { family, window }: Pick<ListedRelease, 'family' | 'window'>,
  form: 'json' | 'csv',
): `/api/${string}` => `/api/releases/${family}/${window}.${form}`

export async function loadList(): Promise<Result<ReadList, 'unreachable'>> {
  const answer = await call('/api/releases')
  const list = answer.ok ? readReleaseList(answer.value) : null
  return list ? accept(list) : decline('unreachable')
}

const known = new Map<string, Promise<Release | null>>()

/** Null for one that could not be fetched or read: it is asked for again next time. */
export function loadRelease(listed: ListedRelease): Promise<Release | null> {
  const { sha256 } = listed
  const asked =
    known.get(sha256) ??
    call(releaseAddress(listed, 'json')).then((answer) => {
      const release = answer.ok ? readRelease(answer.value) : null
      if (!release) known.delete(sha256)
      return release
    })
  known.set(sha256, asked)
  return asked
}
