// Says which field of a JSON file is wrong, and how, without a word of what stands in it: a report's values are someone's account.
import type * as v from 'valibot'

type Issue = v.BaseIssue<unknown>

const KINDS: Record<string, string> = {
  picklist: 'has a value that is not one of the list',
  literal: 'has a value that is not the one expected',
  max_length: 'is too long',
  min_length: 'is empty',
  max_value: 'is too large',
  min_value: 'is too small',
  regex: 'does not have the expected form',
  iso_date: 'is not a day written like 2026-11-01',
  check: 'contradicts another field',
}

/** A field's name is repeated only when it looks like one: a person may have pasted anything in its place. */
const isName = (key: unknown): boolean =>
  typeof key === 'number' || (typeof key === 'string' && /^[A-Za-z][A-Za-z0-9-]{0,31}$/.test(key))

function pathOf(issue: Issue): string {
  const keys = (issue.path ?? []).map(({ key }) => key)
  return keys.map((key) => (isName(key) ? String(key) : '?')).join('.')
}

/** The first fault, in words that follow "FILE is refused: ". */
export function shapeFault([issue]: readonly [Issue, ...Issue[]]): string {
  const path = pathOf(issue)
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return `the field "${path}" is not one it knows`
  }
  if (path === '') {
    return issue.type === 'check' ? 'two of its fields contradict each other' : 'it must be a JSON object'
  }
  if (issue.received === 'undefined') return `the field "${path}" is missing`
  return `the field "${path}" ${KINDS[issue.type] ?? 'is not of the right kind'}`
}
