// The shared suite on Node over libSQL files.
import { describe } from 'vitest'
import { startNodeServer } from '../support/servers/node-process.ts'
import { cardsSuite } from './suites/cards.ts'
import { headersSuite } from './suites/headers.ts'
import { useServer } from './suites/house.ts'
import { membersSuite } from './suites/members.ts'
import { refusalsSuite } from './suites/refusals.ts'
import { submissionsSuite } from './suites/submissions.ts'

describe('on Node', () => {
  const house = useServer(startNodeServer)
  submissionsSuite(house)
  cardsSuite(house)
  refusalsSuite(house)
  membersSuite(house)
  headersSuite(house)
})
