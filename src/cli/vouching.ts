// What a root keeper puts their name to, in lines to read before the passphrase is asked for. Texts of the directory are shown
// so that none can hide, or act on, the lines around it.
import type { Directory, DirectoryEntry } from '../directory/directory.ts'

/** `known` are the roots as the keeper holds them; undefined when they brought none to compare with. */
export function vouchedLines(directory: Directory, known: readonly string[] | undefined): string[] {
  const { version, issuedOn, expiresOn, demonstration, roots, observatory, associations, site, onion } =
    directory
  return [
    `version ${version}, issued ${issuedOn}, good until ${expiresOn}${demonstration ? ', a DEMONSTRATION' : ''}`,
    ...roots.map((root) => `root ${root}`),
    ...comparedRoots(roots, known),
    `observatory ${observatory.fingerprint}`,
    site === undefined ? 'address: none is named' : `address ${site}`,
    ...(onion === undefined ? [] : [`onion address ${onion}`]),
    ...associations.map(entryLine),
    ...contactLine(directory),
  ]
}

const contactLine = ({ securityContact }: Directory): string[] =>
  securityContact === undefined ? [] : [`flaws are reported to ${securityContact}`]

function comparedRoots(roots: readonly string[], known: readonly string[] | undefined): string[] {
  if (known === undefined) return ['roots: not compared (give --roots, or compare them with your own list)']
  const added = roots.filter((root) => !known.includes(root))
  const gone = known.filter((root) => !roots.includes(root))
  if (added.length === 0) return ['roots: the same as in --roots']
  return [
    'roots: CHANGED',
    ...added.map((root) => `  new root ${root}`),
    ...gone.map((root) => `  no longer a root ${root}`),
  ]
}

function entryLine(entry: DirectoryEntry): string {
  const { association, fingerprint, name, status, acceptsMinors, acceptsUnder15, offenceBasis } = entry
  const said = [
    shownText(name),
    status,
    `minors: ${yesOrNo(acceptsMinors)}`,
    `under 15: ${yesOrNo(acceptsUnder15)}`,
    `offence basis: ${offenceBasis === null ? 'none' : shownText(offenceBasis)}`,
  ]
  return `${association} ${fingerprint} ${said.join(', ')}`
}

const yesOrNo = (yes: boolean): string => (yes ? 'yes' : 'no')

/** In quotes, with every control, invisible or line-breaking character as its code point. */
const shownText = (text: string): string =>
  `"${text.replaceAll(/[\p{C}\p{Zl}\p{Zp}"\\]/gu, (each) => `\\u{${each.codePointAt(0)?.toString(16)}}`)}"`
