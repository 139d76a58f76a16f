// `security.txt` (RFC 9116) and the policy it names, for whoever found a flaw. Both follow from the source and the signed directory:
// without a contact in it nothing is made, since an address that nobody reads is worse than none.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Directory } from '../directory/directory.ts'
import { siteFile, type SiteFile } from './site-files.ts'

/** `site`: the origin at which the site is found, where the directory says it. Fields that name an address need it. */
export type Announced = Pick<Directory, 'securityContact' | 'expiresOn'> & { site?: string | undefined }

const POLICY_PATH = '/security-policy.txt'
const SECURITY_PATH = '/.well-known/security.txt'

export async function securityFiles(directory: Announced): Promise<SiteFile[]> {
  const text = securityText(directory)
  if (text === null) return []
  const policy = await readFile(fileURLToPath(new URL('../../SECURITY.md', import.meta.url)))
  return [siteFile(SECURITY_PATH, Buffer.from(text), 'page'), siteFile(POLICY_PATH, policy, 'page')]
}

/** It is good as long as the directory is. Null where the directory names no contact. */
export function securityText({ securityContact, expiresOn, site }: Announced): string | null {
  if (securityContact === undefined) return null
  const fields = {
    Contact: securityContact,
    Expires: `${expiresOn}T23:59:59Z`,
    'Preferred-Languages': 'fr, en',
    ...(site === undefined ? {} : { Canonical: `${site}${SECURITY_PATH}`, Policy: `${site}${POLICY_PATH}` }),
  }
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')
}
