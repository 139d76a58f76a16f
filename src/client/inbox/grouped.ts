// Puts things that share a name together. Pure.

/** Groups in the order their first member came; members in the order given. */
export function grouped<Name, Each>(all: readonly Each[], nameOf: (each: Each) => Name): Map<Name, Each[]> {
  const groups = new Map<Name, Each[]>()
  for (const each of all) {
    const name = nameOf(each)
    const group = groups.get(name)
    if (group) group.push(each)
    else groups.set(name, [each])
  }
  return groups
}
