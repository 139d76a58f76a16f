// Text of any sixteen-bit units, sound or not: what a stranger may send where text is expected.
import fc from 'fast-check'

export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ maxLength }),
    fc.array(fc.nat(0xffff), { maxLength }).map((units) => String.fromCharCode(...units)),
  )
