// What the page asks the server about a team: rosters, members' locked keys, invitations, where notices go. But for that last address all
// of it is sealed, locked, or public keys.
import * as v from 'valibot'
import { NoticeState, type Notice } from '../../protocol/notices.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import {
  FoundInvitation,
  FoundKeyBlob,
  OpenInvitations,
  OwnKeyBlobs,
  TeamState,
  type Invitation,
  type InvitationAnswer,
  type KeyBlob,
  type TeamChange,
} from '../../protocol/team.ts'
import { call, type CallFault } from '../api.ts'

type Answer<Value> = Promise<Result<Value, CallFault>>

async function read<Schema extends v.GenericSchema>(
  path: `/api/${string}`,
  schema: Schema,
  body?: object,
): Answer<v.InferOutput<Schema>> {
  const answer = await (body ? post(path, body) : call(path, { credentials: 'same-origin' }))
  if (!answer.ok) return answer
  const parsed = v.safeParse(schema, answer.value)
  return parsed.success ? accept(parsed.output) : decline('unexpected')
}

const post = (path: `/api/${string}`, body: object): Answer<unknown> =>
  call(path, { method: 'POST', credentials: 'same-origin', body: JSON.stringify(body) })

/** As whoever has the session's cookie. */
export const fetchTeam = () => read('/api/team', TeamState)
export const postTeam = (change: TeamChange) => post('/api/team', change)

export const fetchWays = () => read('/api/key-blobs', OwnKeyBlobs)
export const postWay = (way: KeyBlob) => post('/api/key-blobs', way)
export const removeWay = (locatorHash: string) => post('/api/key-blobs/removals', { locatorHash })
/** Before signing in: `not-found` where nothing is kept under it. */
export const findKey = (locator: string) => read('/api/key-blobs/reads', FoundKeyBlob, { locator })

export const fetchInvitations = () => read('/api/invitations', OpenInvitations)
export const postInvitation = (invitation: Invitation) => post('/api/invitations', invitation)
export const removeInvitation = (locatorHash: string) => post('/api/invitations/removals', { locatorHash })
export const findInvitation = (locator: string) =>
  read('/api/invitations/reads', FoundInvitation, { locator })
export const answerInvitation = (answer: InvitationAnswer) => post('/api/invitations/answers', answer)

export const fetchNotices = () => read('/api/notices', NoticeState)
export const postNotices = (notice: Notice) => post('/api/notices', { version: 1, ...notice })
