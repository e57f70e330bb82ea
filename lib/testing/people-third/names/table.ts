/** The names of one people, commonest first, separated by spaces; an underscore stands for a space inside a name. */
export type NameTable = {
  men: string
  women: string
  families: string
  /** Pairs of names that twins are given; a star marks a girl's. */
  twins: readonly string[]
  /** How "child of" is written, with the spellings of clerks; the family name is then the father's name. */
  child?: { M: readonly string[]; F: readonly string[] }
  /** How often the father's bare name stands for the family name. */
  fatherAsFamily?: number
}

export const listed = (names: string): string[] =>
  names.split(' ').flatMap((name) => (name ? [name.replace('_', ' ')] : []))
