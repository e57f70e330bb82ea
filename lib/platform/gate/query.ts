/** A page's query string as Next hands it over. */
export type Query = Record<string, string | string[] | undefined>

export const one = (query: Query, name: string): string | undefined => {
  const value = query[name]
  return typeof value === 'string' ? value : value?.[0]
}
