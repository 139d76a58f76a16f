// The smallest site a server can serve: one page, one hashed script, the lost page, and a signed directory. Made as the build
// makes it, without building anything.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { edgeHeaders, manifestOf, siteFile, writeSite, type SiteFile } from '../../../src/build/site-files.ts'
import { utf8, type Bytes } from '../../../src/crypto/encoding.ts'
import { manifestText } from '../../../src/directory/manifest.ts'
import type { Federation } from '../federation.ts'

/** What of a federation a site is made of. */
export type SignedDirectory = Pick<Federation, 'directoryBytes' | 'signatureBytes'> & {
  directory: { version: number }
}

const html = (title: string): Bytes =>
  utf8(`<!doctype html><html lang="fr"><title>${title}</title><p>${`${title} `.repeat(40)}</p></html>\n`)

export const FIXTURE_SCRIPT = '/a/report.0123456789abcdef.js'
export const FIXTURE_FRAMED_SCRIPT = '/a/viewer.0123456789abcdef.js'

const SCRIPT = utf8('document.title += "."\n'.repeat(20))

const filesOf = ({ directoryBytes, signatureBytes }: SignedDirectory): SiteFile[] => [
  siteFile('/', html('Accueil'), 'page', 'index.html'),
  siteFile('/fr/ecrire', html('Écrire'), 'page', 'fr/ecrire.html'),
  siteFile('/fr/association', html('Association'), 'workspace', 'fr/association.html'),
  siteFile(FIXTURE_SCRIPT, SCRIPT, 'hashed-asset'),
  siteFile('/fr/quitter', html('Quitter'), 'clearing', 'fr/quitter.html'),
  siteFile('/piece', html('Pièce'), 'viewer', 'piece.html'),
  siteFile(FIXTURE_FRAMED_SCRIPT, SCRIPT, 'viewer-asset'),
  siteFile('/404', html('Introuvable'), 'page', '404.html'),
  siteFile('/.well-known/security.txt', utf8('Contact: mailto:failles@balise.example\n'), 'page'),
  siteFile('/directory.json', directoryBytes, 'page'),
  siteFile('/directory.json.signatures', signatureBytes, 'page'),
]

export async function writeFixtureSite(
  folder: string,
  signed: SignedDirectory,
  version = '0.0.0',
): Promise<void> {
  const files = filesOf(signed)
  await writeSite(folder, files, true)
  const manifest = manifestOf(files, version, signed.directory.version)
  await writeFile(join(folder, 'manifest.json'), manifestText(manifest))
  await writeFile(join(folder, '.assetsignore'), '*.br\n_headers\n')
  await writeFile(join(folder, '_headers'), edgeHeaders(files))
}
