// `balise directory contact`: where whoever found a flaw may write, for `security.txt`. It changes nothing else of a directory.
import * as v from 'valibot'
import { SecurityContact } from '../directory/directory.ts'
import { command } from './command.ts'
import { given, NONE } from './directory-address.ts'
import { readDirectoryFile, replaceByNext } from './directory-file.ts'
import { misused } from './outcome.ts'

export const directoryContact = command({
  name: 'directory contact',
  summary: 'Say where flaws may be reported, or that nobody reads such reports.',
  options: {
    directory: { value: 'FILE', about: 'The directory.json to change.', required: true },
    uri: {
      value: 'URI',
      about: 'mailto: and one address, or the https: address of a page.',
      required: true,
    },
  },
  notes: [
    'Name an address that somebody reads: it is published in the site. SECURITY.md says what reporters are promised.',
    `A URI of "${NONE}" takes the contact away: the site then serves no security.txt.`,
    'The version grows by one, the directory is good for 180 days from today, and the signatures it had are dropped.',
  ],
  async run({ directory: path, uri }) {
    const securityContact = given(uri)
    if (securityContact !== undefined && !v.is(SecurityContact, securityContact)) {
      return misused('--uri must be mailto: and one plain address, or an https: address.')
    }
    const file = await readDirectoryFile(path)
    if (!file.ok) return file
    const { securityContact: _before, ...rest } = file.value.directory
    const named = securityContact === undefined ? {} : { securityContact }
    return await replaceByNext(path, { ...rest, ...named }, [`flaws: ${securityContact ?? 'no contact'}`])
  },
})
