const NO_BREAK = '\u00a0'

/**
 * French typography: a space that does not break before : ; ? ! and inside « ». Wording is written with ordinary
 * spaces, which a translator can see; this is the one place that mends them. PURE.
 */
export const typeset = (text: string): string =>
  text.replace(/ ([:;?!»])/g, `${NO_BREAK}$1`).replace(/« /g, `«${NO_BREAK}`)

/** The same for a dictionary's every text; keys and their types stay. */
export const typesetAll = <T extends Readonly<Record<string, string>>>(words: T): T =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [key, typeset(text)])) as T
