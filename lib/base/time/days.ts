/** Days and instants in Mali, which keeps UTC all year. The only folder that may make dates. */
export const startOfDay = (iso: string): Date => new Date(`${iso}T00:00:00Z`)
export const isoDayOf = (at: Date): string => at.toISOString().slice(0, 10)
export const hoursAfter = (at: Date, hours: number): Date => new Date(at.getTime() + hours * 3_600_000)
export const daysAfter = (at: Date, days: number): Date => hoursAfter(at, days * 24)
export const dayText = (iso: string): string => iso.split('-').map(Number).reverse().join('/')
