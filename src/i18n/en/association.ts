export const association = {} as const
