// Sends the files of a tray ahead of the envelopes that tell of them: seals each, sends its parts until they are kept, then has them held
// for every envelope. It names no file and nobody to the server, and an envelope is told of a file only once all of it is held.
import { holdSecretsOf } from '../../crypto/holds.ts'
import { PART_BYTES } from '../../protocol/limits.ts'
import { sealedLength } from '../../crypto/seal-parts.ts'
import type { Attachment, Attachments } from '../../protocol/attachment.ts'
import { attachmentName, FILE_KINDS } from '../../protocol/file-kinds.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { piecesOf, type ChosenFile, type Piece } from './chosen-file.ts'
import type { FilesDesk, SealedFile } from './files-desk.ts'
import type { FileTray } from './file-tray.ts'
import type { FilesFor, FilesStop, Holder } from './files-for.ts'
import type { FilesFault } from './files-messages.ts'
import { PartLine, type PartMeans, type UploadFault } from './part-line.ts'
import { PieceSealing } from './piece-sealing.ts'
import type { SendingFilesView } from './sending-files-view.ts'

/** A file that is kept, as envelopes tell of it. */
interface Sent {
  file: ChosenFile
  attachments: readonly Attachment[]
}

interface Parts extends PartMeans {
  tray: FileTray
  desk: FilesDesk
  view: SendingFilesView
}

export class SendingFiles {
  readonly #parts: Parts
  readonly #sealings = new Map<Piece['content'], PieceSealing>()
  /** By the key of the holds, how many parts it keeps. */
  readonly #held = new Map<string, number>()
  #ending = new AbortController()
  #line: PartLine
  #current: ChosenFile | null = null
  #running: Promise<unknown> = Promise.resolve()

  constructor(parts: Parts) {
    this.#parts = parts
    this.#line = new PartLine(parts, this.#ending.signal)
    parts.view.onCancel((file) => this.cancel(file))
  }

  /** Called again after a fault, it does the rest: what is kept already is not sent twice. */
  prepare(holders: readonly Holder[]): Promise<Result<FilesFor, FilesStop>> {
    const run = this.#running.then(() => this.#prepare(holders))
    this.#running = run
    return run
  }

  /** Takes one file out, and goes on with the others. */
  cancel(file: ChosenFile): void {
    const { tray, view } = this.#parts
    tray.remove(file)
    view.forget(file)
    if (this.#current === file) this.stop()
    for (const { content } of piecesOf(file)) this.#drop(content)
  }

  /** Stops where it stands, to be taken up again or not. */
  stop(): void {
    this.#ending.abort()
  }

  /** Drops everything. */
  wipe(): void {
    this.stop()
    for (const content of this.#sealings.keys()) this.#drop(content)
    this.#held.clear()
    this.#parts.view.clear()
  }

  async #prepare(holders: readonly Holder[]): Promise<Result<FilesFor, FilesStop>> {
    const { tray, view } = this.#parts
    this.#renewLine()
    await tray.settled()
    for (let hasLost = false; ;) {
      const files = tray.files.filter((file) => piecesOf(file).length > 0)
      if (files.length === 0) {
        view.clear()
        return this.#letGo(holders)
      }
      view.begin(files.map((file) => ({ file, parts: partsIn(piecesOf(file)) })))
      const sent = await this.#sendAll(files)
      if (!sent.ok) return this.#stopped(sent.reason)
      if (sent.value.length === 0) continue
      const held = await this.#hold(
        sent.value.flatMap(({ attachments }) => attachments),
        holders,
      )
      if (held.ok) {
        // One of them was taken out while they were being held.
        if (sent.value.some(({ file }) => !tray.files.includes(file))) continue
        view.clear()
        return held
      }
      if (held.reason !== 'part-missing' || hasLost) return this.#stopped(held.reason)
      // Parts that came long ago are gone: all is sent anew, once.
      hasLost = true
      for (const content of this.#sealings.keys()) this.#drop(content)
    }
  }

  #stopped(reason: UploadFault | FilesFault): Result<never, FilesStop> {
    if (reason !== 'stopped') this.#parts.view.fail(reason, this.#current)
    return decline(reason === 'unreachable' ? reason : 'files')
  }

