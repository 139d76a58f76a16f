// What an association keeps between the day it enrols and the day the directory lists it: its key, sealed to its first officer, whose own
// key is locked in two ways. It opens nothing by itself.
import * as v from 'valibot'
import { MAX_NEW_WAYS, MAX_WRAP_BYTES, RECOVERY_KEYS } from './limits.ts'
import { Notice } from './notices.ts'
import { AssociationId } from './shapes.ts'
import { base64, KeyBlob } from './team.ts'

/**
 * `name` is the officer's in the team; `wrap` is the association's key sealed to theirs; `sheets` are recovery certificates. `notice` is
 * absent from a file of before there were notices.
 */
export const FoundingFile = v.strictObject({
  kind: v.literal('balise-founding'),
  version: v.literal(1),
  association: AssociationId,
  name: v.pipe(v.string(), v.maxLength(80)),
  ways: v.pipe(v.array(KeyBlob), v.minLength(2), v.maxLength(MAX_NEW_WAYS)),
  wrap: base64(MAX_WRAP_BYTES),
  sheets: v.pipe(v.array(base64(MAX_WRAP_BYTES)), v.length(RECOVERY_KEYS)),
  notice: v.optional(Notice),
})
export type FoundingFile = v.InferOutput<typeof FoundingFile>
