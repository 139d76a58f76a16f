// Words that were changed after a lost answer never come under a number that the first may have taken.
import { expect, it } from 'vitest'
import { pastNumbers } from '../../src/client/report/later-numbers.ts'
import { replyOf } from '../../src/sealing/reply.ts'
import { makeAuthor } from '../support/authors.ts'

const keys = await makeAuthor()
const code = { reply: replyOf(keys), links: keys.links, numbers: { ecoute: 3 } }
const [ecoute, droits] = [{ association: 'ecoute' }, { association: 'droits' }]

it('each envelope that may have arrived moves the next one on, for its association alone', () => {
  expect(pastNumbers(code, [ecoute])?.numbers).toEqual({ ecoute: 4 })
  expect(pastNumbers(code, [ecoute, droits, droits])?.numbers).toEqual({ ecoute: 4, droits: 2 })
  expect(code.numbers).toEqual({ ecoute: 3 })
})

it('nothing moves where nothing was lost, nor without a code', () => {
  expect(pastNumbers(code, [])).toBe(code)
  expect(pastNumbers(null, [ecoute])).toBeNull()
})
