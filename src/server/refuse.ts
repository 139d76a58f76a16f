// The one place where a reason becomes a response. A refusal says its code, and never a word of what was sent.
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ErrorCode } from '../protocol/error-codes.ts'
import type { AppEnv } from './env.ts'
import { API } from './headers.ts'

/** `{ "error": code }` under the status of that code. */
export const refuse = <Env extends AppEnv>(c: Context<Env>, code: ErrorCode): Response =>
  c.json({ error: code }, statusOf(code))

/** The same where the app could not even start; dressed as every answer of the API. */
export const refuseOutright = (code: ErrorCode): Response =>
  Response.json({ error: code }, { status: statusOf(code), headers: API })

function statusOf(code: ErrorCode): ContentfulStatusCode {
  switch (code) {
    case 'invalid-json':
    case 'invalid-shape':
      return 400
    case 'sign-in-required':
      return 401
    case 'proof-missing':
    case 'proof-invalid':
    case 'proof-expired':
    case 'sign-in-refused':
    case 'foreign-origin':
    case 'not-yours':
    case 'not-allowed':
    case 'permit-missing':
    case 'permit-spent':
      return 403
    case 'not-found':
      return 404
    case 'method-not-allowed':
      return 405
    case 'association-paused':
    case 'key-changed':
    case 'proof-spent':
    case 'mailbox-full':
    case 'token-taken':
    case 'holds-full':
    case 'team-changed':
    case 'too-many':
    case 'case-changed':
    case 'paper-changed':
    case 'record-changed':
      return 409
    case 'too-large':
      return 413
    case 'wrong-content-type':
      return 415
    case 'association-unknown':
    case 'not-sealed':
    case 'wrong-recipient':
    case 'wrong-size':
    case 'wrong-hash':
    case 'part-missing':
    case 'team-refused':
      return 422
    case 'unexpected':
      return 500
    case 'directory-expired':
    case 'storage-unavailable':
      return 503
    case 'storage-short':
      return 507
  }
}
