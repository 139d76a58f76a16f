// Brought in before a server's own code: notes every name it looks up and every place it connects to, a line each, in the file that
// CONNECTIONS_NOTED names. It stops nothing.
import { createSocket, Socket as DatagramSocket } from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { isIP, Socket } from 'node:net'
import process from 'node:process'

const note = (line) => appendFileSync(process.env.CONNECTIONS_NOTED ?? '/dev/null', `${line}\n`)

const { connect } = Socket.prototype
Socket.prototype.connect = function (...given) {
  const [first] = Array.isArray(given[0]) ? given[0] : given
  note(
    typeof first === 'object'
      ? `${first.host ?? 'localhost'}:${first.port ?? first.path}`
      : String(given.slice(0, 2)),
  )
  return connect.apply(this, given)
}

for (const name of ['send', 'connect']) {
  const real = DatagramSocket.prototype[name]
  DatagramSocket.prototype[name] = function (...given) {
    note(`datagram ${name}`)
    return real.apply(this, given)
  }
}
createSocket('udp4').close()

for (const [place, names] of [
  [dns, ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'reverse']],
  [dns.promises, ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'reverse']],
]) {
  for (const name of names) {
    const real = place[name]
    place[name] = function (host, ...rest) {
      // Nobody is asked for a number.
      if (isIP(host) === 0) note(`name ${host}`)
      return real.call(this, host, ...rest)
    }
  }
}
syncBuiltinESMExports()
