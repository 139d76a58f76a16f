// Which names stand for the same thing, from sets of names that are known to belong together. Pure.

/** Answers, for any name, the one name by which all that it belongs with goes. The order of the sets changes nothing but that name. */
export function joinNames(sets: Iterable<readonly string[]>): (name: string) => string {
  const above = new Map<string, string>()
  const headOf = (name: string): string => {
    let head = name
    for (let next = above.get(head); next !== undefined; next = above.get(head)) head = next
    if (head !== name) above.set(name, head)
    return head
  }
  for (const [first, ...others] of sets) {
    if (first === undefined) continue
    for (const other of others) {
      const [one, two] = [headOf(first), headOf(other)]
      if (one !== two) above.set(two, one)
    }
  }
  return headOf
}
