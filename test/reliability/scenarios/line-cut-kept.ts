// The phone's line is cut while a story is put away for later, or kept for oneself.
import { KEPT, PAUSED } from '../line-cuts/report-flows.ts'
import { cutScenario } from '../line-cuts/cut-flows.ts'

export const lineCutKept = cutScenario({
  name: 'the phone’s line is cut while a story is put away',
  flows: [KEPT, PAUSED],
  chosen: [
    { flow: PAUSED, request: 'POST /api/mailbox-messages', turn: 1, manner: 'after' },
    { flow: KEPT, request: 'GET /fr/ecrire/suite', turn: 1, manner: 'half' },
  ],
  inTest: 1,
})
