// `balise directory address`: the directory names the site's one address, so that whoever verifies is told when they look at another. The
// change is signed afterwards, like every other.
import * as v from 'valibot'
import { OnionAddress, SiteAddress } from '../directory/directory.ts'
import { command } from './command.ts'
import { readDirectoryFile, replaceByNext } from './directory-file.ts'
import { misused } from './outcome.ts'

/** What is given in place of an address takes it away. */
export const NONE = 'none'

export const ADDRESS_OPTIONS = {
  site: { value: 'URL', about: "The site's one address, such as https://balise.example." },
  onion: { value: 'URL', about: 'The same site as an onion service, if it is one too.' },
} as const

export const directoryAddress = command({
  name: 'directory address',
  summary: "Name or change the site's one address in a directory.",
  options: {
    directory: { value: 'FILE', about: 'The directory.json to change.', required: true },
    ...ADDRESS_OPTIONS,
  },
  notes: [
    `An address of "${NONE}" takes the one there away. What is not given stays.`,
    'The version grows by one, the directory is good for 180 days from today, and the signatures it had are dropped.',
  ],
  async run({ directory: path, site, onion }) {
    if (site === undefined && onion === undefined) {
      return misused('Give --site URL, --onion URL, or both. See: npx balise directory address --help')
    }
    const fault = faultInAddresses({ site: given(site), onion: given(onion) })
    if (fault !== null) return misused(fault)
    const file = await readDirectoryFile(path)
    if (!file.ok) return file
    const { site: formerSite, onion: formerOnion, ...rest } = file.value.directory
    const addresses = addressFields({
      site: site === undefined ? formerSite : given(site),
      onion: onion === undefined ? formerOnion : given(onion),
    })
    const change = `address ${addresses.site ?? NONE}, onion address ${addresses.onion ?? NONE}`
    return await replaceByNext(path, { ...rest, ...addresses }, [change])
  },
})

interface Addresses {
  site?: string | undefined
  onion?: string | undefined
}

export const given = (address: string | undefined): string | undefined =>
  address === NONE ? undefined : address

/** What is wrong with an address on the command line; null when nothing is. */
export function faultInAddresses({ site, onion }: Addresses): string | null {
  if (site !== undefined && !v.is(SiteAddress, site)) {
    return '--site must be an address alone, as browsers spell it: https://balise.example'
  }
  return onion !== undefined && !v.is(OnionAddress, onion)
    ? '--onion must be the address of an onion service alone: http://, 56 letters and digits, .onion'
    : null
}

/** Without the fields that are not there: a directory holds no empty ones. */
export const addressFields = ({ site, onion }: Addresses): { site?: string; onion?: string } => ({
  ...(site === undefined ? {} : { site }),
  ...(onion === undefined ? {} : { onion }),
})
