// `balise directory contact`: where whoever found a flaw may write, for `security.txt`. It changes nothing else of a directory.
import * as v from 'valibot'
import { SecurityContact } from '../directory/directory.ts'
import { command } from './command.ts'
import { readDirectoryFile, replaceDirectory, textIssuedAt } from './directory-file.ts'
import { done, misused, print, refused } from './outcome.ts'

export const directoryContact = command({
  name: 'directory contact',
  summary: 'Say where flaws may be reported, or that nobody reads such reports.',
  options: {
    directory: { value: 'FILE', about: 'The directory.json to change.', required: true },
    uri: { value: 'URI', about: 'mailto: and one address, or the https: address of a page.' },
    none: { about: 'Name no contact: the site then serves no security.txt.' },
  },
  notes: [
    'Name an address that somebody reads: it is published in the site. SECURITY.md says what reporters are promised.',
    'The version grows by one, the directory is good for 180 days from today, and the signatures it had are dropped.',
  ],
  async run({ directory: path, uri, none }) {
    if ((uri === undefined) !== none) {
      return misused('Give either --uri URI or --none. See: npx balise directory contact --help')
    }
    if (uri !== undefined && !v.is(SecurityContact, uri)) {
      return refused('--uri is neither mailto: and one plain address, nor an https: address.')
    }
    const file = await readDirectoryFile(path)
    if (!file.ok) return file
    const { securityContact: _before, ...directory } = file.value.directory
    const version = directory.version + 1
    const named = uri === undefined ? {} : { securityContact: uri }
    const written = await replaceDirectory(
      path,
      textIssuedAt(Date.now(), { ...directory, ...named, version }),
    )
    if (!written.ok) return written
    print(uri === undefined ? 'flaws: no contact' : `flaws: ${uri}`)
    print(
      `version ${version}, not signed yet: two root keepers run npx balise directory sign --directory ${path}`,
    )
    return done(undefined)
  },
})
