// The app, the same on Node and at the edge: which address leads where, and what happens when none does or something breaks.
import { Hono } from 'hono'
import { StoreFailure } from '../db/store.ts'
import type { AppEnv } from './env.ts'
import { apiHeaders } from './middleware/api-headers.ts'
import { refuse } from './refuse.ts'
import { getDatapackage } from './routes/analyst/get-datapackage.ts'
import { getRelease } from './routes/analyst/get-release.ts'
import { getReleases } from './routes/analyst/get-releases.ts'
import { deleteSession } from './routes/association/delete-session.ts'
import { getCases } from './routes/association/get-cases.ts'
import { getInbox } from './routes/association/get-inbox.ts'
import { getInvitations } from './routes/association/get-invitations.ts'
import { getKeyBlobs } from './routes/association/get-key-blobs.ts'
import { getNotices } from './routes/association/get-notices.ts'
import { getRecords } from './routes/association/get-records.ts'
import { getSignInChallenge } from './routes/association/get-sign-in-challenge.ts'
import { getTeam } from './routes/association/get-team.ts'
import { getTemplates } from './routes/association/get-templates.ts'
import { postAcknowledgements } from './routes/association/post-acknowledgements.ts'
import { postCase } from './routes/association/post-case.ts'
import { postCopy } from './routes/association/post-copy.ts'
import { postInvitation } from './routes/association/post-invitation.ts'
import { postInvitationAnswer } from './routes/association/post-invitation-answer.ts'
import { postInvitationRead } from './routes/association/post-invitation-read.ts'
import { postInvitationRemoval } from './routes/association/post-invitation-removal.ts'
import { postKeyBlob } from './routes/association/post-key-blob.ts'
import { postKeyBlobRead } from './routes/association/post-key-blob-read.ts'
import { postKeyBlobRemoval } from './routes/association/post-key-blob-removal.ts'
import { postNotices } from './routes/association/post-notices.ts'
import { postRecord } from './routes/association/post-record.ts'
import { postSession } from './routes/association/post-session.ts'
import { postTeam } from './routes/association/post-team.ts'
import { postTemplates } from './routes/association/post-templates.ts'
import { getHealth } from './routes/get-health.ts'
import { getSite } from './routes/get-site.ts'
import { getCardChallenge } from './routes/victim/get-card-challenge.ts'
import { getChallenge } from './routes/victim/get-challenge.ts'
import { getMailboxChallenge } from './routes/victim/get-mailbox-challenge.ts'
import { getPart } from './routes/victim/get-part.ts'
import { getUploadChallenge } from './routes/victim/get-upload-challenge.ts'
import { postCard } from './routes/victim/post-card.ts'
import { postEnvelopeStatus } from './routes/victim/post-envelope-status.ts'
import { postErasure } from './routes/victim/post-erasure.ts'
import { postMailboxErasure } from './routes/victim/post-mailbox-erasure.ts'
import { postMailboxMessage } from './routes/victim/post-mailbox-message.ts'
import { postMailboxRead } from './routes/victim/post-mailbox-read.ts'
import { postPartHolds } from './routes/victim/post-part-holds.ts'
import { postPartReleases } from './routes/victim/post-part-releases.ts'
import { postPartRenewals } from './routes/victim/post-part-renewals.ts'
import { postSubmission } from './routes/victim/post-submission.ts'
import { postTokenChange } from './routes/victim/post-token-change.ts'
import { postUploadPermit } from './routes/victim/post-upload-permit.ts'
import { putPart } from './routes/victim/put-part.ts'