  /** Every file but those that are taken out meanwhile. */
  async #sendAll(files: readonly ChosenFile[]): Promise<Result<readonly Sent[], UploadFault | FilesFault>> {
    const { tray, view } = this.#parts
    const all: Sent[] = []
    for (const file of files) {
      if (!tray.files.includes(file)) continue
      this.#current = file
      const sent = await this.#sendFile(file, all.length + 1)
      if (!tray.files.includes(file)) {
        this.#renewLine()
        continue
      }
      if (!sent.ok) return sent
      this.#current = null
      view.there(file)
      all.push({ file, attachments: sent.value })
    }
    return accept(all)
  }

  async #sendFile(file: ChosenFile, number: number): Promise<Result<Attachment[], UploadFault | FilesFault>> {
    const attachments: Attachment[] = []
    const pieces = piecesOf(file)
    const tell = (): void => this.#parts.view.kept(file, this.#keptOf(pieces))
    for (const piece of pieces) {
      tell()
      const sealing = this.#sealingOf(piece.content)
      const sent = await sealing.send((part) => this.#line.send(part), tell)
      if (sealing.isBroken) this.#drop(piece.content)
      if (!sent.ok) return sent
      attachments.push(attachmentOf(piece, number, sent.value))
    }
    return accept(attachments)
  }

  async #hold(
    files: readonly Attachment[],
    holders: readonly Holder[],
  ): Promise<Result<FilesFor, UploadFault>> {
    const parts = files.flatMap((file) => file.parts)
    const prepared = new Map<string, Attachments>()
    for (const { association, hold } of holders) {
      const secrets = await holdSecretsOf(hold, Math.max(parts.length, this.#held.get(hold) ?? 0))
      // The same code may have kept other parts under these, for a sending that came to nothing: they would stay, and these would not.
      const released = await this.#line.release(secrets)
      if (!released.ok) return released
      this.#held.set(hold, parts.length)
      const held = await this.#line.hold(parts.map((part, at) => ({ part, secret: secrets[at] ?? '' })))
      if (!held.ok) return held
      prepared.set(association, { hold, files: [...files] })
    }
    return accept(prepared)
  }

  /** Nothing goes any more: what was held for a sending that came to nothing is of no use. */
  async #letGo(holders: readonly Holder[]): Promise<Result<FilesFor, never>> {
    for (const { hold } of holders) {
      const secrets = await holdSecretsOf(hold, this.#held.get(hold) ?? 0)
      const released = await this.#line.release(secrets)
      if (released.ok) this.#held.delete(hold)
    }
    return accept(new Map())
  }

  #sealingOf(content: Piece['content']): PieceSealing {
    const sealing = this.#sealings.get(content) ?? new PieceSealing(this.#parts.desk, content)
    this.#sealings.set(content, sealing)
    return sealing
  }

  #keptOf(pieces: readonly Piece[]): number {
    return pieces.reduce((sum, { content }) => sum + (this.#sealings.get(content)?.kept ?? 0), 0)
  }

  #drop(content: Piece['content']): void {
    this.#sealings.get(content)?.drop()
    this.#sealings.delete(content)
  }

  /** A line that was stopped stays so; one that was not keeps what is left of its permit. */
  #renewLine(): void {
    if (!this.#ending.signal.aborted) return
    this.#ending = new AbortController()
    this.#line = new PartLine(this.#parts, this.#ending.signal)
  }
}

const partsIn = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { bytes }) => sum + Math.ceil(sealedLength(bytes) / PART_BYTES), 0)

function attachmentOf({ kind, bytes, original }: Piece, number: number, sealed: SealedFile): Attachment {
  const { sessionKey, sha256, parts } = sealed
  return {
    name: attachmentName(number, kind, original),
    kind,
    mediaType: FILE_KINDS[kind].mediaType,
    bytes,
    sessionKey,
    sha256,
    parts: [...parts],
    ...(original ? { original } : {}),
  }
}
