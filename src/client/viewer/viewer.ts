// Inside the frame: shows the one file it is given as an image, a sound or a video. It reads no markup, follows no link, and has no
// origin, no network and no way into the page that holds it.
import type { Bytes } from '../../crypto/encoding.ts'
import { FILE_KINDS } from '../../protocol/file-kinds.ts'
import { find } from '../dom.ts'
import { shapeOf, type Shape, type Showing, type Told } from './viewer-messages.ts'

/** This document's address is the site's, though its origin is nobody's. */
const SITE = location.origin

const place = find('#content')

/** To any origin: the words say nothing, and none but our pages may frame this one. */
const tell = (told: Told): void => parent.postMessage(told, '*')

const makers: Readonly<Record<Shape, (label: string) => HTMLImageElement | HTMLMediaElement>> = {
  image: (label) => {
    const image = document.createElement('img')
    image.alt = label
    image.addEventListener('load', () => tell('shown'))
    return image
  },
  audio: (label) => playing(document.createElement('audio'), label),
  video: (label) => {
    const video = document.createElement('video')
    video.playsInline = true
    return playing(video, label)
  },
}

function playing(media: HTMLMediaElement, label: string): HTMLMediaElement {
  media.controls = true
  media.preload = 'metadata'
  media.setAttribute('aria-label', label)
  media.addEventListener('loadedmetadata', () => tell('shown'))
  return media
}

function show({ kind, bytes, label, lang }: Showing): void {
  const shape = shapeOf(kind)
  if (!shape) return tell('failed')
  document.documentElement.lang = lang
  const element = makers[shape](label)
  element.addEventListener('error', () => tell('failed'))
  element.src = URL.createObjectURL(new Blob([bytes satisfies Bytes], { type: FILE_KINDS[kind].mediaType }))
  place.replaceChildren(element)
}

addEventListener('message', ({ source, origin, data }: MessageEvent<Showing>) => {
  if (source === parent && parent !== window && origin === SITE) show(data)
})
tell('ready')
