// What somebody hostile may hold as anyone may: proofs, permits, a mailbox, a seat of each role in a team. With these the doors open, and
// what lies behind them is tried too.
import { issueChallenge, type ChallengePurpose } from '../../../src/crypto/challenge.ts'
import { toBase64 } from '../../../src/crypto/encoding.ts'
import { encryptTo, readArmoredCertificate, type Certificate } from '../../../src/crypto/openpgp.ts'
import { randomBytes, randomHex } from '../../../src/crypto/random.ts'
import type { CasePage } from '../../../src/protocol/case-file.ts'
import type { SealedEnvelope } from '../../../src/protocol/envelope.ts'
import type { TeamChange, TeamState } from '../../../src/protocol/team.ts'
import { changeTeam } from '../../../src/sealing/change-team.ts'
import { unlockedKeyOf } from '../../support/federation.ts'
import {
  bodyOf,
  holderOf,
  inboxPage,
  sealedEnvelope,
  sha256Of,
  signIn,
  solvedProof,
  submit,
} from '../../support/servers/correspondence.ts'
import { makeHolder, type Holder } from '../../support/servers/mailbox-correspondence.ts'
import { heldPart, somePermit, type Part } from '../../support/servers/part-sender.ts'
import type { RunningServer } from '../../support/servers/running-server.ts'
import {
  makeTeam,
  personOf,
  postTeam,
  signInAs,
  teamState,
  type TeamPerson,
} from '../../support/team-maker.ts'

/** The association whose team is tried, and the one that envelopes are sent to. */
export const TEAM = 'equipe-est'
export const RECEIVER = 'ecoute-sud'
export const PAUSED = 'en-pause'
export const ASSOCIATIONS = [RECEIVER, 'droits-nord', PAUSED, TEAM]

export type Role = 'officer' | 'member' | 'recovery'
export const ROLES: readonly Role[] = ['officer', 'member', 'recovery']

type Asked = Pick<RunningServer, 'origin' | 'federation' | 'secret'>

export interface Visit {
  server: Asked
  cookies: Readonly<Record<Role, string>>
  team: readonly TeamPerson[]
  /** The change that founded the team: sent again, it is answered as it was. */
  founding: TeamChange
  holder: Holder
  part: Part
  permit: string
  /** An envelope of the team's inbox. */
  envelope: string
  /** Sealed bytes in base64, each of a length that is taken somewhere. */
  sealed: Readonly<Record<'card' | 'case' | 'envelope' | 'note' | 'record', string>>
  fingerprint: string
  /** What tells one thing from another: few of them, so that they meet again. */
  tokens: readonly string[]
}

const A_DAY_SECONDS = 86_400

/** A challenge of this server that lasts as long as the visit. */
export const lastingChallenge = ({ secret }: Pick<Asked, 'secret'>, purpose: ChallengePurpose): string =>
  issueChallenge(secret, { purpose, bits: 0, expiresAt: Math.floor(Date.now() / 1000) + A_DAY_SECONDS })

export const proofFor = (server: Pick<Asked, 'secret'>, purpose: ChallengePurpose): string =>
  solvedProof(server as RunningServer, undefined, 0, purpose)

const certificateOf = async (armored: string): Promise<Certificate> => {
  const certificate = await readArmoredCertificate(armored)
  if (!certificate) throw new Error('a certificate of the federation reads')
  return certificate
}

const sealTo = async (certificate: Certificate, bytes: number): Promise<string> =>
  toBase64(await encryptTo(certificate, new Uint8Array(bytes)))

export async function makeVisit(asked: Asked): Promise<Visit> {
  const server = asked as RunningServer
  const team = await makeTeam()
  const founding = await foundLasting(server, team)
  const [officer, member, recovery] = await Promise.all(
    ROLES.map((role) => signInAs(server, TEAM, personOf(team, role))),
  )
  if (!officer || !member || !recovery) throw new Error('every role signs in')
  const own = await certificateOf(holderOf(server, TEAM).certificate)
  const sent = await submit(server, bodyOf(await sealedEnvelope(server, TEAM)), solvedProof(server))
  if (sent.status !== 202) throw new Error(`the first envelope was answered ${sent.status}`)
  const [first] = (await inboxPage(server, officer)).envelopes
  return {
    server,
    cookies: { officer, member, recovery },
    team,
    founding,
    holder: makeHolder(),
    part: await heldPart(server),
    permit: await somePermit(server),
    envelope: first?.id ?? '',
    sealed: {
      card: await sealTo(await certificateOf(server.federation.observatory.certificate), 1024),
      case: await sealTo(own, 4096),
      envelope: (await sealedEnvelope(server, RECEIVER)).sealed,
      note: await sealTo(own, 300),
      record: await sealTo(own, 2048),
    },
    fingerprint: holderOf(server, RECEIVER).fingerprint,
    tokens: Array.from({ length: 6 }, () => randomHex(32)).flatMap((token) => [token, sha256Of(token)]),
  }
}

/** Founds the team with a challenge that lasts, so that the same request is answered alike all along. */
async function foundLasting(server: RunningServer, team: readonly TeamPerson[]): Promise<TeamChange> {
  const cookie = await signIn(server, TEAM)
  const { rosters }: TeamState = await teamState(server, cookie)
  if (rosters.length > 0) throw new Error('the team was founded before')
  const change = await changeTeam(
    {
      association: TEAM,
      before: null,
      challenge: lastingChallenge(server, 'team'),
      teammates: team.map(({ name, role, key }) => ({ name, role, certificate: key.toPublic() })),
      keys: [await unlockedKeyOf(holderOf(server, TEAM))],
      signer: personOf(team, 'officer').key,
      ways: [],
    },
    Date.now(),
  )
  const answer = await postTeam(server, cookie, change)
  if (answer.status !== 204) throw new Error(`founding answered ${answer.status}`)
  return change
}

/** An envelope that the server takes, under a token that nobody had. */
export const newEnvelope = ({ sealed, fingerprint }: Visit): SealedEnvelope => ({
  association: RECEIVER,
  keyFingerprint: fingerprint,
  sealed: sealed.envelope,
  tokenHash: randomHex(32),
})

export const noise = (bytes: number): string => toBase64(randomBytes(bytes))

/** What the association has written so far, as an officer asks for it. */
export async function casesNow({ server, cookies }: Visit): Promise<CasePage> {
  const answer = await fetch(`${server.origin}/api/cases`, { headers: { Cookie: cookies.officer } })
  if (!answer.ok) throw new Error(`the cases answered ${answer.status}`)
  return (await answer.json()) as CasePage
}
