// Preloaded into a server whose clock a scenario sets: the clock of the machine, and so many milliseconds that a file says, read again at
// each SIGUSR2. In JavaScript, as all that is preloaded.
import { readFileSync } from 'node:fs'

const file = process.env['BALISE_TEST_CLOCK'] ?? ''
const read = () => Number(readFileSync(file, 'utf8'))
const MachineDate = Date
let ahead = read()
process.on('SIGUSR2', () => void (ahead = read()))

globalThis.Date = class extends MachineDate {
  constructor(...parts) {
    if (parts.length === 0) super(MachineDate.now() + ahead)
    else super(...parts)
  }
  static now() {
    return MachineDate.now() + ahead
  }
}
