// Whoever finds a flaw finds whom to tell, where an operator named someone; otherwise no address is made up.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { securityFiles, securityText } from '../../src/build/security-files.ts'
import { SecurityContact } from '../../src/directory/directory.ts'

const NAMED = { securityContact: 'mailto:failles@balise.example', expiresOn: '2027-05-01' }

describe('security.txt', () => {
  it('has every field RFC 9116 asks for, is good as long as the directory, and each stands once', () => {
    expect(securityText({ ...NAMED, site: 'https://balise.example' })).toBe(
      [
        'Contact: mailto:failles@balise.example',
        'Expires: 2027-05-01T23:59:59Z',
        'Preferred-Languages: fr, en',
        'Canonical: https://balise.example/.well-known/security.txt',
        'Policy: https://balise.example/security-policy.txt',
        '',
      ].join('\n'),
    )
  })

  it('names no address of a site that the directory does not name', () => {
    expect(
      securityText(NAMED)
        ?.split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual(['Contact', 'Expires', 'Preferred-Languages', ''])
  })

  it('is served beside the policy it names, both as plain text', async () => {
    const files = await securityFiles(NAMED)
    expect(files.map(({ path, type }) => [path, type])).toEqual([
      ['/.well-known/security.txt', 'text/plain; charset=utf-8'],
      ['/security-policy.txt', 'text/plain; charset=utf-8'],
    ])
    const policy = await readFile(join(import.meta.dirname, '../../SECURITY.md'))
    expect(Buffer.from(files[1]?.bytes ?? []).equals(policy)).toBe(true)
  })

  it('is not made where nobody is named', async () => {
    expect(securityText({ expiresOn: '2027-05-01' })).toBeNull()
    expect(await securityFiles({ expiresOn: '2027-05-01' })).toEqual([])
  })
})

describe('a contact for flaws', () => {
  it.each(['mailto:failles@balise.example', 'https://balise.example/failles'])('may be %s', (uri) => {
    expect(v.is(SecurityContact, uri)).toBe(true)
  })

  it.each([
    'failles@balise.example',
    'mailto:failles@balise.example?subject=x',
    'mailto:Personne',
    'http://balise.example',
    'https://',
    'javascript:alert(1)',
    'https://balise.example/a\nContact: mailto:autre@balise.example',
    `https://balise.example/${'a'.repeat(300)}`,
  ])('is never %j', (uri) => {
    expect(v.is(SecurityContact, uri)).toBe(false)
  })
})
