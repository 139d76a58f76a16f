// Shows how far the opening of a code is, and why it stopped. Words are already in the page; this shows the right ones.
import { find, show, showOne } from '../dom.ts'
import type { LookFault, LookStage } from './visit.ts'

const PARTS_OF_THE_BAR = 100

export function sayOpening(stage: 'deriving' | LookStage): void {
  show(find('[data-opening-fault]'), false)
  showOne(find('[data-opening-stage]'), stage)
  const bar = find<HTMLProgressElement>('[data-opening-bar]')
  bar.removeAttribute('value')
  show(bar)
}

/** Only slow phones say how far they are; on the others the bar only moves. */
export function sayDerived(part: number): void {
  find<HTMLProgressElement>('[data-opening-bar]').value = Math.round(part * PARTS_OF_THE_BAR)
}

export function sayOpeningFault(fault: LookFault): void {
  showOne(find('[data-opening-stage]'), null)
  show(find('[data-opening-bar]'), false)
  const box = find('[data-opening-fault]')
  showOne(box, fault)
  show(box)
}
