/** So many symbols of one text over and over, between a beginning and an end. */
export const run =
  (part: string, begin = '', end = '') =>
  (length: number): string =>
    begin + part.repeat(Math.ceil(length / part.length)) + end

/** A body may have a megabyte, headers 16 kB in all. */
export const BODY = 250_000
export const HEADER = 4000
/** Longer than any field takes: what is typed is read before it is measured. */
export const FIELD = 20_000

/** One parser with the texts that are hardest for it. */
export type Group = {
  kind: string
  n: number
  parse: (text: string) => unknown
  texts: Record<string, (length: number) => string>
}
