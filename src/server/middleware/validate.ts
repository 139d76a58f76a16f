// Parses the body read before it and checks its shape. Every failure is refused by its code: neither the parser's message
// nor the validator's, which quote the body, goes anywhere.
import { createMiddleware } from 'hono/factory'
import * as v from 'valibot'
import { fromUtf8 } from '../../crypto/encoding.ts'
import type { AppEnv } from '../env.ts'
import { refuse } from '../refuse.ts'

/** Refuses `invalid-json` and `invalid-shape`; else leaves the parsed body in `c.var.body`. Comes after `limitBody`. */
export const validate = <Schema extends v.GenericSchema>(schema: Schema) =>
  createMiddleware<AppEnv & { Variables: { body: v.InferOutput<Schema> } }>(async (c, next) => {
    let parsed: unknown
    try {
      parsed = JSON.parse(fromUtf8(c.var.bytes))
    } catch {
      return refuse(c, 'invalid-json')
    }
    const result = v.safeParse(schema, parsed, { abortEarly: true })
    if (!result.success) return refuse(c, 'invalid-shape')
    c.set('body', result.output)
    return next()
  })
