// `balise login` and `balise logout`: one signature for the commands that follow, until the session ends. What is kept is the session's
// cookie; no key and no passphrase is.
import { command } from './command.ts'
import { endSession, signIn, signOut } from './inbox-session.ts'
import { ROOTS_NOTE } from './known-roots.ts'
import { knowMember, MEMBER_OPTIONS } from './member-session.ts'
import { done, print, refused } from './outcome.ts'
import { PASSPHRASE_NOTE } from './passphrase.ts'
import { readServer } from './server-connection.ts'
import { forgetSession, keepSession, readSession } from './session-file.ts'

const KEPT_NOTE =
  'The session is kept in XDG_STATE_HOME/balise (else ~/.local/state/balise), one file for each site and association, which you alone may read. Whoever has the file can fetch sealed envelopes; without your key they open nothing.'

export const login = command({
  name: 'login',
  summary: 'Sign in once, so that inbox pull, reply and case ask for no new signature.',
  options: MEMBER_OPTIONS,
  notes: [
    KEPT_NOTE,
    'It lasts half an hour without use, and twelve hours at most. Your key is still needed to open: the commands find it again by themselves.',
    PASSPHRASE_NOTE,
    ROOTS_NOTE,
  ],
  async run(given) {
    const known = await knowMember(given)
    if (!known.ok) return known
    const { server, entry, found } = known.value
    const { association } = entry
    const key = await found.unlock()
    if (!key.ok) return key
    const before = await readSession(server, association)
    const session = await signIn(server, association, key.value)
    if (!session.ok) return session
    const { cookie } = session.value
    const kept = await keepSession(server, association, {
      member: found.fingerprint,
      key: found.name,
      cookie,
    })
    if (!kept.ok) {
      await signOut(session.value)
      return kept
    }
    if (before.ok && before.value) await signOut({ server, cookie: before.value.cookie })
    print(`signed in to ${server.origin} for ${association}`)
    return done(undefined)
  },
})

export const logout = command({
  name: 'logout',
  summary: 'End the session that balise login keeps, at the server and here.',
  options: {
    server: { value: 'URL', about: 'The address of the site.', required: true },
    association: { value: 'NAME', about: 'The association it was opened for.', required: true },
  },
  async run({ server: address, association }) {
    const server = readServer(address)
    if (!server.ok) return server
    const kept = await readSession(server.value, association)
    if (!kept.ok) return kept
    if (!kept.value) {
      print('no session was kept')
      return done(undefined)
    }
    const ended = await endSession({ server: server.value, cookie: kept.value.cookie })
    await forgetSession(server.value, association)
    if (ended) print('signed out')
    return ended
      ? done(undefined)
      : refused(
          `The session is forgotten here, but ${server.value.origin} could not be told. It ends there by itself within half an hour.`,
        )
  },
})
