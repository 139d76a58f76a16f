// The phone's line is cut while someone takes an agreement back, changes their code, erases.
import { CHANGE_CODE, ERASE, ERASE_STORY, WITHDRAW } from '../line-cuts/back-flows.ts'
import { cutScenario } from '../line-cuts/cut-flows.ts'

export const lineCutUndone = cutScenario({
  name: 'the phone’s line is cut while someone takes back, changes their code or erases',
  flows: [WITHDRAW, CHANGE_CODE, ERASE, ERASE_STORY],
  chosen: [
    { flow: CHANGE_CODE, request: 'POST /api/mailbox-messages', turn: 1, manner: 'after' },
    { flow: WITHDRAW, request: 'POST /api/submissions', turn: 1, manner: 'after' },
  ],
  inTest: 2,
})
