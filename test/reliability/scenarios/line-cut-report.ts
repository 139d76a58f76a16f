// The phone's line is cut while a report is sent, or only counted.
import { COUNTED, REPORT, REPORT_COUNTED, REPORT_WITH_FILE } from '../line-cuts/report-flows.ts'
import { cutScenario } from '../line-cuts/cut-flows.ts'

export const lineCutReport = cutScenario({
  name: 'the phone’s line is cut while a report is sent',
  flows: [REPORT, REPORT_WITH_FILE, REPORT_COUNTED, COUNTED],
  chosen: [
    { flow: REPORT, request: 'POST /api/submissions', turn: 1, manner: 'after' },
    { flow: REPORT, request: 'POST /api/submissions', turn: 1, manner: 'body' },
    { flow: REPORT_WITH_FILE, request: 'PUT /api/parts/*', turn: 1, manner: 'body' },
    { flow: COUNTED, request: 'POST /api/cards', turn: 1, manner: 'half' },
    { flow: REPORT, request: 'GET /w/prove.js', turn: 1, manner: 'before' },
  ],
  inTest: 2,
})
