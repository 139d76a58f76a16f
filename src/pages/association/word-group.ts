// Words that go together under one name, for the island to ask by key.

export type Words = Readonly<Record<string, string>>

/** A name, and its words by key. */
export type Group = [string, Words]

export const pick = <Key extends string>(words: Readonly<Record<Key, string>>, keys: readonly Key[]): Words =>
  Object.fromEntries(keys.map((key) => [key, words[key]]))
