// Fetches what was published: the list, then the releases a picture needs. A release never changes, so each is asked for once.
// It sends nothing about who reads.
import type { ListedRelease, Release, ReleaseList } from '../../protocol/release.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { call } from '../api.ts'
import { readRelease, readReleaseList } from './released.ts'

export const LIST_ADDRESS = '/api/releases'
export const PACKAGE_ADDRESS = '/api/releases/datapackage.json'

/** Where one release is served, in one of its two forms. */
export const releaseAddress = (
  { family, window }: Pick<ListedRelease, 'family' | 'window'>,
  form: 'json' | 'csv',
): `/api/${string}` => `/api/releases/${family}/${window}.${form}`

export async function loadList(): Promise<Result<ReleaseList, 'unreachable'>> {
  const answer = await call(LIST_ADDRESS)
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
