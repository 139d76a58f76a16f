// A release names the code that counted: the digest it carries is that of the sources as they are.
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { DIGEST_FILE, digestText, observatoryCodeSha256 } from '../../src/build/observatory-code.ts'
import { CODE_SHA256 } from '../../src/observatory/code-digest.ts'

test('the digest that releases carry is that of the code that counts (npm run digest writes it)', async () => {
  const digest = await observatoryCodeSha256()
  expect(CODE_SHA256).toBe(digest)
  expect(await readFile(new URL(`../../${DIGEST_FILE}`, import.meta.url), 'utf8')).toBe(digestText(digest))
})
