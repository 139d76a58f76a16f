// The line is cut at an association's workspace: signing in, answering, declining, writing about a case.
import { ANSWER, DECLINE, NOTE, SIGN_IN } from '../line-cuts/desk-flows.ts'
import { cutScenario } from '../line-cuts/cut-flows.ts'

export const lineCutDesk = cutScenario({
  name: 'the line is cut at an association’s workspace',
  flows: [SIGN_IN, ANSWER, DECLINE, NOTE],
  chosen: [
    { flow: ANSWER, request: 'POST /api/mailbox-messages', turn: 1, manner: 'after' },
    { flow: NOTE, request: 'POST /api/cases', turn: 1, manner: 'after' },
  ],
  inTest: 1,
})
