// Brings to life what the page of the design system shows of a return code, with a code of no worth. Built for development only.
import { askBack, wipeBack } from './code/code-back.ts'
import { CodeDesk, type Code } from './code/code-desk.ts'
import { armTyping } from './code/code-typing.ts'
import { showCode } from './code/code-view.ts'
import { find } from './dom.ts'
import { armQuit } from './quit.ts'

/** Its checksum does not hold: it opens nothing, and typing it shows what is then said. */
const SAMPLE = {
  fr: ['abaisser', 'bateau', 'cerise', 'dauphin', 'essence', 'fable', 'grenat', 'hiver'],
  en: ['abandon', 'boat', 'cherry', 'dolphin', 'enough', 'fabric', 'garden', 'hobby'],
}

const sample = find('[data-design-code]')
const desk = new CodeDesk()
const typing = armTyping(sample, desk, draw)
let shown: Code = SAMPLE

function draw(code: Code): void {
  shown = code
  showCode(sample, code, () => void desk.make().then((other) => other && draw(other)))
}

draw(SAMPLE)
find('[data-design-ask]').addEventListener('click', () => void askBack(sample, shown))

armQuit(() => {
  typing.wipe()
  showCode(sample, null)
  wipeBack(sample)
  desk.close()
})
