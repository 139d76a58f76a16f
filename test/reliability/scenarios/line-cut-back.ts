// The phone's line is cut while someone comes back with a code, reads, writes, adds a file, goes on with a story.
import { ADD_FILE, COME_BACK, RESUME, WRITE_MORE } from '../line-cuts/back-flows.ts'
import { cutScenario } from '../line-cuts/cut-flows.ts'

export const lineCutBack = cutScenario({
  name: 'the phone’s line is cut while someone comes back and writes',
  flows: [COME_BACK, WRITE_MORE, ADD_FILE, RESUME],
  chosen: [
    { flow: WRITE_MORE, request: 'POST /api/mailbox-messages', turn: 1, manner: 'after' },
    { flow: COME_BACK, request: 'POST /api/mailbox-reads', turn: 1, manner: 'half' },
  ],
  inTest: 1,
})
