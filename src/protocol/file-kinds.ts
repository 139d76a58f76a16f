// The kinds of files that may go with a report, and what each is called. Words only: a phone recognises files by them.

/** Every kind of file that may be sent, with what it is called once it has left the phone. */
export const FILE_KINDS = {
  jpeg: { mediaType: 'image/jpeg', extension: 'jpg' },
  png: { mediaType: 'image/png', extension: 'png' },
  webp: { mediaType: 'image/webp', extension: 'webp' },
  gif: { mediaType: 'image/gif', extension: 'gif' },
  pdf: { mediaType: 'application/pdf', extension: 'pdf' },
  mp4: { mediaType: 'video/mp4', extension: 'mp4' },
  mov: { mediaType: 'video/quicktime', extension: 'mov' },
  webm: { mediaType: 'video/webm', extension: 'webm' },
  mp3: { mediaType: 'audio/mpeg', extension: 'mp3' },
  m4a: { mediaType: 'audio/mp4', extension: 'm4a' },
  ogg: { mediaType: 'audio/ogg', extension: 'ogg' },
  wav: { mediaType: 'audio/wav', extension: 'wav' },
  amr: { mediaType: 'audio/amr', extension: 'amr' },
} as const
export type FileKind = keyof typeof FILE_KINDS

/** Those a clean copy can be made of. The others leave the phone as they are, or not at all. */
export const IMAGE_KINDS = ['jpeg', 'png', 'webp', 'gif'] as const satisfies readonly FileKind[]
export type ImageKind = (typeof IMAGE_KINDS)[number]

/** `piece-1.jpg`, and `piece-1-original.jpg` beside it. Numbers begin at 1. */
export const attachmentName = (number: number, kind: FileKind, original = false): string =>
  `piece-${number}${original ? '-original' : ''}.${FILE_KINDS[kind].extension}`
