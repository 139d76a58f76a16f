// The shape of an expected outcome. A refused outcome carries a reason, never the material that was refused.

export type Result<Value, Reason extends string> = { ok: true; value: Value } | { ok: false; reason: Reason }

export const accept = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })

export const decline = <Reason extends string>(reason: Reason): { ok: false; reason: Reason } => ({
  ok: false,
  reason,
})
