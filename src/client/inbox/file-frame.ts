// The page's side of the frame that shows a file. The frame has no origin: what is in it can read nothing of this page, and this page
// hears three words from it, whatever it says.
import { copyTemplate } from '../dom.ts'
import { TOLD, type Showing, type Told } from '../viewer/viewer-messages.ts'

/** Puts a frame in `place` and shows the file there. Answers how to take it away. */
export function openFrame(
  place: HTMLElement,
  showing: Showing,
  shape: string,
  onTold: (told: Exclude<Told, 'ready'>) => void,
): () => void {
  const frame = copyTemplate<HTMLIFrameElement>('viewer')
  const ending = new AbortController()
  frame.title = showing.label
  frame.classList.add(`viewer-${shape}`)
  addEventListener(
    'message',
    ({ source, data }: MessageEvent<unknown>) => {
      if (source === null || source !== frame.contentWindow) return
      const told = TOLD.find((word) => word === data)
      // A document without an origin can be named by none: any other target would reach nobody. This very window is ours, and what it
      // loads is held by its policy. It says it is ready again when it was moved, and then it is empty.
      if (told === 'ready') frame.contentWindow?.postMessage(showing, '*')
      else if (told) onTold(told)
    },
    { signal: ending.signal },
  )
  place.replaceChildren(frame)
  return () => {
    ending.abort()
    place.replaceChildren()
  }
}
