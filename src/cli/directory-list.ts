// `balise directory list`: the associations of a directory, an id a line and nothing else, for scripts.
import { command } from './command.ts'
import { readDirectoryFile } from './directory-file.ts'
import { done, misused, print, type Outcome } from './outcome.ts'
import { readServer } from './server-connection.ts'
import { fetchDirectory } from './server-directory.ts'
import type { Directory } from '../directory/directory.ts'

export const directoryList = command({
  name: 'directory list',
  summary: 'Print the associations of a directory, an id a line.',
  options: {
    directory: { value: 'FILE', about: 'A directory.json.' },
    server: { value: 'URL', about: 'Or the directory a server was built with.' },
  },
  async run({ directory: path, server }) {
    const directory = await readEither(path, server)
    if (!directory.ok) return directory
    for (const { association } of directory.value.associations) print(association)
    return done(undefined)
  },
})

async function readEither(
  path: string | undefined,
  address: string | undefined,
): Promise<Outcome<Directory>> {
  if (path !== undefined && address === undefined) {
    const file = await readDirectoryFile(path)
    return file.ok ? done(file.value.directory) : file
  }
  if (path !== undefined || address === undefined) {
    return misused('Give either --directory FILE or --server URL. See: npx balise directory list --help')
  }
  const server = readServer(address)
  return server.ok ? await fetchDirectory(server.value, undefined) : server
}