const ENDPOINTS: { path: string; allow: string; routes: Hono<AppEnv>[] }[] = [
  { path: '/challenge', allow: 'GET, HEAD', routes: [getChallenge] },
  { path: '/submissions', allow: 'POST', routes: [postSubmission] },
  { path: '/card-challenge', allow: 'GET, HEAD', routes: [getCardChallenge] },
  { path: '/cards', allow: 'POST', routes: [postCard] },
  { path: '/mailbox-challenge', allow: 'GET, HEAD', routes: [getMailboxChallenge] },
  { path: '/mailbox-messages', allow: 'POST', routes: [postMailboxMessage] },
  { path: '/mailbox-reads', allow: 'POST', routes: [postMailboxRead] },
  { path: '/mailbox-erasures', allow: 'POST', routes: [postMailboxErasure] },
  { path: '/sign-in-challenge', allow: 'GET, HEAD', routes: [getSignInChallenge] },
  { path: '/session', allow: 'POST, DELETE', routes: [postSession, deleteSession] },
  { path: '/inbox', allow: 'GET, HEAD', routes: [getInbox] },
  { path: '/acknowledgements', allow: 'POST', routes: [postAcknowledgements] },
  { path: '/copies', allow: 'POST', routes: [postCopy] },
  { path: '/team', allow: 'GET, HEAD, POST', routes: [getTeam, postTeam] },
  { path: '/key-blobs', allow: 'GET, HEAD, POST', routes: [getKeyBlobs, postKeyBlob] },
  { path: '/key-blobs/reads', allow: 'POST', routes: [postKeyBlobRead] },
  { path: '/key-blobs/removals', allow: 'POST', routes: [postKeyBlobRemoval] },
  { path: '/invitations', allow: 'GET, HEAD, POST', routes: [getInvitations, postInvitation] },
  { path: '/invitations/reads', allow: 'POST', routes: [postInvitationRead] },
  { path: '/invitations/answers', allow: 'POST', routes: [postInvitationAnswer] },
  { path: '/invitations/removals', allow: 'POST', routes: [postInvitationRemoval] },
  { path: '/notices', allow: 'GET, HEAD, POST', routes: [getNotices, postNotices] },
  { path: '/cases', allow: 'GET, HEAD, POST', routes: [getCases, postCase] },
  { path: '/templates', allow: 'GET, HEAD, POST', routes: [getTemplates, postTemplates] },
  { path: '/records', allow: 'GET, HEAD, POST', routes: [getRecords, postRecord] },
  { path: '/envelope-status', allow: 'POST', routes: [postEnvelopeStatus] },
  { path: '/erasures', allow: 'POST', routes: [postErasure] },
  { path: '/token-changes', allow: 'POST', routes: [postTokenChange] },
  { path: '/upload-challenge', allow: 'GET, HEAD', routes: [getUploadChallenge] },
  { path: '/upload-permits', allow: 'POST', routes: [postUploadPermit] },
  { path: '/parts/:sha256{[0-9a-f]{64}}', allow: 'GET, HEAD, PUT', routes: [getPart, putPart] },
  { path: '/part-holds', allow: 'POST', routes: [postPartHolds] },
  { path: '/part-holds/renewals', allow: 'POST', routes: [postPartRenewals] },
  { path: '/part-holds/releases', allow: 'POST', routes: [postPartReleases] },
  { path: '/releases', allow: 'GET, HEAD', routes: [getReleases] },
  { path: '/releases/datapackage.json', allow: 'GET, HEAD', routes: [getDatapackage] },
  { path: '/releases/*', allow: 'GET, HEAD', routes: [getRelease] },
  { path: '/health', allow: 'GET, HEAD', routes: [getHealth] },
]

/** Answers requests given a `House` as bindings. It keeps nothing between them. */
export function createApp(): Hono<AppEnv> {
  const api = new Hono<AppEnv>()
  api.use(apiHeaders)
  api.use(async (c, next) => {
    c.set('now', c.env.now())
    await next()
  })
  for (const { path, allow, routes } of ENDPOINTS) {
    for (const route of routes) api.route(path, route)
    api.all(path, (c) => {
      c.header('Allow', allow)
      return refuse(c, 'method-not-allowed')
    })
  }
  api.all('*', (c) => refuse(c, 'not-found'))

  const app = new Hono<AppEnv>()
  app.onError((error, c) => {
    // The error itself is not logged: its message may quote what was sent.
    const code = error instanceof StoreFailure ? 'storage-unavailable' : 'unexpected'
    c.env.log(error instanceof StoreFailure ? `${code} ${error.code}` : code)
    return refuse(c, code)
  })
  app.route('/api', api)
  app.all('*', getSite)
  return app
}
