// The shared suite in workerd over libSQL servers.
import { describe } from 'vitest'
import { startEdgeServer } from '../support/servers/edge-process.ts'
import { cardsSuite } from './suites/cards.ts'
import { casesSuite } from './suites/cases.ts'
import { twelveSuite } from './suites/twelve.ts'
import { everyRouteSuite } from './suites/every-route.ts'
import { foundElsewhereSuite } from './suites/found-elsewhere.ts'
import { headersSuite } from './suites/headers.ts'
import { useServer } from './suites/house.ts'
import { mailboxesSuite } from './suites/mailboxes.ts'
import { membersSuite } from './suites/members.ts'
import { noticesSuite } from './suites/notices.ts'
import { ownEnvelopesSuite } from './suites/own-envelopes.ts'
import { partsSuite } from './suites/parts.ts'
import { refusalsSuite } from './suites/refusals.ts'
import { releasesSuite } from './suites/releases.ts'
import { rolesSuite } from './suites/roles.ts'
import { submissionsSuite } from './suites/submissions.ts'
import { teamSuite } from './suites/team.ts'
import { templatesSuite } from './suites/templates.ts'

describe('in workerd', () => {
  const house = useServer(startEdgeServer)
  // First: it searches all that is kept, which the others make much of.
  everyRouteSuite(house, { whole: false })
  submissionsSuite(house)
  cardsSuite(house)
  mailboxesSuite(house)
  refusalsSuite(house)
  membersSuite(house)
  ownEnvelopesSuite(house)
  partsSuite(house)
  teamSuite(house)
  casesSuite(house)
  twelveSuite(house)
  templatesSuite(house)
  rolesSuite(house)
  headersSuite(house)
  foundElsewhereSuite(house)
  releasesSuite(house, { compresses: false })
  noticesSuite(house)
})
