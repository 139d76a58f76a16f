// Teams for tests: members with keys of their own, and rosters made with the product's own code.
import { authorCertificate } from '../../src/crypto/author-certificate.ts'
import { utf8 } from '../../src/crypto/encoding.ts'
import { keyBodyOf } from '../../src/crypto/key-body.ts'
import { fingerprintOf, readSecretKey, unlock, type PrivateKey } from '../../src/crypto/openpgp.ts'
import { signText } from '../../src/crypto/openpgp-signatures.ts'
import { randomBytes } from '../../src/crypto/random.ts'
import { signInStatement } from '../../src/protocol/inbox.ts'
import type { TeamChange, TeamRole, TeamState } from '../../src/protocol/team.ts'
import { changeTeam } from '../../src/sealing/change-team.ts'
import { believeRosters, type BelievedRoster } from '../../src/sealing/team.ts'
import { unlockedKeyOf } from './federation.ts'
import { holderOf, postJson, sha256Of, signIn, signInChallenge } from './servers/correspondence.ts'
import type { RunningServer } from './servers/running-server.ts'

/** Someone of a team, with the key that only they hold. */
export interface TeamPerson {
  name: string
  role: TeamRole
  key: PrivateKey
  fingerprint: string
}

export async function makePerson(role: TeamRole, name: string = role): Promise<TeamPerson> {
  const { secretKey } = await authorCertificate(randomBytes(32), randomBytes(32))
  const read = await readSecretKey(secretKey)
  const opened = read && (await unlock(read, ''))
  if (!opened?.ok) throw new Error('a key that was just made opens')
  return { name, role, key: opened.value, fingerprint: fingerprintOf(opened.value) }
}

/** An officer, a member, and the two keys on paper. */
export const makeTeam = (): Promise<TeamPerson[]> =>
  Promise.all((['officer', 'member', 'recovery', 'recovery'] as const).map((role) => makePerson(role)))

export const personOf = (team: readonly TeamPerson[], role: TeamRole): TeamPerson => {
  const person = team.find((each) => each.role === role)
  if (!person) throw new Error(`no ${role} in this team`)
  return person
}

/** The Cookie header of a member who just signed in. */
export async function signInAs(
  server: RunningServer,
  association: string,
  person: TeamPerson,
): Promise<string> {
  const answer = await postJson(server, '/api/session', await signInBodyAs(server, association, person))
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (answer.status !== 204 || !cookie) throw new Error(`sign-in answered ${answer.status}`)
  return cookie
}

export async function signInBodyAs(
  server: RunningServer,
  association: string,
  { key }: Pick<TeamPerson, 'key'>,
): Promise<string> {
  const challenge = await signInChallenge(server)
  const statement = signInStatement(server.origin, association, challenge)
  return JSON.stringify({ association, challenge, signature: await signText(key, statement, Date.now()) })
}

export async function teamState(server: RunningServer, cookie: string): Promise<TeamState> {
  const answer = await fetch(`${server.origin}/api/team`, { headers: { Cookie: cookie } })
  if (answer.status !== 200) throw new Error(`the team answered ${answer.status}`)
  return (await answer.json()) as TeamState
}

/** What the next change of a team is made of, unless a test says otherwise. */
export interface ChangeTerms {
  team: readonly TeamPerson[]
  signer: TeamPerson
  association: string
  keys?: readonly PrivateKey[]
  /** Who comes in without an invitation, with a way of their own. */
  newcomer?: TeamPerson
}

/** The body of a change, as whoever has this cookie would make it now. */
export async function changeBody(
  server: RunningServer,
  cookie: string,
  { team, signer, association, keys, newcomer }: ChangeTerms,
): Promise<TeamChange> {
  const { rosters, challenge } = await teamState(server, cookie)
  const holder = holderOf(server, association)
  const own = await unlockedKeyOf(holder)
  const believed = await believeRosters(rosters, association, holder.fingerprint)
  const before: BelievedRoster | null = believed.ok ? believed.value : null
  const teammates = team.map(({ name, role, key }) => ({ name, role, certificate: key.toPublic() }))
  return changeTeam(
    {
      association,
      before,
      challenge,
      teammates,
      keys: keys ?? [own],
      signer: signer.key,
      ways: newcomer ? [wayOf(newcomer)] : [],
    },
    Date.now(),
  )
}

const wayOf = ({ fingerprint }: TeamPerson) => ({
  member: fingerprint,
  locatorHash: sha256Of(fingerprint),
  way: 'words' as const,
  blob: lockedBytes('a key under lock'),
})

export const postTeam = (server: RunningServer, cookie: string, change: object): Promise<Response> =>
  postJson(server, '/api/team', JSON.stringify(change), { Cookie: cookie })

/** Founds a team with the association's own key. */
export async function foundTeam(
  server: RunningServer,
  association: string,
  team: readonly TeamPerson[],
): Promise<void> {
  const cookie = await signIn(server, association)
  const change = await changeBody(server, cookie, { team, signer: personOf(team, 'officer'), association })
  const answer = await postTeam(server, cookie, change)
  if (answer.status !== 204) throw new Error(`founding answered ${answer.status} ${await answer.text()}`)
}

export const bodiesOf = (team: readonly TeamPerson[]): string[] => team.map(({ key }) => keyBodyOf(key))

/** Bytes that a server takes for something locked. */
export const lockedBytes = (text: string): string => Buffer.from(utf8(text)).toString('base64')
