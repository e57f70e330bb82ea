/** One value of a body; of several none. */
export const textOf = (value: string | string[] | undefined): string =>
  typeof value === 'string' ? value : ''
