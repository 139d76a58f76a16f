// Puts values into a sentence. It knows no sentence and no language.

/** Each `{name}` by its value; one without a value stays as it is. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot))
