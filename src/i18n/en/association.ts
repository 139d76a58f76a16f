// The association's space: signing in with a key, the list of cases.
// "Envelope" is what the server holds; "report" is what a person wrote; "case" is a report and all that followed it.
import { finding } from './association-finding.ts'
import { letter } from './association-letter.ts'

export const association = {
  title: 'For associations',
  noscript:
    'This space needs JavaScript: it is what opens the envelopes, inside your browser. Without it, the command line described below does the same.',
  door: {
    lead: 'Here an association reads the reports addressed to it. They are sealed for it alone: the server cannot read them.',
    demonstration:
      'Demonstration: the command that started this site printed the key file to choose (“member key”) and its passphrase (“passphrase”).',
    how: 'What do you open with?',
    ways: {
      passkey: 'A passkey',
      words: 'Eight words',
      file: 'A key file',
      tools: 'My own tools (GnuPG, a card)',
    },
    passkey: 'Open with a passkey',
    passkeyHint: 'The fingerprint, face or code of your device, or a security key.',
    association: 'Your association',
    choose: 'Choose…',
    file: 'Secret key file',
    fileHint: 'Your own, or the association’s while it has no team. Often a .asc, .gpg or .key file.',
    paste: 'Or paste the key',
    pasteLabel: 'Text of the key',
    pasteHint: 'The whole block, from “BEGIN PGP PRIVATE KEY BLOCK” to “END”.',
    passphrase: 'Passphrase of the key',
    passphraseHint: 'Leave empty if the key has none. If the browser offers to save it, say no.',
    reveal: 'Show the passphrase',
    submit: 'Open the inbox',
    busy: 'Opening the key…',
    promiseTitle: 'Where does the key go?',
    promise:
      'It opens in the memory of this page and never leaves it open. The server keeps only a locked copy, which your passkey or your words alone open. It is forgotten when you close the session or the tab, and after 30 minutes without activity.',
  },
  tools: {
    summary: 'Open the same envelopes without this page',
    pull: 'With the command line, on your computer, in Balise’s folder, after “npm ci”. It signs with your key, fetches the envelopes and opens them into a folder:',
    pullCommand:
      'npx --no-install balise inbox pull --server {origin} --gpg FINGERPRINT --association NAME --out FOLDER',
    case: 'It also lists the cases, shows one, notes what the team does, and answers. “--help” tells how:',
    caseCommand: 'balise login · balise case list · balise case show · balise case set · balise reply',
    export:
      'This way the key stays in GnuPG, or on a card. Without a team, “--association” is not needed. A key in a file is given with:',
    exportCommand: '--key FILE',
    gpg: 'An envelope is an ordinary OpenPGP message. The command keeps sealed, as .pgp files, those the given key does not open. GnuPG opens them with an older key:',
    gpgCommand: 'gpg --decrypt ENVELOPE.pgp',
    files:
      'With “--files”, the command also fetches the files sent with them, checked. By hand: fetch each part from “/api/parts/” followed by its fingerprint, join them, then give GnuPG the key of the file. The fingerprints (“parts”) and the key (“sessionKey”) are in the JSON:',
    filesCommand: 'cat PARTS | gpg --override-session-key 9:KEY --decrypt > FILE',
    help: 'The result is JSON text, followed by spaces. The key stays with you: it is your computer that opens.',
  },
  faults: {
    'no-key': 'Choose the key file, or paste the key.',
    'unreadable-file': 'This file cannot be read. Was it moved? Choose it again.',
    'not-a-secret-key':
      'There is no secret key here. A public key is not enough: the key must be exported with its secret part.',
    'unknown-key':
      'This is a secret key, but of no association listed on this site. If it is your own key, choose your association, then try again.',
    'no-such-key':
      'Nothing opens here with this. An invitation must first be accepted by your team. Or your team has removed you.',
    'not-able': 'This browser, or this passkey, will not do. Try your eight words.',
    'given-up': 'The passkey was not given. You can try again.',
    'no-association': 'Choose your association first.',
    'not-believed':
      'What the server says of your team is not signed as it should be. Nothing was opened. Tell those responsible in your association.',
    'no-passphrase': 'This key needs a passphrase.',
    'wrong-passphrase': 'This passphrase does not open the key. Check capitals and spaces, then try again.',
    unreachable:
      'The server does not answer. Check the connection, then try again. The key has not left this page.',
    'sign-in-refused':
      'The server did not accept the signature. First check the date and time of this device, then try again. If it keeps refusing, this key may not be, or no longer be, of the team. Once an association has a team, its key alone no longer opens.',
    'not-a-challenge':
      'What the server asks to have signed does not have the expected form. Nothing was signed or sent. Reload the page; if it goes on, tell those who run this site.',
    broken: 'This page could not open the key. Reload it, then try again.',
    unexpected: 'The server met a problem. Try again in a few minutes.',
  },
  notices: {
    'signed-out': 'You are signed out. The key and the reports are no longer in this page.',
    expired:
      'Your session has ended, as a precaution. Nothing is lost: open the inbox again to find everything.',
    idle: 'After 30 minutes without activity the session ended and the key was forgotten. Nothing is lost: open the inbox again.',
  },
  inbox: {
    heading: 'Reports received',
    key: 'Open key:',
    signOut: 'Sign out',
    loading: 'Envelopes opened:',
    of: 'of',
    stop: 'Stop',
    resume: 'Continue',
    stopped: 'You stopped. Older envelopes are not shown yet.',
    'trouble-unreachable':
      'The server no longer answers. What is already open stays here; check the connection, then continue.',
    'trouble-unexpected':
      'The server met a problem. What is already open stays here; continue in a few minutes.',
    refresh: 'Refresh',
    empty: 'Nothing for now. Reports will arrive here.',
    keys: 'Keyboard: up and down arrows to move, Enter to read.',
    loaded: 'The inbox is up to date.',
    isNew: 'New',
    isAcknowledged: 'Receipt confirmed',
    isFollowed: 'New message',
    isOver: 'Over',
    isWithdrawn: 'Consent withdrawn',
    isDeclined: 'Declined',
    isDisputed: 'Two new codes',
    followed: 'Messages:',
    files: 'Files:',
    'orphan-message': 'Message without its report',
    'orphan-withdrawal': 'Consent withdrawn, report erased',
    'orphan-answer': 'Your answer, without the report',
    noActs: 'A report that names no act',
    needs: 'Needs:',
    'not-mine': 'Sealed for another key',
    damaged: 'Damaged envelope',
  },
  ...finding,
  ...letter,
  problems: {
    'not-mine': {
      heading: 'This envelope is sealed for another key',
      meaning:
        'It is addressed to you, but the key you came in with does not open it. Most often it was written before a change of key.',
      sealedFor: 'Announced for the key',
      yours: 'Your key',
      todo: 'What to do',
      steps: [
        'Find who keeps your association’s older key.',
        'Fetch the sealed copy with the command line: it is the file that ends in “not-mine.pgp”. Open it with GnuPG and the older key.',
        'If nobody has the older key any more, no one can open it, not even the server. It will erase it 90 days after receiving it.',
      ],
    },
    damaged: {
      heading: 'This envelope is damaged',
      meaning:
        'It is sealed for your key, but its contents were changed or are not a report. Nothing of it is shown: it could not be trusted.',
      sealedFor: 'Announced for the key',
      yours: 'Your key',
      todo: 'What to do',
      steps: [
        'Refresh the inbox: a transport error goes away then.',
        'If it stays damaged, tell the federation or whoever runs the site, with the day it was received.',
        'Do not confirm anything: the person may also have written to another association.',
      ],
    },
  },
} as const
